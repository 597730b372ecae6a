import { ADDED, COLUMN_HEADING, WHOLE_ROW, WITHDRAWN } from '../domain/correction.ts';
import type { PlainTable } from '../domain/plain-table.ts';
import type { Table } from '../ingest/source.ts';
import type { Pair } from './pair.ts';
import { pairedRows, plainRowsOf, rowsOf, type RowPair, type TableRow } from './table-rows.ts';

/** What the tables of a bulletin published and say now, cell by cell; and the first row that stands in another order. */
export interface TablePairs {
  readonly pairs: readonly Pair[];
  readonly moved: TableRow | undefined;
}

export function tablePairs(then: Tables, now: Tables): TablePairs {
  const rows = pairedRows(allRows(then), allRows(now));
  const renamed = renamedColumns(rows);
  return {
    pairs: [...renamed.values()].flat().concat(rows.flatMap((row) => rowPairs(row, renamed))),
    moved: movedRow(rows),
  };
}

/** Of one bulletin: those that are read, and those that are printed as they stand. */
export interface Tables {
  readonly tables: readonly Table[];
  readonly table: { readonly plain: readonly PlainTable[] } | undefined;
}

const allRows = ({ tables, table }: Tables): TableRow[] => [...rowsOf(tables), ...plainRowsOf(table?.plain ?? [])];

/** Headings that changed, by file, each as a pair. */
type Renamed = ReadonlyMap<string, readonly Pair[]>;

const tableKey = ({ kind, table }: TableRow): string => `${kind}|${table}`;

/** Columns that have a fixed name, whose absence says no more than blank cells do. */
const FIXED: readonly string[] = [
  ...['组', '指标', '单位', '层级', '地区', '达到时点', '时点', '出处', '备注', '可比', '数值', '关联指标', '关系'],
];

function renamedColumns(rows: readonly RowPair[]): Renamed {
  const both = rows.flatMap(({ then, now }) => (then && now ? [{ then, now }] : []));
  return new Map(
    [...Map.groupBy(both, ({ now }) => now.at.file)].map(([file, members]) => {
      const [was, is] = [members[0]!.then.columns, members[0]!.now.columns];
      const gone = was.filter((column) => !is.includes(column) && !FIXED.includes(column));
      const fresh = is.filter((column) => !was.includes(column) && !FIXED.includes(column));
      const says = (side: 'then' | 'now', column: string): boolean => members.some((m) => m[side].cells.has(column));
      const renamed = gone.map((column) => ({ before: column, after: heirOf(column, was, is, gone, fresh) }));
      const heirs = new Set(renamed.map(({ after }) => after));
      const added = fresh.filter((column) => !heirs.has(column) && says('now', column));
      const tables = [...new Set(members.map(({ now }) => now.table))];
      return [
        file,
        [
          ...renamed.filter(({ before, after }) => after !== '' || says('then', before)),
          ...added.map((column) => ({ before: '', after: column })),
        ].map(({ before, after }): Pair => ({
          names: ['', ...tables],
          column: COLUMN_HEADING,
          places: tables,
          before,
          after,
          at: { file, column: after || before },
        })),
      ];
    }),
  );
}

/** The new heading of a column: the one in its place, or the only one. */
function heirOf(
  column: string,
  was: readonly string[],
  is: readonly string[],
  gone: readonly string[],
  fresh: readonly string[],
): string {
  const there = is[was.indexOf(column)];
  if (there !== undefined && fresh.includes(there)) return there;
  return gone.length === 1 && fresh.length === 1 ? fresh[0]! : '';
}

function rowPairs({ then, now }: RowPair, renamed: Renamed): Pair[] {
  if (!then || !now) return [wholeRow((now ?? then)!, now !== undefined)];
  const headings = renamed.get(now.at.file) ?? [];
  const heir = new Map(headings.map(({ before, after }) => [before!, after!]));
  const added = new Set(headings.filter(({ before }) => before === '').map(({ after }) => after!));
  const columns = new Set([...[...then.cells.keys()].map((column) => heir.get(column) ?? column), ...now.cells.keys()]);
  const former = new Map([...heir].map(([before, after]) => [after, before]));
  return [...columns]
    .filter((column) => column !== '' && !added.has(column))
    .map((column): Pair => ({
      names: [...new Set([now.name, then.name])],
      column,
      places: [now.place, then.place, now.area].filter(Boolean),
      before: then.cells.get(former.get(column) ?? column)?.text ?? '',
      after: now.cells.get(column)?.text ?? '',
      at: now.cells.get(column)?.at ?? { ...now.at, cell: undefined, column },
    }));
}

const wholeRow = (row: TableRow, added: boolean): Pair => ({
  names: [row.name],
  column: WHOLE_ROW,
  places: [row.place, row.area].filter(Boolean),
  before: added ? null : valueOf(row),
  after: added ? ADDED : WITHDRAWN,
  at: added ? row.at : { file: row.at.file },
});

/** What a withdrawn row said: its number, or of a row of several columns each with its heading. */
function valueOf({ cells }: TableRow): string {
  const stated = cells.get('数值');
  if (stated) return stated.text;
  return [...cells]
    .filter(([column]) => !FIXED.includes(column))
    .map(([column, { text }]) => `${column} ${text}`)
    .join('；');
}

/** The first row that has changed places with another of its table. */
function movedRow(rows: readonly RowPair[]): TableRow | undefined {
  const last = new Map<string, number>();
  const order = new Map(
    rows
      .flatMap(({ now }) => now ?? [])
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((row, i) => [row, i]),
  );
  return rows
    .flatMap(({ then, now }) => (then && now && then.table === now.table ? [now] : []))
    .find((row) => {
      const before = last.get(tableKey(row)) ?? -1;
      last.set(tableKey(row), order.get(row)!);
      return order.get(row)! < before;
    });
}

const orderOf = ({ at }: TableRow): number => at.row ?? 0;
