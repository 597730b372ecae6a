import type { Group, Row } from '../domain/issue.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isExpected, isNumeric, type Observation } from '../domain/observation.ts';
import { isExact, sameValue } from '../domain/quantity.ts';
import { declines } from './decline.ts';
import { counted, spell, spellNumber } from './phrase.ts';
import { areasOf, namesOf, rowName, titledSubject } from './row-name.ts';

/** What a table without targets says: full marks, numbers that are only expected, gaps, declines. */
export function scoreFinding(group: Group, indicators: ReadonlyMap<string, Indicator>): string[] {
  const parts = [...fullMarks(group, indicators), ...expectations(group), ...absences(group)];
  const declined = declines(group);
  if (parts.length > 0) return [`${tableSubject(group)}中，${parts.join('；')}。`, ...declined];
  return declined.length > 0 || areasOf(group).length === 0 ? declined : [`通报列出${tableSubject(group)}。`];
}

/** 评价得分三项, 附件2五个地区的综合得分. */
const tableSubject = (group: Group): string =>
  areasOf(group).length > 0 ? titledSubject(group) : `${group.name}${counted(group.rows.length, '项')}`;

function fullMarks({ rows }: Group, indicators: ReadonlyMap<string, Indicator>): string[] {
  const isFullIn = (r: Row, role: 'baseline' | 'achieved'): boolean =>
    isFull(r.cells[role], indicators.get(r.indicator));
  return rows
    .filter((r) => isFullIn(r, 'achieved'))
    .map((r) => `${rowName(r)}${isFullIn(r, 'baseline') ? '保持' : '达到'}满分（${spell(r.cells.achieved!)}）`);
}

export const isFull = (o: Observation | undefined, indicator: Indicator | undefined): boolean =>
  isNumeric(o) &&
  !isExpected(o) &&
  o.unit === '分' &&
  isExact(o.quantity) &&
  !!indicator?.upper &&
  sameValue(o.quantity.value, indicator.upper);

function expectations({ rows }: Group): string[] {
  const expected = rows.flatMap((row) => {
    const { achieved } = row.cells;
    return isNumeric(achieved) && isExpected(achieved) ? [`${rowName(row)}${spellNumber(achieved)}`] : [];
  });
  return expected.length > 0 ? [`${expected.join('、')}是预计数，不是已经达到的成绩`] : [];
}

function absences({ rows }: Group): string[] {
  const absent = rows.filter((r) => !isNumeric(r.cells.achieved));
  return absent.length > 0 ? [`${namesOf(absent)}没有达到水平的数值`] : [];
}
