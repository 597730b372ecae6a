import type { Group, Row } from '../domain/issue.ts';
import { counted } from './phrase.ts';

/** A row in a sentence: its indicator, of one area both: 新华区综合得分. */
export const rowName = ({ name, area }: Pick<Row, 'name' | 'area'>): string =>
  area === null ? name : `${area}${name}`;

/** A row among the others of its table: where all are of one indicator, its area alone. */
export function rowLabel(row: Row, group: Pick<Group, 'rows'>): string {
  if (row.area === null) return row.name;
  return isOfOneIndicator(group) ? row.area : `${row.name}（${row.area}）`;
}

/** `新华区综合得分、网上可办率`. */
export const namesOf = (rows: readonly Row[]): string => [...new Set(rows.map(rowName))].join('、');

/** Of many the first: `甲、乙、丙等`. */
export function firstNames(rows: readonly Row[], most: number): string {
  const names = [...new Set(rows.map(rowName))];
  return names.slice(0, most).join('、') + (names.length > most ? '等' : '');
}

/** The same, and how many they are: `甲、乙、丙等十二项`. */
export function someNames(rows: readonly Row[], most: number): string {
  const names = firstNames(rows, most);
  return names.endsWith('等') ? names + counted(rows.length, '项') : names;
}

/** Whether a table's rows are the areas of one indicator. */
export const isOfOneIndicator = ({ rows }: Pick<Group, 'rows'>): boolean =>
  rows.length > 0 && rows.every(({ indicator, area }) => area !== null && indicator === rows[0]!.indicator);

/** The areas of a table in the bulletin's order; empty where it names none. */
export const areasOf = ({ rows }: Pick<Group, 'rows'>): string[] => [
  ...new Set(rows.flatMap(({ area }) => area ?? [])),
];

/** With the name of the table: 附件2五个地区的综合得分. The page of an indicator bears its name already. */
export const titledSubject = (group: Pick<Group, 'name' | 'rows'>): string =>
  `${isOfIndicator(group) ? '' : group.name}${subjectOf(group)}`;

/** Whether it is the page of an indicator, and no table. */
export const isOfIndicator = ({ name, rows }: Pick<Group, 'name' | 'rows'>): boolean => name === rows[0]?.name;

/** What a table lists: 六项指标, 五个地区的综合得分, 五个地区的三项指标. */
export function subjectOf(group: Pick<Group, 'rows'>): string {
  const { rows } = group;
  const areas = areasOf(group);
  if (areas.length === 0 || rows.some(({ area }) => area === null)) return `${counted(rows.length, '项')}指标`;
  const names = [...new Set(rows.map(({ name }) => name))];
  const measured = names.length === 1 ? names[0]! : `${counted(names.length, '项')}指标`;
  return `${counted(areas.length, '个地区')}的${measured}`;
}
