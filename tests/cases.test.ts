import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../src/cli/check.ts';
import type { Problem } from '../src/ingest/problem/problem.ts';

interface Place {
  readonly file: string;
  readonly row?: number;
  readonly cell?: string;
}

/** What a root must yield. `errors` stand where they say and, unless `atLeast`, are all; `notices` 0 is silence, 1 at least one. */
interface Expectation {
  readonly ok?: true;
  readonly notices?: 0 | 1;
  readonly value?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly Place[];
  readonly atLeast?: true;
}

const folder = join(import.meta.dirname, 'cases');
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

const stands = (p: Problem, at: Place): boolean =>
  p.file.endsWith(`/${at.file}`) &&
  (at.row === undefined || p.row === at.row) &&
  (at.cell === undefined || p.cell === at.cell);

describe('a root', () => {
  test.each(cases)('%s', (name) => {
    const expected = JSON.parse(readFileSync(join(folder, name, 'expect.json'), 'utf8')) as Expectation;
    let out = '';
    const code = check(join(folder, name), 'json', (text) => {
      out += text;
    });
    const { problems, observations } = JSON.parse(out) as {
      problems: Problem[];
      observations: Record<string, unknown>[];
    };
    const errors = problems.filter((p) => p.severity === 'error');
    if (expected.ok) {
      expect(errors).toEqual([]);
      expect(code).toBe(0);
    }
    if (expected.notices === 0) expect(problems).toEqual([]);
    if (expected.notices === 1) expect(problems.some((p) => p.severity === 'notice')).toBe(true);
    if (expected.value) expect(observations).toContainEqual(expect.objectContaining(expected.value));
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
