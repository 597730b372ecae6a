/** 更正: an error put right; 修订: a planned revision; 更新: new information; 撤回: withdrawn, with nothing in its place. */
export const KINDS = ['更正', '修订', '更新', '撤回'] as const;

/** One line of `data/corrections.csv`: something published that was changed, by whom and why. */
export interface Correction {
  /** The day of the change, ISO. */
  readonly date: string;
  readonly issue: number;
  /** As its table names it; blank where the bulletin itself was changed: its text, its title. */
  readonly indicator: string;
  /** Registry code; null for a figure that is local to its bulletin. */
  readonly code: string | null;
  /** Heading of the changed cell; `整行` for a row that was added or withdrawn; `正文` for words of the text. */
  readonly column: string;
  /** 出处, where the name alone does not tell the row; null otherwise. */
  readonly place: string | null;
  /** What was published, and what stands there since. */
  readonly before: string;
  readonly after: string;
  readonly kind: (typeof KINDS)[number];
  readonly reason: string;
  /** Who approved it. */
  readonly approver: string;
}

/** A figure that is not what the bulletin printed: every correction of it taken together. */
export interface CorrectedFigure extends Pick<Correction, 'indicator' | 'code' | 'column' | 'place' | 'kind'> {
  /** As the bulletin printed it. */
  readonly printed: string;
  readonly now: string;
}

/** Of a log, oldest first, the figures that are no longer what was printed. @param isValue whether a column holds figures */
export function correctedFigures(
  log: readonly Correction[],
  isValue: (correction: Correction) => boolean,
): CorrectedFigure[] {
  const figures = new Map<string, CorrectedFigure>();
  for (const c of log.filter(isValue)) {
    const { indicator, code, column, place, kind } = c;
    const key = [indicator, column, place].join('|');
    figures.set(key, {
      indicator,
      code,
      column,
      place,
      kind,
      printed: figures.get(key)?.printed ?? c.before,
      now: c.after,
    });
  }
  return [...figures.values()].filter(({ printed, now }) => printed !== now);
}

/** What stands in `column` for a row that was added or withdrawn after publication, and then in `after`. */
export const WHOLE_ROW = '整行';
export const ADDED = '新增';
export const WITHDRAWN = '撤回';

/** What stands in `column` for what the bulletin says outside its tables. */
export const WORDS = '正文';
export const HEADING = '小标题';
export const PLACED = '图表';
/** The same for a heading of a table. */
export const COLUMN_HEADING = '表头';

export const isWithdrawal = ({ column, after }: Correction): boolean => column === WHOLE_ROW && after === WITHDRAWN;

/** Of a registered indicator in a table. 数值 is the heading of facts.csv, whose figures no chart shows, even of the same indicator. */
export const isCharted = (c: Correction): c is Correction & { readonly code: string } =>
  c.code !== null && c.column !== '数值';
