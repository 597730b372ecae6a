import { address, hasInvisible, lookup, visible } from '../text/letters.ts';
import { header, type Header } from './header.ts';
import type { RoleColumn, Schema } from './schema.ts';
import { withoutOf } from '../text/dispensable.ts';
import { LIMIT } from '../text/limit.ts';
import { personal } from '../text/privacy.ts';
import { append, problem, type Place, type Problem } from '../problem/problem.ts';
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
  /** Whether nothing is left of the cell of a column: it holds Excel's own error, or has lost a letter. */
  readonly hasLost: (name: Name) => boolean;
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
  /** Whether there is no such column, but one that was not understood and may be it. */
  readonly mayHave: (name: Name) => boolean;
  /** Rows and columns too broken to read: what they held is unknown, so nothing may be concluded from its absence. */
  readonly lost: number;
  /** The rows among them. */
  readonly lostRows: number;
}

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
  const filled = body.filter((l) => !isBlank(l));
  const count = filled.length + table.more;
  // Of so many rows no one would read what is wrong with each.
  if (count > LIMIT.rows || table.more > 0)
    return {
      sheet: undefined,
      problems: [...named.problems, problem('csv/too-many-rows', { file }, null, { count, limit: LIMIT.rows })],
    };
  const problems = [...table.problems, ...named.problems];
  if (!head) return { sheet: undefined, problems };
  const layout = { file, head, longest: longestRow(head, filled), values: schema.values ?? [] };
  const read = readLines(body.slice(0, body.findLastIndex((l) => !isBlank(l)) + 1), layout);
  append(problems, read.problems);
  if (read.entries.length === 0 && read.lost === 0)
    problems.push(
      problem('csv/no-rows', { file, line: head.line.line, row: head.line.row }, null, { without: withoutOf(file) }),
    );
  return { sheet: sheetOf(head, read.entries, read.lost + (read.entries.length === 0 ? 1 : 0)), problems };
}

const sheetOf = <Name extends string>(
  head: Header<Name>,
  entries: readonly Entry<Name>[],
  lostRows: number,
): Sheet<Name> => ({
  row: head.line.row,
  line: head.line.line,
  entries,
  roles: head.columns.flatMap((column) => (column && 'role' in column ? [column.role] : [])),
  has: head.has,
  mayHave: (name) => !head.has(name) && head.lost > 0,
  lost: head.lost + lostRows,
  lostRows,
});

/** What of a header the shape of a row is held against. */
type Shape = Pick<Header<string>, 'line' | 'headings' | 'width'>;

/** How the rows of a table are read. */
interface Layout<Name extends string> {
  readonly file: string;
  readonly head: Header<Name>;
  readonly longest: number;
  /** Columns whose cells the grammar of values reads. */
  readonly values: readonly Name[];
}

/**
 * A comma too many pushes the cells after it aside even where the last one was blank. Rows longer than the header are sound
 * only if all are, as some programs save them.
 */
function longestRow({ line }: Shape, filled: readonly Line[]): number {
  const lengths = new Set(filled.map((l) => l.cells.length));
  return Math.max(line.cells.length, lengths.size === 1 && filled.length > 1 ? [...lengths][0]! : 0);
}

/** How long a row must and may be. */
interface RowShape {
  readonly file: string;
  readonly head: Shape;
  readonly longest: number;
}

interface ReadLines<Name extends string> {
  readonly entries: Entry<Name>[];
  readonly lost: number;
  readonly problems: Problem[];
}

function readLines<Name extends string>(lines: readonly Line[], layout: Layout<Name>): ReadLines<Name> {
  const entries: Entry<Name>[] = [];
  const problems: Problem[] = [];
  let lost = 0;
  for (const line of lines) {
    const wrong = lineProblem(line, layout);
    if (wrong) problems.push(wrong);
    if (line.faulty || (wrong && LOST.has(wrong.code))) lost += 1;
    else if (!wrong) {
      const read = entryOf(line, layout);
      append(problems, read.problems);
      entries.push(read.entry);
    }
  }
  return { entries, lost, problems };
}

const LOST: ReadonlySet<string> = new Set(['csv/too-many-cells', 'csv/too-few-cells', 'csv/fullwidth-commas']);

/** What keeps a line from being read as a row; a faulty one has been told already. */
function lineProblem(line: Line, layout: RowShape): Problem | undefined {
  const at = { file: layout.file, line: line.line, row: line.row };
  if (isBlank(line)) return problem('csv/blank-row', at);
  if (line.faulty) return undefined;
  if (repeats(line, layout.head))
    return problem('header/repeated', at, line.cells.map(visible).filter(Boolean).join(' '));
  return widthProblem(line, layout, at);
}

const repeats = (line: Line, { headings }: Shape): boolean =>
  line.cells.every((cell, i) => lookup(cell) === lookup(headings[i] ?? ''));

function widthProblem(line: Line, { head, longest }: RowShape, at: Place): Problem | undefined {
  const { least, most } = head.width;
  const width = line.cells.findLastIndex((cell, i) => i < least || visible(cell) !== '') + 1;
  if (width <= most && width >= least && line.cells.length <= longest) return undefined;
  const whole = line.cells.join(',');
  const few = width < least;
  const code = few ? fewCells(line, whole, least - width) : 'csv/too-many-cells';
  return problem(code, at, whole, {
    count: few ? width : line.cells.length,
    expected: few ? least : head.headings.findLastIndex((text) => text !== '') + 1,
    mark: '，',
  });
}

/** A comma of Chinese text divides no cells unless a cell's content stands beside it. */
function fewCells(line: Line, whole: string, lacking: number): 'csv/fullwidth-commas' | 'csv/too-few-cells' {
  const merged = line.cells.some(
    (cell) => cell.includes('，') && cell.split('，').some((part) => /^(?:[\d.]+%?|.级|暂缺|)$/.test(visible(part))),
  );
  return merged && whole.split('，').length - 1 >= lacking ? 'csv/fullwidth-commas' : 'csv/too-few-cells';
}

function entryOf<Name extends string>(
  line: Line,
  { file, head, values }: Layout<Name>,
): { entry: Entry<Name>; problems: Problem[] } {
  const at = { file, line: line.line, row: line.row };
  const cells = head.headings.map((heading, i): Cell => {
    const raw = line.cells[i] ?? '';
    return { raw, text: visible(raw), at: { ...at, cell: address(i, line.row), column: heading } };
  });
  const named = new Map(
    head.columns.flatMap((column, i) => (column && 'name' in column ? [[column.name, cells[i]!] as const] : [])),
  );
  const words = [...named].flatMap(([name, cell]) =>
    values.includes(name) ? [] : [{ name, cell, faults: cellProblems(cell) }],
  );
  const isLost = ({ cell, faults }: (typeof words)[number]): boolean =>
    line.spoiled.includes(cells.indexOf(cell)) || faults.some(({ severity }) => severity === 'error');
  const lost = new Set(words.filter(isLost).map(({ name }) => name));
  return {
    entry: {
      row: line.row,
      at,
      hasLost: (name) => lost.has(name),
      get: (name) => named.get(name),
      text: (name) => named.get(name)?.text ?? '',
      roles: head.columns.flatMap((column, i) => (column && 'role' in column ? [cells[i]!] : [])),
      cells: cells.map((cell, i) => ({ column: nameOf(head.columns[i]) ?? head.headings[i]!, cell })),
    },
    problems: [...words.flatMap(({ faults }) => faults), ...personsIn(cells)],
  };
}

function cellProblems({ raw, text, at }: Cell): Problem[] {
  const unseen = hasInvisible(raw) ? [problem('csv/invisible', at, raw)] : [];
  if (/^#(DIV\/0!|N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|#+$)/i.test(text))
    return [...unseen, problem('value/formula-error', at, text)];
  return text.startsWith('=') ? [...unseen, problem('value/formula', at, text)] : unseen;
}

/** A sum of eleven digits may look like a telephone number; a sum says its unit. */
function personsIn(cells: readonly Cell[]): Problem[] {
  const money = cells.some((cell) => /^[万亿]?元$/.test(cell.text));
  return cells.flatMap((cell) => (money && /^[\d,.]+$/.test(cell.text) ? [] : [...personal(cell.at, cell.text)]));
}

const nameOf = (column: Header<string>['columns'][number]): string | undefined =>
  column && 'name' in column ? column.name : undefined;

const isBlank = (line: Line): boolean => line.cells.every((cell) => visible(cell) === '');
