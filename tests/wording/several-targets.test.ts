import { describe, expect, test } from 'vitest';
import { toTarget } from '../../src/charts/parts/remark.ts';
import { targetViews } from '../../src/domain/target-view.ts';
import type { Group } from '../../src/domain/issue.ts';
import { groupFinding } from '../../src/wording/finding.ts';
import { rowFinding } from '../../src/wording/row-finding.ts';
import { targetNames } from '../../src/wording/target-finding.ts';
import { REGISTRY, read, TABLE, TEXT, textOf, type Root } from '../ingest/bulletin.ts';

/** A table with two targets, as a clerk would write it. */
function tableWith(...lines: string[]): Group {
  const root: Root = new Map([
    [REGISTRY, textOf(REGISTRY)],
    [
      TEXT,
      '---\ntitle: 通报\ndate: 2023-08-25\ntopic: 政务服务\nlead: 单位\nreportTo: []\ncopyTo: []\nprinted: 2023-08-25\n---\n\n## 附表\n\n<Comparison />\n',
    ],
    [TABLE, `${lines.join('\n')}\n`],
  ]);
  const { bulletins, problems } = read(root);
  expect(problems).toEqual([]);
  return bulletins[0]!.groups[0]!;
}

const two = tableWith(
  '指标,2021年评价水平,2022年省定目标,2022年市定目标,2022年达到水平',
  '网上可办率,70%,80%,98%,97.2%',
  '“一窗”分类受理率,60%,70%,75%,85%',
);

describe('a table with two targets', () => {
  test('counts each by who set it', () =>
    expect(groupFinding(two, new Map())).toEqual([
      '附表所列两项省定目标全部达到。',
      '附表所列两项市定目标中，一项达到，一项未达到（网上可办率）。',
    ]));

  test('says of a row how it stands to each', () =>
    expect(rowFinding(two.rows[0]!, two)).toBe(
      '网上可办率2022年为97.2%，高于省定目标（80%）17.2个百分点，未达到市定目标（98%），差0.8个百分点，比2021年（70%）提高27.2个百分点。',
    ));

  test('names both beside the mark of its chart', () =>
    expect(toTarget(two.rows[0]!)).toBe('省定目标：达标，高于目标17.2个百分点；市定目标：未达标，差0.8个百分点'));

  test('is judged once for each', () =>
    expect(targetViews(two).map(({ rows }) => rows.map(({ comparison }) => comparison.outcome))).toEqual([
      ['met', 'met'],
      ['missed', 'met'],
    ]));
});

test('targets that nobody is named to have set are told by their time, and a later one is pending', () => {
  const later = tableWith('指标,2020年水平,2022年目标,2025年目标,2022年达到水平', '网上可办率,60%,75%,95%,80%');
  expect(targetNames(later)).toEqual(['2022年目标', '2025年目标']);
  expect(groupFinding(later, new Map())).toEqual([
    '附表所列2022年目标已经达到。',
    '附表所列2025年目标待评（网上可办率）。',
  ]);
});

test('many targets that are all pending are told by their one reason, in the finding and beside a mark', () => {
  const later = tableWith(
    '指标,地区,2020年水平,2025年省定目标,2025年市定目标,2022年达到水平',
    ...['新华区', '卫东区', '湛河区', '叶县'].map((area) => `网上可办率,${area},60%,75%,95%,80%`),
  );
  expect(groupFinding(later, new Map())).toEqual([
    '附表所列四项省定目标均待评（目标年份未到）。',
    '附表所列四项市定目标均待评（目标年份未到）。',
  ]);
  expect(toTarget(later.rows[0]!)).toBe('省定目标、市定目标：目标年份未到');
});
