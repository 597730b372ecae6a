import { join } from 'node:path';
import { load } from '../../src/catalog.ts';
import type { Caption } from '../../src/charts/sheet/standalone.ts';
import { groupFinding } from '../../src/wording/finding.ts';
import { rowFinding } from '../../src/wording/row-finding.ts';
import { mainGroup } from '../../src/domain/issue.ts';
import { groupNotes, indicatorNotes } from '../../src/wording/note.ts';
import { groupTitle, rowTitle } from '../../src/wording/title.ts';

/** The first bulletin as it is published: its main table, and the row with the most to say. */
const { bulletins, indicators: registry } = load(join(import.meta.dirname, '../..'));
export const bulletin = bulletins.find(({ issue }) => issue.number === 48)!;
export const indicators = registry;
export const group = mainGroup(bulletin)!;
export const row = group.rows.find(({ indicator }) => indicator === 'one-window')!;
export const indicator = indicators.get(row.indicator)!;

const common = {
  unit: '单位：%；平顶山市。',
  dated: '通报日期：2021年1月25日。数据版本1（2026年11月23日发布）。',
};
const source = '平顶山市优化营商环境工作领导小组办公室《优化营商环境工作通报》第48期附表';

export const groupCaption: Caption = {
  ...common,
  title: groupTitle(group),
  finding: groupFinding(group, indicators).join(''),
  notes: groupNotes(group),
  source: `${source}第1至6行`,
  address: 'https://example.org/zwgk/issues/48/charts/group-2/',
};
export const rowCaption: Caption = {
  ...common,
  title: rowTitle(row, group),
  finding: rowFinding(row, group),
  notes: indicatorNotes(groupNotes({ ...group, rows: [row] }), null),
  source: `${source}第5行`,
  address: null,
};
