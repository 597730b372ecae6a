/** 更正: an error put right; 修订: a planned revision; 更新: new information. */
export const KINDS = ['更正', '修订', '更新'] as const;

/** One line of `data/corrections.csv`: a published cell that was changed, by whom and why. */
export interface Correction {
  /** The day of the change, ISO. */
  readonly date: string;
  readonly issue: number;
  /** As its table names it. */
  readonly indicator: string;
  /** Registry code; null for a figure that is local to its bulletin. */
  readonly code: string | null;
  /** Heading of the changed cell; `整行` for a row that was added. */
  readonly column: string;
  /** 出处, where the name alone does not tell the row; null otherwise. */
  readonly place: string | null;
  /** The cell as it was published, and as it stands since. */
  readonly before: string;
  readonly after: string;
  readonly kind: (typeof KINDS)[number];
  readonly reason: string;
  /** Who approved it. */
  readonly approver: string;
}

/** What stands in `column` for a row that was added after publication. */
export const WHOLE_ROW = '整行';

/** Of a registered indicator in a table. 数值 is the heading of facts.csv, whose figures no chart shows, even of the same indicator. */
export const isCharted = (c: Correction): c is Correction & { readonly code: string } =>
  c.code !== null && c.column !== '数值';
