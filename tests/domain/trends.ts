import type { Indicator } from '../../src/domain/indicator.ts';
import type { Bulletin } from '../../src/domain/issue.ts';
import { bulletinsOf, indicatorOf, type Says } from './bulletins.ts';

export interface Case {
  readonly indicator: Indicator;
  readonly bulletins: readonly Bulletin[];
}

const made = (says: Readonly<Record<number, Says>>, more: Partial<Indicator> = {}): Case => {
  const indicator = indicatorOf(more);
  return { indicator, bulletins: bulletinsOf(indicator, says) };
};

/** What several bulletins may say of one indicator; all invented. */
export const trends = {
  single: made({ 48: { base: [2019, '70.41'], goal: [2020, '80'], reached: [2020, '97.2'] } }),
  yearly: made({
    48: { base: [2019, '70.41'], goal: [2020, '80'], reached: [2020, '87.2'] },
    49: { base: [2020, '87.2'], goal: [2021, '90'], reached: [2021, '91.5'] },
    50: { base: [2021, '91.5'], goal: [2022, '95'], reached: [2022, '90.8'] },
  }),
  expected: made(
    {
      48: { base: [2019, '68.34'], reached: [2020, '79.5'] },
      49: { base: [2020, '79.5'], reached: [2021, '预计85'] },
    },
    { unit: '分', lower: '0', upper: '100', name: '示例得分一' },
  ),
  outcome: made(
    {
      48: { base: [2019, '68.34'], reached: [2020, '预计85'] },
      49: { base: [2020, '82.1'], reached: [2021, '预计90'] },
    },
    { unit: '分', lower: '0', upper: '100', name: '示例得分一' },
  ),
  floor: made({
    48: { base: [2019, '≥70'], goal: [2020, '≥80'], reached: [2020, '85'] },
    49: { base: [2020, '85'], goal: [2021, '≥85'], reached: [2021, '≥90'] },
    50: { base: [2021, '≥90'], goal: [2022, '≥90'], reached: [2022, '约96'] },
  }),
  missing: made({
    48: { base: [2019, '45.2'], goal: [2020, '60'], reached: [2020, '58'] },
    49: { base: [2020, '58'], goal: [2021, '65'], reached: [2021, '未公布'] },
    50: { base: [2021, '暂缺'], goal: [2022, '70'], reached: [2022, '72.6'] },
  }),
  broken: made(
    {
      48: { base: [2019, '70.41'], goal: [2020, '80'], reached: [2020, '97.2'] },
      49: { base: [2021, '88.4'], goal: [2022, '92'], reached: [2022, '91.3'] },
    },
    { breaks: [{ issue: 49, note: '改按事项的办理项计算' }] },
  ),
  restated: made(
    {
      48: { base: [2019, '70.41'], goal: [2020, '80'], reached: [2020, '97.2'] },
      49: { base: [2020, '88.4'], goal: [2021, '92'], reached: [2021, '91.3'] },
    },
    { breaks: [{ issue: 49, note: '改按事项的办理项计算。' }] },
  ),
  differing: made({
    48: { base: [2019, '61.3'], goal: [2020, '70'], reached: [2020, '82.1'] },
    49: { base: [2020, '76.4'], goal: [2021, '80'], reached: [2021, '84'] },
    50: { base: [2021, '84'], goal: [2022, '85'], reached: [2022, '86.5'] },
  }),
  levels: made({
    48: { base: [2019, '市级 50'], goal: [2020, '市级 55'], reached: [2020, '市级 57.5'] },
    49: { base: [2020, '县级 41'], goal: [2021, '县级 50'], reached: [2021, '县级 46.2'] },
    50: { reached: [2021, '市级 63'] },
    51: { reached: [2022, '66'] },
  }),
  days: made(
    {
      48: { base: [2019, '5'], goal: [2020, '3'], reached: [2020, '3'] },
      49: { base: [2020, '3'], goal: [2021, '≤2'], reached: [2021, '2.5', '2021年6月30日'] },
      50: { base: [2021, '2'], goal: [2022, '1'], reached: [2022, '1', '2022年底'] },
    },
    { unit: '工作日', direction: '越低越好', name: '示例办理时间' },
  ),
  long: made(
    Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        40 + i,
        {
          base: [2010 + i, `${52 + i * 3.5}`],
          goal: [2011 + i, `${50 + i * 4}`],
          reached: [2011 + i, `${52 + (i + 1) * 3.5}`],
        } satisfies Says,
      ]),
    ),
  ),
} as const satisfies Record<string, Case>;
