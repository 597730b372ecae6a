import type { Decision } from '../decision.ts';

type Remark = readonly [kind: Decision['kind'], message: string];

/** A file of a table to be, cell by cell. */
export interface Sheet {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly remarks: readonly Remark[] }[];
  /** Of the whole file. */
  readonly remarks: readonly Remark[];
}

/** A column of a file: its heading, and the text of each row in it. */
export interface SheetColumn<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => string;
  /** Left out where no row has anything in it. */
  readonly optional?: boolean;
}

/** Rows to a file; `remarksOf` says what of a row is to be decided. */
export function sheetOf<Row>(
  path: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  remarksOf: (row: Row) => readonly Remark[],
  remarks: readonly Remark[],
): Sheet {
  const used = columns.filter(({ cell, optional }) => !optional || rows.some((row) => cell(row) !== ''));
  return {
    path,
    header: used.map(({ heading }) => heading),
    rows: rows.map((row) => ({ cells: used.map(({ cell }) => cell(row)), remarks: remarksOf(row) })),
    remarks,
  };
}
