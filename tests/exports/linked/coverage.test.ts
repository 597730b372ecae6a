import { describe, expect, test } from 'vitest';
import { coverage, interval } from '../../../src/exports/linked/coverage.ts';
import { observation } from '../../domain/observation.ts';
import { written } from '../../domain/periods.ts';

const covered = (...periods: string[]): string | null => {
  const found = coverage(periods.map((p) => observation({ period: written(p) })));
  return found && interval(found);
};

describe('the time that observations cover', () => {
  test('runs from the first day of the earliest to the last day of the latest', () =>
    expect(covered('2023年二季度', '2022年二季度')).toBe('2022-04-01/2023-06-30'));
  test('is that of a part of a year, not the year', () => expect(covered('2022年1—7月')).toBe('2022-01-01/2022-07-31'));
  test('is a day alone where there is but one', () => expect(covered('2020年7月2日')).toBe('2020-07-02'));
  test('includes a date that a number has beside its period', () => {
    const found = coverage([observation({ period: written('2020年'), asOf: written('2021年1月20日') })]);
    expect(found).toEqual({ from: '2020-01-01', to: '2021-01-20' });
  });
  test('is none where no time is named', () => expect(coverage([observation({ period: null })])).toBeNull());
});
