import { csvParseRows } from 'd3-dsv';
import { lookup } from '../ingest/text/letters.ts';
import { REGISTRY, type NamedCell } from './cells.ts';

/** A cell of a released version's record. */
export interface RecordedCell {
  readonly file: string;
  readonly indicator: string;
  readonly nth: number;
  readonly column: string;
  readonly text: string;
}

/** A record's cells, and its corrections as lines to compare. */
export function recordedRows(record: string): { cells: RecordedCell[]; log: string[] } {
  const rows = csvParseRows(record).slice(1) as [
    file: string,
    indicator: string,
    nth: string,
    column: string,
    text: string,
  ][];
  const logged = (row: readonly string[]): boolean => row[0] === 'corrections.csv';
  return {
    cells: rows
      .filter((row) => !logged(row))
      .map(([file, indicator, nth, column, text]) => ({ file, indicator, nth: Number(nth), column, text })),
    log: rows.filter(logged).map((row) => row.join('|')),
  };
}

/** Which cell of which row: the same whatever the quotation marks of its name. */
export const cellKey = ({
  file,
  indicator,
  nth,
  column,
}: Pick<RecordedCell, 'file' | 'indicator' | 'nth' | 'column'>): string =>
  [file, lookup(indicator), nth, column].join('|');

/**
 * What was recorded, by the keys of the present state. Rows that stand in their order, but for new names, are the same rows;
 * otherwise their names tell, and a row whose name is gone is the one that stands, unknown, in its place.
 */
export function matched(recorded: readonly RecordedCell[], state: readonly NamedCell[]): Map<string, RecordedCell> {
  const [was, is] = [filesOf(recorded), filesOf(state)];
  return new Map(
    [...was].flatMap(([file, lines]) => {
      const now = is.get(file) ?? [];
      const [before, after] = [new Set(lines.map(rowName)), new Set(now.map(rowName))];
      const fresh = (row: Row | undefined): boolean =>
        row !== undefined && file !== REGISTRY && !before.has(rowName(row));
      const standing = lines.every((row, i) => fresh(now[i]) || (now[i] && rowName(now[i]) === rowName(row)));
      return lines.flatMap((row, i) => {
        const there = standing || (fresh(now[i]) && !after.has(rowName(row))) ? now[i]![0]! : undefined;
        return row.map((c) => [cellKey(there ? { ...there, column: c.column } : c), c] as const);
      });
    }),
  );
}

type Row = readonly (RecordedCell | NamedCell)[];

const rowName = ([c]: Row): string => lookup(c!.indicator);

/** The rows of each file. */
const filesOf = (cells: Row): Map<string, Row[]> =>
  Map.groupBy(Map.groupBy(cells, (c) => cellKey({ ...c, column: '' })).values(), ([c]) => c!.file);
