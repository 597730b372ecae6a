import { describe, expect, test } from 'vitest';
import { courseOf } from '../../src/domain/course.ts';
import { trendFinding, trendTitle } from '../../src/wording/trend-finding.ts';
import { trendNotes } from '../../src/wording/trend-note.ts';
import { overTime } from '../domain/over-time.ts';

const said = (code: string): { title: string; finding: string; notes: string[] } => {
  const { bulletins, indicator } = overTime(code);
  const { drawn, undrawn } = courseOf(bulletins, indicator);
  return {
    title: trendTitle(drawn, indicator),
    finding: trendFinding(drawn, indicator),
    notes: trendNotes(drawn, undrawn, indicator, bulletins),
  };
};

describe('an indicator of years and quarters', () => {
  test('is titled by its first and last period', () =>
    expect(said('online-share').title).toBe('网上可办率：2020年至2025年的水平与目标'));
  test('is told kind by kind, a quarter against the same quarter, each target by its setter', () =>
    expect(said('online-share').finding).toBe(
      '年度：2020年80.2%，2021年88.0%，2022年94.7%，比2020年提高14.5个百分点；2025年省定目标99%。' +
        '季度：2021年一季度84.3%，2023年一季度97.4%，比2021年一季度提高13.1个百分点；' +
        '2022年省定目标95%，2022年市定目标98%，2023年省定目标95%，2023年市定目标98%。',
    ));
  test('has notes of each part, and those of all once', () =>
    expect(said('online-share').notes).toEqual([
      '年度：时点：通报未注明，记号画在各年的中间。',
      '季度：2022年三季度：第3期写明“暂缺”，不画记号，连线在此断开。',
      '季度：记号画在各期的最后一天。',
      '层级：通报未注明。',
    ]));
});

test('months to date are told span by span, the newest first', () =>
  expect(said('accidents').finding).toBe(
    '2021年1—2月31起，2022年1—2月27起，2023年1—2月22起，比2021年1—2月减少9起；' +
      '2021年1—8月131起，2022年1—8月118起，比2021年1—8月减少13起；' +
      '2021年1—7月112起，2022年1—7月96起，比2021年1—7月减少16起；另有一段时期的数，见图和表。',
  ));

test('areas are told one by one', () =>
  expect(said('total-score').finding).toBe(
    '全市：2022年一季度88.1分，2023年一季度91.1分，比2022年一季度提高3分。' +
      '湛河区：2022年一季度90.2分，2023年一季度93.0分，比2022年一季度提高2.8分。' +
      '叶县：2022年一季度82.5分，2022年二季度81.9分，2022年四季度85.2分，2023年一季度86.6分，比2022年一季度提高4.1分。',
  ));

test('bulletins that differ about a quarter name it', () =>
  expect(said('power-reliability').notes[0]).toBe(
    '2022年一季度第1期达到99.961%，第5期基期99.954%。各期所写的数不同，都画出来；连线只在同一期写出的两个数之间。',
  ));

test('what is 不可比 says so, with the bulletin’s reason', () => {
  const { finding, notes } = said('added-value');
  expect(finding).toBe('2020年107.7亿元，2021年118.3亿元，2022年131.0亿元，2022年与2021年的数不可比，不计算变化。');
  expect(notes[0]).toBe('2022年与2021年的数，第4期写明不可比：按可比价格计算。不连线，不计算变化。');
});

test('a sum over a plan’s years is said to stand in the table', () =>
  expect(said('investment').notes.at(-1)).toBe('规划期累计数不是一年的数，不画在图上，见下表。'));

test('a period with no other to be set against is said to stand in the table', () => {
  const { bulletins, indicator } = overTime('online-share');
  const few = bulletins.filter(({ issue }) => issue.number !== 1 && issue.number !== 5);
  const { drawn, undrawn } = courseOf(
    few.map((b) => ({ ...b, groups: b.groups.filter(({ name }) => name !== '附件1' || b.issue.number === 3) })),
    indicator,
  );
  expect(trendNotes(drawn, undrawn, indicator, few)).toContain(
    '2021年三季度的数没有同类时期的数可以对照，不画图，见下表。',
  );
});
