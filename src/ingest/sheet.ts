import { address, hasInvisible, visible } from './cell.ts';
import { header, type RoleColumn, type Schema } from './header.ts';
import { problem, type Place, type Problem } from './problem.ts';
import { grid, type Line } from './table.ts';

/** A cell that knows where it stands. `raw` is the cell as written, `text` without invisible letters and outer spaces. */
export interface Cell {
  readonly raw: string;
  readonly text: string;
  readonly at: Place;
}

export interface Entry<Name extends string> {
  readonly row: number;
  readonly at: Place;
  /** Cells of the known columns; undefined for a column the file does not have. */
  readonly get: (name: Name) => Cell | undefined;
  readonly text: (name: Name) => string;
  /** One cell for each of the sheet's `roles`. */
  readonly roles: readonly Cell[];
}

export interface Sheet<Name extends string> {
  readonly entries: readonly Entry<Name>[];
  readonly roles: readonly RoleColumn[];
  readonly has: (name: Name) => boolean;
  /** Rows too broken to read: what they held is unknown, so nothing may be concluded from its absence. */
  readonly lost: number;
}

/** Text of a CSV to rows of named cells, with every structural problem; undefined where no row can be trusted. */
export function sheet<Name extends string>(file: string, text: string, schema: Schema<Name>): { sheet: Sheet<Name> | undefined; problems: Problem[] } {
  const table = grid(file, text);
  const named = header(file, table, schema);
  const problems = [...table.problems, ...named.problems];
  const head = named.header;
  if (!head) return { sheet: undefined, problems };

  const body = table.lines.slice(head.line.row);
  const entries: Entry<Name>[] = [];
  let lost = 0;
  for (const line of body.slice(0, body.findLastIndex((l) => !blank(l)) + 1)) {
    const at = { file, line: line.line, row: line.row };
    const width = line.cells.findLastIndex((cell, i) => i < head.width || visible(cell) !== '') + 1;
    if (blank(line)) problems.push(problem('csv/blank-row', at));
    else if (line.faulty) lost += 1;
    else if (width !== head.width) {
      const code = width > head.width ? 'csv/too-many-cells' : 'csv/too-few-cells';
      problems.push(problem(code, at, line.cells.join(','), { count: width, expected: head.width }));
      lost += 1;
    } else {
      const cells = line.cells.map((raw, i): Cell => ({ raw, text: visible(raw), at: { ...at, cell: address(i, line.row), column: head.headings[i] } }));
      const named = new Map(head.columns.flatMap((column, i) => (column && 'name' in column ? [[column.name, cells[i]!] as const] : [])));
      for (const cell of named.values()) if (hasInvisible(cell.raw)) problems.push(problem('csv/invisible', cell.at, cell.raw));
      entries.push({
        row: line.row,
        at,
        get: (name) => named.get(name),
        text: (name) => named.get(name)?.text ?? '',
        roles: head.columns.flatMap((column, i) => (column && 'role' in column ? [cells[i]!] : [])),
      });
    }
  }
  if (entries.length === 0 && lost === 0) problems.push(problem('csv/no-rows', { file, line: head.line.line, row: head.line.row }));
  const roles = head.columns.flatMap((column) => (column && 'role' in column ? [column.role] : []));
  return { sheet: { entries, roles, has: head.has, lost }, problems };
}

const blank = (line: Line): boolean => line.cells.every((cell) => visible(cell) === '');
