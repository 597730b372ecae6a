import { describe, expect, test } from 'vitest';
import { conflicts, isLookAlike, similarity } from '../../src/domain/conflict.ts';
import type { NumericObservation, Observation } from '../../src/domain/observation.ts';
import { lowerOf } from '../../src/domain/quantity.ts';
import type { Period } from '../../src/domain/period.ts';
import { period } from '../../src/ingest/text/period.ts';
import { numeric, observation, stated, type NumberSpec } from './observation.ts';
import { year } from './periods.ts';

const timed = (label: string): Period => period(label)!;

const clashes = (...observations: Observation[]): string[] =>
  [...conflicts(observations)].map(([a, b]) => `${a.name} ${lowerOf(a.quantity)} ≠ ${b.name} ${lowerOf(b.quantity)}`);

describe('two figures of one bulletin', () => {
  test('of one indicator and year with different numbers clash', () =>
    expect(clashes(observation(), stated({ value: '98.9' }))).toEqual(['网上可办率 98.9 ≠ 网上可办率 97.2']));

  test('with look-alike names clash', () =>
    expect(
      clashes(
        observation({ name: '政务服务事项不见面审批事项占比', indicator: 'no-visit' }),
        stated({ name: '不见面审批事项占比', indicator: null, value: '98.9' }),
      ),
    ).toEqual(['不见面审批事项占比 98.9 ≠ 政务服务事项不见面审批事项占比 97.2']));

  test('of which one is undated clash: it speaks of what was reached', () =>
    expect(clashes(observation(), stated({ value: '98.9', period: null }))).toHaveLength(1));

  test('of the text clash, the later one is asked about', () =>
    expect(
      clashes(stated({ value: '1' }), stated({ value: '2', source: { issue: 1, place: '二(二)', sentence: null } })),
    ).toEqual(['网上可办率 2 ≠ 网上可办率 1']));

  test.each<[string, NumberSpec]>([
    ['the same number', { value: '97.20' }],
    ['another year', { value: '98.9', period: year(2018) }],
    ['another unit', { value: '98', unit: '项' }],
    ['another level', { value: '98.9', level: '省级' }],
    ['another name', { value: '98.9', indicator: null, name: '审批事项受理量' }],
  ])('do not clash: %s', (_, other) => expect(clashes(observation(), stated(other))).toEqual([]));

  test('clash where the words differ though the digits do not', () =>
    expect(clashes(observation(), stated({ comparator: 'about' }))).toHaveLength(1));

  test('clash where ranges differ at their upper end only', () =>
    expect(
      clashes(
        numeric({ value: '1', upper: '2', comparator: 'range' }),
        stated({ value: '1', upper: '3', comparator: 'range' }),
      ),
    ).toHaveLength(1));

  test('that are related do not clash', () =>
    expect([...conflicts([observation(), stated({ value: '98.9' })], () => true)]).toEqual([]));
});

describe('a figure of the text and the table', () => {
  const baseline = (spec: NumberSpec): Observation => observation({ role: 'baseline', period: year(2019), ...spec });

  test('clash over the baseline of its own year, but not over that of another', () => {
    expect(clashes(baseline({ value: '70' }), stated({ value: '71', period: year(2019) }))).toHaveLength(1);
    expect(clashes(baseline({ value: '70' }), stated({ value: '71' }))).toEqual([]);
  });
  test('do not clash over the baseline where the text gives no date: it speaks of what was reached', () =>
    expect(clashes(baseline({ value: '70' }), stated({ value: '71', period: null }))).toEqual([]));
  test('do not clash over a target or a frontier', () => {
    expect(clashes(observation({ role: 'target' }), stated({ value: '98.9' }))).toEqual([]);
    expect(clashes(observation({ role: 'frontier', level: null }), stated({ value: '98.9' }))).toEqual([]);
  });
  test('clash where one is expected', () => expect(clashes(observation(), stated({ expected: true }))).toHaveLength(1));
  test('clash at one level, and where one has none', () => {
    expect(clashes(observation(), stated({ value: '1', level: '市级' }))).toHaveLength(1);
    expect(clashes(observation({ level: null }), stated({ value: '1', level: '市级' }))).toHaveLength(1);
  });
  test('of look-alike names do not clash in one section, where the text tells them apart', () => {
    const local = (name: string, value: string, place: string): NumericObservation =>
      stated({ name, indicator: null, value, source: { issue: 1, place, sentence: null } });
    const [one, other] = ['新增审批事项数量', '审批事项数量'];
    expect(clashes(local(one, '1', '二(一)'), local(other, '2', '二(一)'))).toEqual([]);
    expect(clashes(local(one, '1', '二(一)'), local(other, '2', '二(二)'))).toHaveLength(1);
  });
  test('clash by indicator whatever their names', () =>
    expect(clashes(observation({ name: '甲' }), stated({ name: '乙', value: '1' }))).toHaveLength(1));
  test('clash by equal names without an indicator, however short', () =>
    expect(
      clashes(observation({ name: '甲', indicator: null }), stated({ name: '甲', indicator: null, value: '1' })),
    ).toHaveLength(1));
});

describe('what no reader takes for one another does not clash', () => {
  test('figures of two areas; the whole place is where none is named', () => {
    expect(clashes(observation({ area: '湛河区' }), stated({ value: '1', area: '卫东区' }))).toEqual([]);
    expect(clashes(observation({ area: '湛河区' }), stated({ value: '1' }))).toEqual([]);
    expect(clashes(observation({ area: '全市' }), stated({ value: '1' }))).toHaveLength(1);
  });

  test('two registered indicators, however alike their names', () =>
    expect(
      clashes(
        observation({ name: '行政许可即办件占比', indicator: 'instant-licence' }),
        stated({ name: '行政事项即办件占比', indicator: 'instant', value: '1' }),
      ),
    ).toEqual([]));

  test('a figure that repeats a number of the table', () => {
    const target = observation({ role: 'target', value: '80' });
    expect(clashes(observation(), target, stated({ value: '80' }))).toEqual([]);
    expect(clashes(observation(), target, stated({ value: '81' }))).toHaveLength(1);
  });

  test('a quarter and one of its months, a year and a day within it', () => {
    const quarter = observation({ period: timed('2023年一季度') });
    expect(clashes(quarter, stated({ value: '1', period: timed('2023年3月') }))).toEqual([]);
    expect(clashes(quarter, stated({ value: '1', asOf: timed('2023年3月31日') }))).toHaveLength(1);
    expect(clashes(observation(), stated({ value: '1', asOf: timed('2020年6月30日') }))).toEqual([]);
    expect(clashes(observation(), stated({ value: '1', asOf: timed('2020年底') }))).toHaveLength(1);
  });
});

test('every figure that clashes with one is found, the earlier first', () =>
  expect(
    clashes(
      stated({ value: '1', source: { issue: 1, place: '一', sentence: null } }),
      stated({ value: '2', source: { issue: 1, place: '二', sentence: null } }),
      stated({ value: '3', source: { issue: 1, place: '三', sentence: null } }),
      observation(),
    ),
  ).toEqual([
    '网上可办率 1 ≠ 网上可办率 97.2',
    '网上可办率 2 ≠ 网上可办率 97.2',
    '网上可办率 2 ≠ 网上可办率 1',
    '网上可办率 3 ≠ 网上可办率 97.2',
    '网上可办率 3 ≠ 网上可办率 1',
    '网上可办率 3 ≠ 网上可办率 2',
  ]));

test.each([
  ['网上可办率', '网上可办率', 1],
  ['网上可办率', '网上 “可办”率', 1],
  ['甲乙丙', '甲乙丁', 0.5],
  ['甲乙丙丁', '甲乙', 0.5],
  ['甲乙', '乙甲', 0],
  ['甲', '甲', 1],
  ['甲', '乙', 0],
])('%s and %s are alike by %d', (a, b, expected) => expect(similarity(a, b)).toBe(expected));

test('one figure is set against no more others than are asked for', () => {
  const many = Array.from({ length: 2000 }, (_, i) =>
    stated({ value: String(i), source: { issue: 1, place: `${i}`, sentence: null } }),
  );
  expect([...conflicts(many, undefined, 3)]).toHaveLength(3 * 1997 + 2 + 1);
});

test.each([
  ['政务服务事项不见面审批事项占比', '不见面审批事项占比', true],
  ['行政许可事项即办件占比', '“即办件”事项占比', true],
  ['承诺办结时限平均压缩比例', '法定办结时限压缩比', true],
  ['网上可办率', '审批事项受理量', false],
])('%s and %s: %j', (a, b, alike) => expect(isLookAlike(a, b)).toBe(alike));
