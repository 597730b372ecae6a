import type { SourceFile, Table } from '../ingest/source.ts';
import { placeKey } from '../ingest/text/place.ts';
import { csvFormatRows } from 'd3-dsv';
import { WHOLE_ROW, type Correction } from '../domain/correction.ts';
import { halfWidth, lookup } from '../ingest/text/letters.ts';
import type { Place } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';

/** One cell of a bulletin's tables. */
export interface StateCell {
  /** `comparison.csv`, `facts.csv`. */
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly text: string;
  readonly at: Place;
}

/** What the tables of one bulletin say, cell by cell: what a release fixes and a correction changes. */
export type State = readonly StateCell[];

/** Line breaks in a cell are what the program that saved it makes of them. */
export const stateOf = (tables: readonly Table[]): State =>
  tables.flatMap(({ path, sheet }) =>
    sheet.entries.flatMap(({ row, cells }) =>
      cells.map(({ column, cell }): StateCell => ({
        file: fileName(path),
        row,
        column: halfWidth(column).replace(/\s+/g, ''),
        text: cell.text.replace(/\r\n?/g, '\n'),
        at: cell.at,
      })),
    ),
  );

export const REGISTRY = 'indicators.csv';

const fileName = (path: string): string => path.split('/').at(-1)!;

const rowsOf = (state: State): StateCell[][] => [...Map.groupBy(state, (c) => `${c.file}|${c.row}`).values()];

const textOf = (row: readonly StateCell[], column: string): string => row.find((c) => c.column === column)?.text ?? '';

/**
 * The state with what the registry adds to it: under its code a compared indicator's direction, since that decides what
 * was judged; under its name in the table, the name that is shown and the unit where the row does not say the same itself.
 */
export function withRegistry(state: State, { find }: Registry): State {
  const added = rowsOf(state).flatMap((row, i) => {
    const name = textOf(row, '指标');
    const indicator = find(name);
    if (!indicator) return [];
    const cells = (n: number, of: string, said: readonly (readonly [column: string, text: string])[]): StateCell[] =>
      said.length === 0
        ? []
        : [['指标', of] as const, ...said].map(([column, text]) => ({
            file: REGISTRY,
            row: n,
            column,
            text,
            at: { file: `data/${REGISTRY}`, column },
          }));
    const shown = [
      ...(indicator.name === name ? [] : [['名称', indicator.name] as const]),
      ...(textOf(row, '单位') === '' ? [['单位', indicator.unit] as const] : []),
    ];
    return [
      ...cells(2 * i, indicator.code, row[0]!.file === 'comparison.csv' ? [['方向', indicator.direction]] : []),
      ...cells(2 * i + 1, name, shown),
    ];
  });
  return [...state, ...added];
}

export interface NamedCell extends StateCell {
  readonly indicator: string;
  readonly place: string;
  /** Of several rows of one name the how-manieth. */
  readonly nth: number;
}

/** Every cell with the name of its row. */
export function namedCells(state: State): NamedCell[] {
  const count = new Map<string, number>();
  return rowsOf(state).flatMap((cells) => {
    const indicator = textOf(cells, '指标');
    const key = `${cells[0]!.file}|${lookup(indicator)}`;
    const nth = (count.get(key) ?? 0) + 1;
    count.set(key, nth);
    return cells.map((c) => ({ ...c, indicator, place: textOf(cells, '出处'), nth }));
  });
}

const HEAD = ['文件', '指标', '次', '列', '内容'];

/** Whether a version records a cell: 序号 only numbers rows, except where it is the place of one that names no other. */
export const isRecorded = (c: NamedCell): boolean =>
  c.text !== '' && (c.column !== '序号' || c.place === '') && !(c.file === REGISTRY && c.column === '指标');

/** A version in full, as `data/published/48-v1.csv` keeps it: every cell that says something, then the corrections so far. */
export function versionRecord(state: State, log: readonly Correction[]): string {
  const cells = namedCells(state)
    .filter(isRecorded)
    .map((c) => [c.file, c.indicator, String(c.nth), c.column, c.text]);
  const entries = log.map((c, i) => [
    'corrections.csv',
    c.indicator,
    String(i + 1),
    c.column,
    JSON.stringify([c.date, c.place, c.before, c.after, c.kind, c.reason, c.approver]),
  ]);
  return `${csvFormatRows([HEAD, ...cells, ...entries])}\n`;
}

/** The cells that a correction may mean; more than one where it names its row too loosely. */
export function cellsMeant(
  state: State,
  { indicator, column, place, after }: Correction,
  same: (a: string, b: string) => boolean,
): StateCell[] {
  const rows = namedCells(state).filter(
    (c) => same(c.indicator, indicator) && (place === null || placeKey(c.place) === placeKey(place)),
  );
  const cells = rows.filter((c) => lookup(c.column) === lookup(column === WHOLE_ROW ? '指标' : column));
  const fitting = column === WHOLE_ROW ? cells : cells.filter((c) => c.text === after);
  return fitting.length > 0 ? fitting : cells;
}

/** The state before a correction of this cell. */
export const stateBefore = (state: State, cell: StateCell, { column, before }: Correction): State =>
  column === WHOLE_ROW
    ? state.filter((c) => c.file !== cell.file || c.row !== cell.row)
    : state.map((c) =>
        c.file === cell.file && c.row === cell.row && c.column === cell.column ? { ...c, text: before } : c,
      );

/** The files of an earlier state, for the same reader that reads today's. */
export function filesOf(tables: readonly Table[], state: State): Map<string, SourceFile> {
  const rows = Map.groupBy(state, (c) => `${c.file}|${c.row}`);
  return new Map(
    tables.map(({ path, sheet }) => {
      const head = sheet.entries[0]?.cells.map(({ cell }) => cell.at.column ?? '') ?? [];
      const body = sheet.entries.flatMap(({ row }) => {
        const cells = rows.get(`${fileName(path)}|${row}`);
        return cells ? [cells.map((c) => c.text)] : [];
      });
      return [fileName(path), { path, bytes: new TextEncoder().encode(csvFormatRows([head, ...body])) }];
    }),
  );
}
