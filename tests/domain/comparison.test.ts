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
    target: target && observation({ role: 'target', ...target }),
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
    expect([change(c), margin(c), c.improved]).toEqual(['至多+15个百分点', '+5个百分点', null]);
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
  const days = { unit: '工作日', direction: '越低越好' } as const;
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
