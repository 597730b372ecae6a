import { describe, expect, test } from 'vitest';
import { timeOf } from '../../src/domain/time.ts';
import { observation } from './observation.ts';
import { written, year } from './periods.ts';

const dated = (label: string): number | undefined => timeOf(observation({ asOf: written(label) }))?.at;

describe('the time of a number', () => {
  test('is the middle of its year where no date is stated', () =>
    expect(timeOf(observation())).toEqual({ at: 2020.5, period: year(2020), dated: false }));
  test('is its own date', () =>
    expect(timeOf(observation({ asOf: written('2020年7月2日') }))).toEqual({
      at: 2020.5,
      period: year(2020),
      dated: true,
    }));
  test('counts for the year of its column, whenever it was taken', () =>
    expect(timeOf(observation({ asOf: written('2021年1月1日') }))).toEqual({
      at: 2021,
      period: year(2020),
      dated: true,
    }));
  test.each<[string, string]>([
    ['2020年6月', '2020年6月30日'],
    ['2020年1—6月', '2020年6月30日'],
    ['2020年上半年', '2020年6月30日'],
    ['2020年二季度', '2020年6月30日'],
    ['2020年第2季度', '2020年6月30日'],
    ['2020年2月', '2020年2月29日'],
    ['2020年底', '2020年12月31日'],
    ['2020年末', '2020年12月31日'],
    ['2020年下半年', '2020年12月31日'],
    ['2020年初', '2020年1月1日'],
    ['2020年3月初', '2020年3月1日'],
    ['2020年3月底', '2020年3月31日'],
  ])('of %s is %s', (part, day) => expect(dated(part)).toBe(dated(day)));
  test.each(['2020年', '2020年度'])('of %s is the year alone', (label) =>
    expect(timeOf(observation({ asOf: written(label) }))?.dated).toBe(false),
  );
  test('is none without a year', () => expect(timeOf(observation({ period: null }))).toBeUndefined());
});
