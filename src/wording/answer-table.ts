import { cellIn, type Column, type Group, type Row } from '../domain/issue.ts';
import { isExpected, isNumeric } from '../domain/observation.ts';
import type { Outcome } from '../domain/comparison.ts';
import { isJudgedAlike, targetViews } from '../domain/target-view.ts';
import { chartAddress } from '../publication/address.ts';
import { alignedCaption, shortLabel } from './aligned.ts';
import { OUTCOMES, spell } from './phrase.ts';
import { rowLabel } from './row-name.ts';
import { targetNames } from './target-finding.ts';
import { columnTitle, roleLook } from './title.ts';

/** A value of a row in the column of its role. */
interface AnswerValue {
  readonly text: string;
  readonly role: Column['role'];
  readonly isWords: boolean;
  /** Heads the value where the table has no head: 2019年, 目标. */
  readonly label: string;
}

/** A row as one of its targets judges it. */
interface AnswerJudgement {
  /** Of several targets its name. */
  readonly name: string | null;
  readonly outcome: Outcome;
  readonly word: string;
  readonly row: Row;
}

interface AnswerRow {
  readonly name: string;
  readonly address: string;
  readonly values: readonly AnswerValue[];
  readonly judged: readonly AnswerJudgement[];
  readonly missed: boolean;
}

/** A table's answer: in each row what was, what was wanted, what was reached, and whether that is enough. */
export interface AnswerTable {
  readonly headings: readonly { readonly label: string; readonly look: string }[];
  /** Over the comparison. */
  readonly caption: string;
  /** What the marks of the comparison are called, in their order. */
  readonly marks: readonly { readonly label: string; readonly look: string }[];
  readonly rows: readonly AnswerRow[];
}

export function answerTable(group: Group, issue: number): AnswerTable {
  const names = targetNames(group);
  const several = names.length > 1;
  // Each of several targets stands with its comparison: as columns they would leave that no room.
  const columns = group.columns.filter(({ role }) => role !== 'frontier' && !(several && role === 'target'));
  const views = targetViews(group);
  return {
    headings: columns.map((column) => ({ label: columnTitle(column, group.rows), look: roleLook(column, group.rows) })),
    caption: alignedCaption(group),
    marks: marksOf(columns, group.rows),
    rows: group.rows.map((row, i) => ({
      name: rowLabel(row, group),
      address: chartAddress(issue, row.indicator),
      values: columns.map((column) => valueOf(row, column, columns)),
      judged: told(views.map((view, v) => judgement(view.rows[i]!, several ? names[v]! : null))),
      missed: row.comparison.outcome === 'missed',
    })),
  };
}

function valueOf(row: Row, column: Column, columns: readonly Column[]): AnswerValue {
  const o = cellIn(row, column);
  return {
    text: o ? spell(o) : '未列',
    role: column.role,
    isWords: !isNumeric(o),
    label: shortLabel(column, columns),
  };
}

const judgement = (row: Row, name: string | null): AnswerJudgement => ({
  name: name === null ? null : `${name}${row.cells.target ? spell(row.cells.target) : '未列'}`,
  outcome: row.comparison.outcome,
  word: `${name?.replace(/目标$/, '') ?? ''}${OUTCOMES[row.comparison.outcome]}`,
  row,
});

/** Together where none can be compared, for one reason: as where the row has none of the targets. */
function told(judged: readonly AnswerJudgement[]): readonly AnswerJudgement[] {
  const [first, ...others] = judged;
  if (!first || others.length === 0 || !isJudgedAlike(judged.map(({ row }) => row))) return judged;
  const hasTarget = first.outcome !== 'no-target';
  return [{ ...judgement(first.row, null), name: hasTarget ? judged.map(({ name }) => name).join('、') : null }];
}

/** The key: only what occurs. */
function marksOf(columns: readonly Column[], rows: readonly Row[]): AnswerTable['marks'] {
  const reached = rows.filter(({ cells }) => isNumeric(cells.achieved));
  const expected = reached.filter(({ cells }) => isExpected(cells.achieved));
  const missed = reached.filter(({ comparison }) => comparison.outcome === 'missed');
  const label = (role: Column['role']): string => {
    const column = columns.find((c) => c.role === role);
    return column ? shortLabel(column, columns) : '';
  };
  return [
    ...(rows.some(({ cells }) => isNumeric(cells.baseline)) ? [{ label: label('baseline'), look: 'baseline' }] : []),
    { label: '目标', look: 'target' },
    ...(reached.length > expected.length + missed.length ? [{ label: label('achieved'), look: 'achieved' }] : []),
    ...(expected.length > 0 ? [{ label: '预计', look: 'expected' }] : []),
    ...(missed.length > 0 ? [{ label: '未达标', look: 'missed' }] : []),
  ];
}
