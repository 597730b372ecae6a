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

describe('a root', () => {
  test.each(cases)('%s', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name, 'expect.json'), 'utf8')) as Expectation;
    let out = '';
    const code = check(join(folder, name), 'json', (text) => {
      out += text;
    });
    const { problems, observations, comparisons } = JSON.parse(out) as {
      problems: Problem[];
      observations: (Record<string, unknown> & { period: { label: string } | null })[];
      comparisons: { indicator: string; targets: { setter: string; outcome: string }[] }[];
    };
    const errors = problems.filter((p) => p.severity === 'error');
    if (expected.ok) {
      expect(errors).toEqual([]);
      expect(code).toBe(0);
    }
    if (expected.notices === 0) expect(problems).toEqual([]);
    if (expected.notices === 1) expect(problems.some((p) => p.severity === 'notice')).toBe(true);
    if (expected.value) expect(observations).toContainEqual(expect.objectContaining(expected.value));
    if (expected.observation)
      expect(observations.map((o) => ({ ...o, period: o.period?.label }))).toContainEqual(
        expect.objectContaining(expected.observation),
      );
    if (expected.comparison) expect(comparisons).toContainEqual(expect.objectContaining(expected.comparison));
    if (expected.targets) {
      const { indicator, ...outcomes } = expected.targets;
      const { targets = [] } = comparisons.find((c) => c.indicator === indicator) ?? {};
      expect(Object.fromEntries(targets.map((t) => [t.setter, t.outcome]))).toEqual(outcomes);
    }
    if (expected.errors) {
      expect(code).toBe(2);
      for (const at of expected.errors)
        expect(
          errors.filter((p) => stands(p, at)),
          JSON.stringify(at),
        ).not.toEqual([]);
      if (!expected.atLeast) expect(errors.filter((p) => !expected.errors?.some((at) => stands(p, at)))).toEqual([]);
    }
  });
});
