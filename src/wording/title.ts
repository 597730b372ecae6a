import { cellIn, type Column, type Group, type Row } from '../domain/issue.ts';
import { isExpected } from '../domain/observation.ts';
import { rowName, titledSubject } from './row-name.ts';

/** More headings than this say less than their number. */
const MOST_HEADINGS = 6;

/**
 * `附表六项指标：2019年评价水平、2020年省定目标与2020年达到水平`, `附件2五个地区的综合得分：…`: what is measured, never what it
 * shows.
 */
export function groupTitle(group: Group): string {
  const headings = group.kind === 'area' && group.columns.length > MOST_HEADINGS ? [] : group.columns;
  return [titledSubject(group), measured(headings, group.rows)].filter(Boolean).join('：');
}

export const rowTitle = (row: Row, group: Group): string =>
  `${rowName(row)}：${measured(
    group.columns.filter((c) => cellIn(row, c)),
    [row],
  )}`;

/** The frontier has no year of its own and stands in the notes. */
function measured(columns: readonly Column[], rows: readonly Row[]): string {
  const labels = columns.filter((c) => c.role !== 'frontier').map((c) => columnTitle(c, rows));
  return labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join('、')}与${labels.at(-1)}`;
}

/** A column's heading as printed; what it holds of expected numbers is said, since the heading says 达到. */
export function columnTitle({ role, label }: Column, rows: readonly Row[]): string {
  const expected = role === 'achieved' ? rows.filter((r) => isExpected(r.cells.achieved)).length : 0;
  if (expected === 0) return label;
  return `${label}${expected === rows.length ? '（预计）' : '（含预计）'}`;
}

/** The mark of a column's or row's heading: hollow where all it holds is expected. */
export const roleLook = ({ role }: Column, rows: readonly Row[]): string =>
  role === 'achieved' && rows.every((r) => isExpected(r.cells.achieved)) ? 'expected' : role;
