import type { PlainTable } from '../domain/plain-table.ts';
import type { Table } from '../ingest/source.ts';
import { tableNameOf } from '../ingest/table/table-name.ts';
import { halfWidth, lookup } from '../ingest/text/letters.ts';
import type { Place } from '../ingest/problem/problem.ts';
import { isSameText } from './same-text.ts';

/** A row of a bulletin's tables, whichever file it stands in. */
export interface TableRow {
  readonly kind: 'comparison' | 'facts' | 'plain';
  /** What the printed table is called. */
  readonly table: string;
  /** 指标, or of a table by areas the area. */
  readonly name: string;
  readonly area: string;
  readonly place: string;
  /** By column; blank cells are left out. */
  readonly cells: ReadonlyMap<string, RowCell>;
  /** Every column of its file, in order. */
  readonly columns: readonly string[];
  readonly at: Place;
}

interface RowCell {
  readonly text: string;
  readonly at: Place;
}

/** What the figures of the text are called where a table is named. */
const FACTS = '正文数字';

/** Columns that are not published: a number that only counts, and help for the check. */
const UNPUBLISHED: readonly string[] = ['序号', '原文'];

export const rowsOf = (tables: readonly Table[]): TableRow[] =>
  tables.flatMap(({ path, sheet }) => {
    const facts = path.endsWith('/facts.csv');
    return sheet.entries.map(({ row, cells }): TableRow => {
      const named = cells
        .map(({ column, cell }) => [columnName(column), { text: cell.text, at: cell.at }] as const)
        .filter(([column]) => !UNPUBLISHED.includes(column));
      const said = new Map(named.filter(([, { text }]) => text !== ''));
      const text = (column: string): string => said.get(column)?.text ?? '';
      const at = cells[0]?.cell.at;
      const table = facts ? FACTS : text('组') || tableNameOf(path);
      return {
        kind: facts ? 'facts' : 'comparison',
        table,
        name: text('指标') || text('地区'),
        area: text('地区'),
        place: text('出处'),
        cells: facts ? said : withTable(said, table, { file: path, row, line: at?.line }),
        columns: named.map(([column]) => column),
        at: said.get('指标')?.at ?? said.get('地区')?.at ?? { file: path, row },
      };
    });
  });

/** Rows of tables that are printed as they stand; a row is called what its first cell says. */
export const plainRowsOf = (tables: readonly PlainTable[]): TableRow[] =>
  tables.flatMap(({ name, file, head, rows }) => {
    const columns = head.map((heading, i) => columnName(heading) || `第${i + 1}列`);
    return rows.map((cells, i): TableRow => {
      const at = { file, row: i + 2 };
      const said = cells.flatMap((text, k) => (text === '' ? [] : [[columns[k]!, { text, at }] as const]));
      return {
        kind: 'plain',
        table: name,
        name: said[0]?.[1].text ?? '',
        area: '',
        place: name,
        cells: new Map(said),
        columns,
        at,
      };
    });
  });

const columnName = (column: string): string => halfWidth(column).replace(/\s+/g, '');

/** Every row says which table it is of, also where only its file's name does. */
const withTable = (cells: ReadonlyMap<string, RowCell>, table: string, at: Place): Map<string, RowCell> =>
  new Map([...cells, ['组', { text: table, at: cells.get('组')?.at ?? at }]]);

/** Rows that are one; a row without its other was added or is gone. */
export interface RowPair {
  readonly then: TableRow | undefined;
  readonly now: TableRow | undefined;
}

/** The rows of a version with those of the files: by name and area, those left over by what else they say. */
export function pairedRows(then: readonly TableRow[], now: readonly TableRow[]): RowPair[] {
  const partners = new Map<TableRow, TableRow>();
  const taken = new Set<TableRow>();
  const join = (a: TableRow, b: TableRow): void => {
    partners.set(a, b);
    taken.add(b);
  };
  const named = Map.groupBy(now, keyOf);
  for (const [key, rows] of Map.groupBy(then, keyOf)) likeliest(rows, named.get(key) ?? [], -1, join);
  const left = then.filter((row) => !partners.has(row));
  const fresh = now.filter((row) => !taken.has(row));
  likeliest(left, fresh, ALIKE, join);
  return [
    ...then.map((row) => ({ then: row, now: partners.get(row) })),
    ...now.filter((row) => !taken.has(row)).map((row) => ({ then: undefined, now: row })),
  ];
}

const keyOf = ({ kind, name, area }: TableRow): string => [kind, lookup(name), lookup(area)].join('|');

/** Share of its cells by which a row of another name is known as the same. */
const ALIKE = 0.6;

/** Joins each row with the first of those that agree with it most, if they agree in more than a share of the cells. */
function likeliest(
  then: readonly TableRow[],
  now: readonly TableRow[],
  least: number,
  join: (a: TableRow, b: TableRow) => void,
): void {
  const free = new Set(now);
  for (const row of then) {
    const ranked = [...free]
      .filter((other) => other.kind === row.kind)
      .map((other) => ({ other, share: agreement(row, other) }));
    const best = Math.max(...ranked.map(({ share }) => share));
    const found = ranked.find(({ share }) => share === best && share > least);
    if (!found) continue;
    free.delete(found.other);
    join(row, found.other);
  }
}

function agreement(a: TableRow, b: TableRow): number {
  const columns = [...new Set([...a.cells.keys(), ...b.cells.keys()])].filter((c) => c !== '指标' && c !== '地区');
  const same = columns.filter((c) => isSameText(a.cells.get(c)?.text ?? '', b.cells.get(c)?.text ?? ''));
  return columns.length === 0 ? 0 : same.length / columns.length;
}
