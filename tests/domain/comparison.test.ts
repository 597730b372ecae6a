import { describe, expect, test } from 'vitest';
import { compare, type Comparison } from '../../src/domain/comparison.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { isNotComputable } from '../../src/domain/quantity.ts';
import { signed } from '../../src/wording/difference.ts';
import { indicator, observation, type Spec } from './observation.ts';

type Part = Spec | undefined;

const compared = (achieved: Part, target: Part, baseline?: Part, i: Partial<Indicator> = {}): Comparison =>
  compare(indicator(i), {
    achieved: achieved && observation({ role: 'achieved', ...achieved }),
    targets: target ? [{ setter: '省定', o: observation({ role: 'target', ...target }) }] : [],
    baseline: baseline && observation({ role: 'baseline', ...baseline }),
  });

const change = (c: Comparison): string => (isNotComputable(c.change) ? c.change.reason : signed(c.change));
const margin = (c: Comparison): string => (isNotComputable(c.margin) ? c.margin.reason : signed(c.margin));

describe('a share of which more is better', () => {
  test.each<[string, Part, Part, Comparison['outcome']]>([
    ['97.2 of 80', { value: '97.2' }, { value: '80' }, 'met'],
    ['80 of 80', { value: '80.0' }, { value: '80' }, 'met'],
    ['79.9 of 80', { value: '79.9' }, { value: '80' }, 'missed'],
    ['85 of 80以上', { value: '85' }, { value: '80', comparator: 'ge' }, 'met'],
    ['80 of 超过80', { value: '80' }, { value: '80', comparator: 'gt' }, 'missed'],
    ['超过80 of 超过80', { value: '80', comparator: 'gt' }, { value: '80', comparator: 'gt' }, 'met'],
    ['80以上 of 超过80', { value: '80', comparator: 'ge' }, { value: '80', comparator: 'gt' }, 'pending'],
    ['80以下 of 80以下', { value: '80', comparator: 'le' }, { value: '80', comparator: 'le' }, 'met'],
    ['80 of 不足80', { value: '80' }, { value: '80', comparator: 'lt' }, 'missed'],
    ['70 of 80以下', { value: '70' }, { value: '80', comparator: 'le' }, 'met'],
    ['90 of 约80', { value: '90' }, { value: '80', comparator: 'about' }, 'pending'],
    ['90 of 80—85', { value: '90' }, { value: '80', upper: '85', comparator: 'range' }, 'met'],
    ['79 of 80—85', { value: '79' }, { value: '80', upper: '85', comparator: 'range' }, 'missed'],
    ['80以上 of 80', { value: '80', comparator: 'ge' }, { value: '80' }, 'met'],
    ['70以上 of 80', { value: '70', comparator: 'ge' }, { value: '80' }, 'pending'],
    ['不足80 of 80', { value: '80', comparator: 'lt' }, { value: '80' }, 'missed'],
    ['约90 of 80', { value: '90', comparator: 'about' }, { value: '80' }, 'pending'],
    ['预计90 of 80', { value: '90', expected: true }, { value: '80' }, 'pending'],
    ['nothing of 80', undefined, { value: '80' }, 'pending'],
    ['暂缺 of 80', { missing: '暂缺' }, { value: '80' }, 'pending'],
    ['97.2 of nothing', { value: '97.2' }, undefined, 'no-target'],
    ['97.2 of 未列', { value: '97.2' }, { missing: '未列' }, 'no-target'],
    ['市级 of a 省级 target', { value: '97.2', level: '市级' }, { value: '80', level: '省级' }, 'pending'],
    ['市级 of a target without level', { value: '97.2', level: '市级' }, { value: '80', level: null }, 'met'],
  ])('%s', (_, achieved, target, outcome) => expect(compared(achieved, target).outcome).toBe(outcome));

  test('rises', () => {
    const c = compared({ value: '97.2' }, { value: '80' }, { value: '70.41' });
    expect([change(c), margin(c), c.improved]).toEqual(['+26.79个百分点', '+17.2个百分点', true]);
  });

  test('that rose from a floor rose by so much at most', () => {
    const c = compared({ value: '85' }, { value: '80', comparator: 'ge' }, { value: '70', comparator: 'ge' });
    expect([change(c), margin(c), c.improved]).toEqual(['至多提高15个百分点', '+5个百分点', null]);
  });

  test('that is expected is not said to have risen', () => {
    const c = compared({ value: '85', expected: true }, undefined, { value: '70' });
    expect([change(c), c.improved, isNotComputable(c.change) || c.change.expected]).toEqual([
      '+15个百分点',
      null,
      true,
    ]);
  });

  test('without one of the numbers says which', () => {
    expect(change(compared({ value: '85' }, undefined))).toBe('通报没有基期的数值');
    expect(margin(compared({ value: '85' }, undefined))).toBe('通报没有目标的数值');
    expect(change(compared(undefined, { value: '80' }, { value: '70' }))).toBe('通报没有达到水平的数值');
    expect(change(compared({ value: '85', level: '市级' }, undefined, { value: '70', level: '省级' }))).toBe(
      '层级不同，不作比较',
    );
  });
});

describe('a duration of which less is better', () => {
  const days = { unit: '工作日', difference: '工作日', direction: '越低越好' } as const;
  const inDays = (value: string): Part => ({ value, unit: '工作日' });

  test('meets a target it stays under', () => {
    expect(compared(inDays('1'), inDays('2'), undefined, days).outcome).toBe('met');
    expect(compared(inDays('3'), inDays('2'), undefined, days).outcome).toBe('missed');
  });

  test('improves by falling', () => {
    const c = compared(inDays('1'), inDays('2'), inDays('3'), days);
    expect([change(c), c.improved]).toEqual(['−2个工作日', true]);
  });
});

test('an indicator without direction is better neither way', () =>
  expect(compared({ value: '85' }, undefined, { value: '70' }, { direction: '中性' }).improved).toBeNull());

describe('by its direction', () => {
  const improved = (direction: Indicator['direction'], from: Part, to: Part): boolean | null =>
    compared(to, undefined, from, { direction }).improved;

  test.each<[Indicator['direction'], string, string, boolean | null]>([
    ['越高越好', '70', '80', true],
    ['越高越好', '80', '70', false],
    ['越高越好', '80', '80', false],
    ['越低越好', '70', '80', false],
    ['越低越好', '80', '70', true],
    ['越低越好', '80', '80', false],
    ['中性', '70', '80', null],
    ['中性', '80', '70', null],
  ])('%s: from %s to %s is improved: %j', (direction, from, to, expected) =>
    expect(improved(direction, { value: from }, { value: to })).toBe(expected),
  );

  test('is not told where the sign of the change is not known', () =>
    expect(improved('越低越好', { value: '70', comparator: 'ge' }, { value: '85' })).toBeNull());

  test('a plain target is a floor, a ceiling or the number itself', () => {
    const outcome = (direction: Indicator['direction'], value: string): Comparison['outcome'] =>
      compared({ value }, { value: '80' }, undefined, { direction }).outcome;
    expect(['79', '80', '81'].map((v) => outcome('越高越好', v))).toEqual(['missed', 'met', 'met']);
    expect(['79', '80', '81'].map((v) => outcome('越低越好', v))).toEqual(['met', 'met', 'missed']);
    expect(['79', '80', '81'].map((v) => outcome('中性', v))).toEqual(['missed', 'met', 'missed']);
  });
});

describe('why a target is pending', () => {
  test.each<[string, Part, Part]>([
    ['通报没有达到水平的数值', { missing: '暂缺' }, { value: '80' }],
    ['达到水平是预计数', { expected: true }, { value: '80' }],
    ['目标与达到水平的层级不同', { level: '市级' }, { value: '80', level: '省级' }],
    ['数值是概数或只有界限，能否达标无法确定', { comparator: 'about' }, { value: '80' }],
  ])('%s', (reason, achieved, target) => expect(compared(achieved, target).reason).toBe(reason));

  test('is said of no other', () => {
    expect(compared({ value: '90' }, { value: '80' }).reason).toBeNull();
    expect(compared({ value: '90' }, undefined).reason).toBeNull();
  });
});

test('the margin is counted from a bound, but not from the word about', () => {
  expect(margin(compared({ value: '85' }, { value: '80', comparator: 'lt' }))).toBe('+5个百分点');
  expect(margin(compared({ value: '85' }, { value: '80', comparator: 'le' }))).toBe('+5个百分点');
  expect(margin(compared({ value: '85' }, { value: '80', comparator: 'gt' }))).toBe('+5个百分点');
  expect(margin(compared({ value: '85' }, { value: '80', comparator: 'about' }))).toBe(
    '其中有概数（约、余、近），不作加减',
  );
});
