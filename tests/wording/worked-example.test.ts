import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../src/domain/indicator.ts';
import { workedExample } from '../../src/wording/worked-example.ts';
import { bulletin, indicators } from '../charts/issue-48.ts';
import { bulletinsOf, indicatorOf, type Says } from '../domain/bulletins.ts';

const worked = (says: Readonly<Record<number, Says>>, registered: Partial<Indicator> = {}) => {
  const indicator = indicatorOf(registered);
  return workedExample(bulletinsOf(indicator, says), new Map([[indicator.code, indicator]]));
};
const sums = (...of: Parameters<typeof worked>): string[] | undefined =>
  worked(...of)?.steps.map(({ name, sum, result }) => `${name}：${sum}，得${result}`);

test('bulletin 48 is worked by its first row', () => {
  expect(workedExample([bulletin], indicators)).toEqual({
    of: '第48期附表第1行“政务服务事项不见面审批事项占比”（越高越好）',
    address: '/issues/48/charts/no-visit-approval/',
    steps: [
      { name: '变化', rule: '达到水平减去基期', sum: '97.2% − 70.41%', result: '+26.79个百分点' },
      {
        name: '与目标相差',
        rule: '达到水平减去目标；目标写“80%以上”的，减去80%',
        sum: '97.2% − 80%',
        result: '+17.2个百分点',
      },
      { name: '结果', rule: '越高越好的，不低于目标为达标', sum: '97.2% ≥ 80%', result: '达标' },
    ],
  });
});

describe('the example', () => {
  test('is a miss where that is what was published', () => {
    expect(sums({ 1: { base: [2019, '70'], goal: [2020, '≥80'], reached: [2020, '79.8'] } })).toEqual([
      '变化：79.8% − 70%，得+9.8个百分点',
      '与目标相差：79.8% − 80%，得−0.2个百分点',
      '结果：79.8% < 80%，得未达标',
    ]);
  });

  test('turns round where lower is better', () => {
    const days = { unit: '工作日', direction: '越低越好' } as const;
    expect(sums({ 1: { base: [2019, '5'], goal: [2020, '3'], reached: [2020, '2'] } }, days)).toEqual([
      '变化：2个工作日 − 5个工作日，得−3个工作日',
      '与目标相差：2个工作日 − 3个工作日，得−1个工作日',
      '结果：2个工作日 ≤ 3个工作日，得达标',
    ]);
    expect(sums({ 1: { base: [2019, '5'], goal: [2020, '3'], reached: [2020, '4'] } }, days)?.[2]).toBe(
      '结果：4个工作日 > 3个工作日，得未达标',
    );
  });

  test('is of the latest bulletin that has such a row', () => {
    expect(
      worked({
        1: { base: [2019, '70'], goal: [2020, '80'], reached: [2020, '81'] },
        2: { base: [2020, '81'], goal: [2021, '82'], reached: [2021, '83'] },
        3: { base: [2021, '83'], reached: [2022, '84'] },
      })?.of,
    ).toMatch(/^第2期/);
  });

  test.each([
    ['a bound as base', { base: [2019, '≥70'], goal: [2020, '80'], reached: [2020, '81'] }],
    ['a value that is only expected', { base: [2019, '70'], goal: [2020, '80'], reached: [2020, '预计81'] }],
    ['a rough value', { base: [2019, '70'], goal: [2020, '80'], reached: [2020, '约81'] }],
    ['a ceiling as target of what should be high', { base: [2019, '70'], goal: [2020, '≤80'], reached: [2020, '81'] }],
    ['no target', { base: [2019, '70'], reached: [2020, '81'] }],
    ['a target of a later year', { base: [2019, '70'], goal: [2025, '80'], reached: [2020, '81'] }],
    ['no base', { goal: [2020, '80'], reached: [2020, '81'] }],
  ] as const satisfies readonly (readonly [string, Says])[])('is never a row with %s', (_, says) => {
    expect(worked({ 1: says })).toBeNull();
  });

  test('is never of a place nor of what is neither good nor bad', () => {
    const row = { 1: { base: [2019, '7'], goal: [2020, '6'], reached: [2020, '5'] } } as const;
    expect(worked(row, { unit: '位', direction: '越低越好' })).toBeNull();
    expect(worked(row, { direction: '中性' })).toBeNull();
  });
});
