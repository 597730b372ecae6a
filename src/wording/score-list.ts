import type { Indicator } from '../domain/indicator.ts';
import { hasTarget, mainGroup, type Bulletin, type Group, type Row } from '../domain/issue.ts';
import { isExpected, isNumeric } from '../domain/observation.ts';
import { isNotComputable } from '../domain/quantity.ts';
import { changeSince } from './difference.ts';
import { spell } from './phrase.ts';
import { rowLabel } from './row-name.ts';
import { isFull } from './score-finding.ts';

interface ScoreLine {
  readonly code: string;
  readonly name: string;
  readonly value: string;
  /** What must be known of the value: 满分，与2019年持平; 2019年68.34分；预计，不是成绩. */
  readonly note: string;
}

/** A table without targets, as a short list. */
export const scoreList = (group: Group, indicators: ReadonlyMap<string, Indicator>): ScoreLine[] =>
  group.rows.map((row) => ({
    code: row.indicator,
    name: rowLabel(row, group),
    value: row.cells.achieved ? spell(row.cells.achieved) : '未列',
    note: noteOf(row, indicators.get(row.indicator)),
  }));

function noteOf(
  { cells: { baseline, achieved }, comparison: { change } }: Row,
  indicator: Indicator | undefined,
): string {
  const from = isNumeric(baseline) ? (baseline.period?.label ?? '基期') : '';
  if (isExpected(achieved))
    return [...(isNumeric(baseline) ? [`${from}${spell(baseline)}`] : []), '预计，不是成绩'].join('；');
  return [
    ...(isFull(achieved, indicator) ? ['满分'] : []),
    ...(from && !isNotComputable(change) ? [changeSince(from, change)] : []),
  ].join('，');
}

/** A side column has no room for more. */
const MOST_ROWS = 6;

/** The tables that a list tells as well: no targets, few rows, no areas; not the one that the page shows at its top. */
export const shortTables = (bulletin: Bulletin): Group[] =>
  bulletin.groups.filter(
    (group) =>
      group !== mainGroup(bulletin) &&
      group.kind === 'comparison' &&
      group.rows.length <= MOST_ROWS &&
      group.rows.every(({ area }) => area === null) &&
      !hasTarget(group),
  );
