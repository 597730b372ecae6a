import { address, hasInvisible, lookup, visible } from '../text/letters.ts';
import { header, type Header, type RoleColumn, type Schema } from './header.ts';
import { personal } from '../text/privacy.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import { grid, type Line } from './csv.ts';

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
  /** Every cell, by its field's name where the column is a known one, else by its heading. */
  readonly cells: readonly { readonly column: string; readonly cell: Cell }[];
}

export interface Sheet<Name extends string> {
  /** Where the header stands. */
  readonly row: number;
  readonly line: number;
  readonly entries: readonly Entry<Name>[];
  readonly roles: readonly RoleColumn[];
  readonly has: (name: Name) => boolean;
  /** Rows and columns too broken to read: what they held is unknown, so nothing may be concluded from its absence. */
  readonly lost: number;
}

/** More is no table of a bulletin, and would make every check that compares rows slow. */
const MOST_ROWS = 20_000;

/** Text of a CSV to rows of named cells, with every structural problem; undefined where no row can be trusted. */
export function sheet<Name extends string>(
  file: string,
  text: string,
  schema: Schema<Name>,
): { sheet: Sheet<Name> | undefined; problems: Problem[] } {
  const table = grid(file, text);
  const named = header(file, table, schema);
  const head = named.header;
  const body = table.lines.slice(head?.line.row ?? 0);
  const count = body.filter((l) => !blank(l)).length + table.more;
  // Of so many rows no one would read what is wrong with each.
  if (count > MOST_ROWS || table.more > 0)
    return {
      sheet: undefined,
      problems: [...named.problems, problem('csv/too-many-rows', { file }, null, { count, limit: MOST_ROWS })],
    };
  const problems = [...table.problems, ...named.problems];
  if (!head) return { sheet: undefined, problems };
  const entries: Entry<Name>[] = [];
  // A comma too many pushes the cells after it aside even where the last one was blank. Rows longer than the header
  // are sound only if all are, as some programs save them.
  const lengths = new Set(body.filter((l) => !blank(l)).map((l) => l.cells.length));
  const longest = Math.max(head.line.cells.length, lengths.size === 1 && count > 1 ? [...lengths][0]! : 0);
  let lost = head.lost;
  const same = (line: Line): boolean => line.cells.every((cell, i) => lookup(cell) === lookup(head.headings[i] ?? ''));
  for (const line of body.slice(0, body.findLastIndex((l) => !blank(l)) + 1)) {
    const at = { file, line: line.line, row: line.row };
    const { least, most } = head.width;
    const width = line.cells.findLastIndex((cell, i) => i < least || visible(cell) !== '') + 1;
    if (blank(line)) problems.push(problem('csv/blank-row', at));
    else if (line.faulty) lost += 1;
    else if (same(line))
      problems.push(problem('header/repeated', at, line.cells.map(visible).filter(Boolean).join(' ')));
    else if (width > most || width < least || line.cells.length > longest) {
      const whole = line.cells.join(',');
      // A comma of Chinese text divides no cells unless a cell's content stands beside it.
      const merged = line.cells.some(
        (cell) => /，/.test(cell) && cell.split('，').some((part) => /^(?:[\d.]+%?|.级|暂缺|)$/.test(visible(part))),
      );
      const commas = merged && width < least && width + (whole.match(/，/g)?.length ?? 0) >= least;
      const code = commas ? 'csv/fullwidth-commas' : width < least ? 'csv/too-few-cells' : 'csv/too-many-cells';
      problems.push(
        problem(code, at, whole, {
          count: width < least ? width : line.cells.length,
          expected: width < least ? least : head.headings.findLastIndex((text) => text !== '') + 1,
          mark: '，',
        }),
      );
      lost += 1;
    } else {
      const cells = head.headings.map((heading, i): Cell => {
        const raw = line.cells[i] ?? '';
        return { raw, text: visible(raw), at: { ...at, cell: address(i, line.row), column: heading } };
      });
      const named = new Map(
        head.columns.flatMap((column, i) => (column && 'name' in column ? [[column.name, cells[i]!] as const] : [])),
      );
      for (const [name, cell] of named) {
        if (schema.values?.includes(name)) continue;
        if (hasInvisible(cell.raw)) problems.push(problem('csv/invisible', cell.at, cell.raw));
        if (/^#(DIV\/0!|N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|#+$)/i.test(cell.text))
          problems.push(problem('value/formula-error', cell.at, cell.text));
        else if (/^=/.test(cell.text)) problems.push(problem('value/formula', cell.at, cell.text));
      }
      const money = cells.some((cell) => /^[万亿]?元$/.test(cell.text));
      // A sum of eleven digits may look like a telephone number; a sum says its unit.
      for (const cell of cells)
        if (!(money && /^[\d,.]+$/.test(cell.text))) problems.push(...personal(cell.at, cell.text));
      entries.push({
        row: line.row,
        at,
        get: (name) => named.get(name),
        text: (name) => named.get(name)?.text ?? '',
        roles: head.columns.flatMap((column, i) => (column && 'role' in column ? [cells[i]!] : [])),
        cells: cells.map((cell, i) => ({ column: nameOf(head.columns[i]) ?? head.headings[i]!, cell })),
      });
    }
  }
  if (entries.length === 0 && lost === head.lost)
    problems.push(problem('csv/no-rows', { file, line: head.line.line, row: head.line.row }));
  if (entries.length === 0) lost += 1;
  const roles = head.columns.flatMap((column) => (column && 'role' in column ? [column.role] : []));
  return { sheet: { row: head.line.row, line: head.line.line, entries, roles, has: head.has, lost }, problems };
}

const nameOf = (column: Header<string>['columns'][number]): string | undefined =>
  column && 'name' in column ? column.name : undefined;

const blank = (line: Line): boolean => line.cells.every((cell) => visible(cell) === '');
