import { WITHDRAWN } from '../domain/correction.ts';

/** A change as `corrections.csv` tells it. */
export interface Change {
  readonly indicator: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** 出处, where the name alone does not tell the row. */
  readonly place: string | null;
}

/** What the suggested line leaves to be written. */
export const UNWRITTEN = { date: '日期', reason: '原因', approver: '批准人' } as const;

export const BLANK = '空白';

/** Cells of a line for `corrections.csv`, to be completed: the day, the reason and who approved are for the office to say. */
export const suggestedLine = (issue: number, { indicator, column, before, after, place }: Change): string[] => [
  UNWRITTEN.date,
  String(issue),
  indicator,
  column,
  written(before),
  written(after),
  after === WITHDRAWN ? WITHDRAWN : '更正',
  UNWRITTEN.reason,
  UNWRITTEN.approver,
  ...(place === null ? [] : [place]),
];

/** What must be done before a line with a place is added. */
export const firstStep = ({ place }: Change): string =>
  place === null ? '' : '（表头没有“出处”一列的，先在最后加上）';

const written = (text: string): string => text.replace(/\s+/g, ' ') || BLANK;
