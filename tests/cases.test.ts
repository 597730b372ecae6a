import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/cli/check.ts';
import type { Problem } from '../src/ingest/problem/problem.ts';

interface Place {
  readonly file: string;
  readonly row?: number;
  readonly cell?: string;
  /** Words that the message or the hint must hold. */
  readonly says?: string;
}

/** What a root must yield. `errors` stand where they say and, unless `atLeast`, are all; `notices` 0 is silence, 1 at least one. */
interface Expectation {
  readonly ok?: true;
  readonly notices?: 0 | 1;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly Place[];
  readonly atLeast?: true;
  /** As `value`, but with a period by its label. */
  readonly observation?: Readonly<Record<string, unknown>>;
  /** Some comparison holds these, nested. */
  readonly comparison?: Readonly<Record<string, unknown>>;
  /** Of the comparison of `indicator`, the outcome by who set the target. */
  readonly targets?: Readonly<Record<string, string>>;
}

const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const stands = (p: Problem, at: Place): boolean =>
  p.file.endsWith(`/${at.file}`) &&
  (at.row === undefined || p.row === at.row) &&
  (at.says === undefined || `${p.message}${p.hint}`.includes(at.says)) &&
  (at.cell === undefined || p.cell === at.cell);

/** What `check --format json` says of a root. */
interface Report {
  readonly code: number;
  readonly problems: readonly Problem[];
  readonly observations: readonly (Record<string, unknown> & { period: { label: string } | null })[];
  readonly comparisons: readonly { indicator: string; targets: { setter: string; outcome: string }[] }[];
}

function reportOf(name: string): Report {
  let out = '';
  const code = check(join(folder, name), 'json', (text) => {
    out += text;
  });
  return { ...(JSON.parse(out) as Omit<Report, 'code'>), code };
}

const errorsOf = ({ problems }: Report): Problem[] => problems.filter((p) => p.severity === 'error');

function holdsData({ value, observation, comparison }: Expectation, report: Report): void {
  if (value) expect(report.observations).toContainEqual(expect.objectContaining(value));
  if (observation)
    expect(report.observations.map((o) => ({ ...o, period: o.period?.label }))).toContainEqual(
      expect.objectContaining(observation),
    );
  if (comparison) expect(report.comparisons).toContainEqual(expect.objectContaining(comparison));
}

function holdsTargets({ indicator, ...outcomes }: Readonly<Record<string, string>>, { comparisons }: Report): void {
  const { targets = [] } = comparisons.find((c) => c.indicator === indicator) ?? {};
  expect(Object.fromEntries(targets.map((t) => [t.setter, t.outcome]))).toEqual(outcomes);
}

function holdsErrors({ errors = [], atLeast }: Expectation, report: Report): void {
  const found = errorsOf(report);
  expect(report.code).toBe(2);
  for (const at of errors)
    expect(
      found.filter((p) => stands(p, at)),
      JSON.stringify(at),
    ).not.toEqual([]);
  if (!atLeast) expect(found.filter((p) => !errors.some((at) => stands(p, at)))).toEqual([]);
}

describe('a root', () => {
  test.each(cases)('%s', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name, 'expect.json'), 'utf8')) as Expectation;
    const report = reportOf(name);
    if (expected.ok) expect([errorsOf(report), report.code]).toEqual([[], 0]);
    if (expected.notices === 0) expect(report.problems).toEqual([]);
    if (expected.notices === 1) expect(report.problems.some((p) => p.severity === 'notice')).toBe(true);
    holdsData(expected, report);
    if (expected.targets) holdsTargets(expected.targets, report);
    if (expected.errors) holdsErrors(expected, report);
  });
});
