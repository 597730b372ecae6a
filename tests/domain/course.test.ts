import { describe, expect, test } from 'vitest';
import { courseOf, type Course } from '../../src/domain/course.ts';
import { seasonOf, spanOf } from '../../src/domain/time.ts';
import { hasCourse, trendsOf, type Trend } from '../../src/domain/trend.ts';
import type { TrendPoint } from '../../src/domain/trend-point.ts';
import { spell } from '../../src/wording/phrase.ts';
import { overTime } from './over-time.ts';
import { written } from './periods.ts';

const course = (code: string): Course => {
  const { bulletins, indicator } = overTime(code);
  return courseOf(bulletins, indicator);
};
const part = (code: string, kind: Trend['kind'], area: string | null = null): Trend => {
  const found = course(code).drawn.find((t) => t.kind === kind && t.area === area);
  if (!found) throw new Error(`no ${kind} of ${code}`);
  return found;
};
const say = ({ period, o, setter }: TrendPoint): string => `${period.label}${setter ?? ''}${spell(o)}`;
const lines = ({ lines }: Trend): string[] => lines.map(({ from, to }) => `${say(from)} → ${say(to)}`);

describe('kinds of period', () => {
  test('are courses of their own, years first', () =>
    expect(course('online-share').drawn.map(({ kind }) => kind)).toEqual(['year', 'quarter']));
  test('are never joined', () => {
    expect(lines(part('online-share', 'year'))).toEqual(['2020年80.2% → 2021年88.0%', '2021年88.0% → 2022年94.7%']);
    expect(lines(part('online-share', 'quarter'))).toEqual([
      '2021年一季度84.3% → 2021年二季度86.0%',
      '2021年二季度86.0% → 2021年三季度88.9%',
      '2021年三季度88.9% → 2021年四季度90.4%',
      '2021年四季度90.4% → 2022年一季度91.2%',
      '2022年一季度91.2% → 2022年二季度93.5%',
      '2022年四季度97.1% → 2023年一季度97.4%',
    ]);
  });
  test('make nothing contested that a year and its quarters state', () => {
    for (const { contested } of course('online-share').drawn) expect([...contested]).toEqual([]);
  });
  test('keep a target with what was reached for it', () => {
    expect(part('online-share', 'year').targets.map(say)).toEqual(['2025年省定99%']);
    expect(part('online-share', 'quarter').targets.map(say)).toEqual([
      '2022年省定95%',
      '2022年市定98%',
      '2023年省定95%',
      '2023年市定98%',
    ]);
  });
});

describe('quarters', () => {
  test('stand at their last days, at true distances', () => {
    const at = part('rank', 'quarter').values.map((p) => p.at);
    expect(at.toSorted((a, b) => a - b)).toEqual(at);
    expect(at[1]! - at[0]!).toBeCloseTo(91 / 365, 6);
    expect(at[4]! - at[0]!).toBeCloseTo(1, 6);
  });
  test('are one point where a later bulletin repeats one as its baseline', () =>
    expect(part('rank', 'quarter').values.find(({ period }) => period.label === '2022年一季度')?.issues).toEqual([
      1, 5,
    ]));
});

describe('months of a year to date', () => {
  test('are joined with the same months of another year, never with more of their own', () =>
    expect(lines(part('accidents', 'months'))).toEqual([
      '2021年1—2月31起 → 2022年1—2月27起',
      '2022年1—2月27起 → 2023年1—2月22起',
      '2021年1—5月84起 → 2022年1—5月71起',
      '2021年1—7月112起 → 2022年1—7月96起',
      '2021年1—8月131起 → 2022年1—8月118起',
    ]));
  test('make no picture where no months come twice', () => {
    const { indicator, bulletins } = overTime('accidents');
    const once = trendsOf(
      bulletins.filter(({ issue }) => issue.number === 1 || issue.number === 2),
      indicator,
    )[0]!;
    const values = once.values.filter(({ period }) => period.label.startsWith('2022年'));
    expect(hasCourse({ ...once, values })).toBe(false);
    expect(hasCourse(once)).toBe(true);
  });
});

describe('areas', () => {
  test('are courses of their own', () => {
    expect(course('total-score').drawn.map(({ area }) => area)).toEqual(['全市', '湛河区', '叶县']);
    expect(lines(part('total-score', 'quarter', '叶县'))).toEqual([
      '2022年一季度82.5分 → 2022年二季度81.9分',
      '2022年四季度85.2分 → 2023年一季度86.6分',
    ]);
  });
  test('that are many stand in one table, in the bulletins’ order', () => {
    const { drawn, byArea } = course('satisfaction');
    expect(drawn).toEqual([]);
    expect(byArea?.periods.map(({ label }) => label)).toEqual([
      '2022年一季度',
      '2022年二季度',
      '2022年三季度',
      '2022年四季度',
      '2023年一季度',
    ]);
    expect(byArea?.rows.map(({ area }) => area)).toEqual([
      '新华区',
      '卫东区',
      '湛河区',
      '石龙区',
      '宝丰县',
      '叶县',
      '鲁山县',
      '郏县',
    ]);
    expect(byArea?.rows[5]?.cells.map(({ numbers }) => numbers.map(({ o }) => spell(o)))).toEqual([
      ['94.0%'],
      ['95.5%'],
      ['97.0%'],
      ['93.0%'],
      ['94.5%'],
    ]);
  });
});

test('what the bulletin calls 不可比 is not joined', () =>
  expect(lines(part('added-value', 'year'))).toEqual(['2020年107.7亿元 → 2021年118.3亿元']));

test('a sum over the years of a plan has no place among years', () =>
  expect(part('investment', 'year').targets).toEqual([]));

test('a baseline that no bulletin lists is no gap before the first number', () =>
  expect(part('case-growth', 'quarter').gaps).toEqual([]));

test.each([
  ['2022年1—7月', '01/07', '01/07'],
  ['2022年前三季度', '01/09', '01/09'],
  ['2022年三季度', 'quarter', 'Q3'],
  ['2022年下半年', 'half-year', 'S2'],
  ['2022年5月', 'month', '05'],
  ['2022年', 'year', 'year'],
  ['2022年底', 'day', 'day'],
])('%s is joined with %s and set against %s', (label, span, season) =>
  expect([spanOf(written(label)), seasonOf(written(label))]).toEqual([span, season]),
);
