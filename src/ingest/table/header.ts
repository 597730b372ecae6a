import { near } from '../problem/near.ts';
import { BUILT_IN_UNITS } from '../../domain/unit.ts';
import { address, halfWidth, hasInvisible, lookup, visible } from '../text/letters.ts';
import { personalColumn } from '../text/privacy.ts';
import { period } from '../text/period.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { Grid, Line } from './csv.ts';
import { namingOf, withoutBrackets, type Field, type Naming, type RoleColumn, type Schema } from './schema.ts';

export interface Header<Name extends string> {
  readonly line: Line;
  /** By position; undefined where a column is empty, unknown or not to be trusted. */
  readonly columns: readonly ({ readonly name: Name } | { readonly role: RoleColumn } | undefined)[];
  readonly headings: readonly string[];
  /** Cells a row must have, and may have: trailing columns without heading or content do not count. */
  readonly width: { readonly least: number; readonly most: number };
  readonly has: (name: Name) => boolean;
  /** Columns that could not be read: what they held is unknown. */
  readonly lost: number;
}

/** Rows in which the header is looked for: titles and units stand above it. */
const SEARCHED = 6;

interface FoundHeader<Name extends string> {
  readonly header: Header<Name> | undefined;
  readonly problems: Problem[];
}

/** Finds the header among the first rows and names its columns; undefined where no row below could be trusted. */
export function header<Name extends string>(file: string, grid: Grid, schema: Schema<Name>): FoundHeader<Name> {
  const naming = namingOf(schema);
  const line = grid.lines.slice(0, SEARCHED).find(({ cells }) => isHeader(cells, naming));
  if (!line) return { header: undefined, problems: noHeader(file, grid, schema, naming.isKnown) };
  const above = titles(file, grid.lines.slice(0, line.row - 1));
  const second = secondHeader(file, line, grid.lines[line.row], naming.isKnown);
  if (second) return { header: undefined, problems: [...above, second] };
  const named = nameColumns({ file, grid, line, headings: headingsOf(line), naming });
  return { header: named.header, problems: [...above, ...named.problems] };
}

/** Two headings that are known, or one beside a time that says not what of it stands below. */
function isHeader(cells: readonly string[], { schema, isKnown }: Naming<string>): boolean {
  const known = cells.filter(isKnown).length;
  return known >= 2 || (known === 1 && schema.role !== undefined && cells.some(isPeriod));
}

const isPeriod = (text: string): boolean => period(visible(text)) !== undefined;

/** A stray quote is told by the table; the name it stands before is still read. */
const headingsOf = ({ cells, faulty }: Line): string[] =>
  cells.map((cell) => visible(faulty ? cell.replace(/"/g, '') : cell).replace(/\s+/g, ' '));

/** A header that was found, and the table it heads. */
interface HeaderLine<Name extends string> {
  readonly file: string;
  readonly grid: Grid;
  readonly line: Line;
  readonly headings: readonly string[];
  readonly naming: Naming<Name>;
}

type HeaderColumn<Name extends string> = Header<Name>['columns'][number];

/** What became of a heading. */
interface NamedColumn<Name extends string> {
  readonly column?: HeaderColumn<Name>;
  readonly problems?: readonly Problem[];
  /** Neither its name nor its role is known, so it may be a column that is missing. */
  readonly unknown?: Problem;
  readonly lost?: true;
}

function nameColumns<Name extends string>(found: HeaderLine<Name>): FoundHeader<Name> {
  const { file, line, headings, naming } = found;
  const keys = headings.map((text) => naming.fieldOf(text)?.name ?? lookup(text));
  const times = Map.groupBy(keys, (key) => key);
  const columns = headings.map((text, i) =>
    nameColumn(found, text, i, { first: keys.indexOf(keys[i]!), times: times.get(keys[i]!)!.length }),
  );
  const unknown = columns.flatMap((c) => c.unknown ?? []);
  const problems = [...columns.flatMap((c) => c.problems ?? []), ...unknown];
  const seen = new Set<string>(keys);
  const missing = naming.schema.fields.filter((f) => f.required && !seen.has(f.name));
  // A missing column beside an unknown or nameless one is most likely that one, mistyped: one mistake, told once.
  const nameless = problems.filter((p) => p.code === 'header/empty').length;
  if (missing.length > unknown.length + nameless)
    problems.push(...missing.map((f) => problem('header/missing', { file, line: line.line, row: line.row }, f.name)));
  const doubtful = naming.schema.fields.some((f) => f.required && (times.get(f.name)?.length ?? 0) > 1);
  if (missing.length > 0 || doubtful) return { header: undefined, problems };
  return {
    header: {
      line,
      columns: columns.map((c) => c.column),
      headings,
      width: widthOf(found),
      has: (name) => seen.has(name),
      lost: columns.filter((c) => c.lost).length,
    },
    problems,
  };
}

/** A column that is unknown is told as such, not once more by every row that lacks it. */
function widthOf<Name extends string>({ grid, line, headings, naming }: HeaderLine<Name>): Header<Name>['width'] {
  const needed = (text: string): boolean => naming.isKnown(text) && naming.fieldOf(text)?.omissible !== true;
  return {
    least: headings.findLastIndex(needed) + 1,
    most: headings.findLastIndex((text, i) => text !== '' || isUsed(grid, line, i)) + 1,
  };
}

const isUsed = (grid: Grid, line: Line, column: number): boolean =>
  grid.lines.slice(line.row).some((l) => visible(l.cells[column] ?? '') !== '');

function nameColumn<Name extends string>(
  { file, grid, line, naming }: HeaderLine<Name>,
  text: string,
  i: number,
  { first, times }: { first: number; times: number },
): NamedColumn<Name> {
  const at = { file, line: line.line, row: line.row, cell: address(i, line.row), column: text };
  if (text === '')
    return isUsed(grid, line, i)
      ? { problems: [problem('header/empty', { ...at, column: undefined })], lost: true }
      : {};
  // Which of the two is meant cannot be told, so neither is read.
  if (times > 1) return { problems: first < i ? [problem('header/duplicate', at, text)] : [], lost: true };
  const unseen = hasInvisible(line.cells[i] ?? '') ? [problem('csv/invisible', at, line.cells[i])] : [];
  const field = naming.fieldOf(text);
  if (field) return { column: { name: field.name }, problems: [...unseen, ...aliasProblems(text, field, at)] };
  const roles = naming.schema.role?.(text);
  if (roles) return { column: { role: { roles, at } }, problems: unseen };
  return { problems: unseen, unknown: unknownColumn(text, at, naming.schema), lost: true };
}

const aliasProblems = (text: string, { name }: Field, at: Place): Problem[] =>
  withoutBrackets(lookup(text)) === lookup(name) ? [] : [problem('header/alias', at, text, { used: name })];

const unknownColumn = (text: string, at: Place, { fields }: Schema<string>): Problem =>
  personalColumn(text) ? problem('privacy/column', at, text) : unknownHeading(text, at, fields);

const unknownHeading = (text: string, at: Place, fields: readonly Field[]): Problem =>
  isPeriod(text)
    ? problem('header/period-alone', at, text, { period: period(text)!.label })
    : problem('header/unknown', at, text, {
        near: near(
          text,
          fields.map((f) => f.name),
        ),
      });

/** A second row of headings under the first, which is not the first once more. */
function secondHeader(
  file: string,
  line: Line,
  next: Line | undefined,
  isKnown: (text: string) => boolean,
): Problem | undefined {
  if (!next || next.cells.every((cell, i) => lookup(cell) === lookup(line.cells[i] ?? ''))) return undefined;
  if (!secondRow(next, isKnown)) return undefined;
  const found = next.cells.map(visible).filter(Boolean).join(' ');
  return problem('header/two-rows', { file, line: next.line, row: next.row }, found);
}

/** No header: either cells are divided by a mark that divides nothing, or there is none. */
function noHeader<Name extends string>(
  file: string,
  grid: Grid,
  schema: Schema<Name>,
  isKnown: (text: string) => boolean,
): Problem[] {
  const first = grid.lines[0];
  if (!first) return [];
  for (const l of grid.lines.slice(0, SEARCHED)) {
    const whole = l.cells.join(',');
    const mark = ['，', '；', '、', '|', '｜'].find((m) => whole.split(m).filter(isKnown).length >= 2);
    if (mark) return [problem('csv/fullwidth-commas', { file, line: l.line, row: l.row }, whole, { mark })];
  }
  const expected = schema.fields
    .filter((f) => f.required)
    .map((f) => f.name)
    .join('、');
  return [problem('csv/no-header', { file, line: first.line, row: 1 }, null, { expected })];
}

/** A second header row has the words of headings, years or units, two at least, and no figure. */
function secondRow(line: Line, isKnown: (text: string) => boolean): boolean {
  const cells = line.cells.map((cell) => halfWidth(visible(cell)).replace(/\s+/g, '')).filter(Boolean);
  const heading = (text: string): boolean =>
    isKnown(text) ||
    /^(19|20)\d{2}年?度?$/.test(text) ||
    /^[^\d%]*(水平|目标|达到|前沿|时点)[^\d%]*$/.test(text) ||
    BUILT_IN_UNITS.find(text.replace(/^\((.*)\)$/, '$1')) !== undefined;
  return cells.length >= 2 && cells.every(heading);
}

function titles(file: string, above: readonly Line[]): Problem[] {
  return above.flatMap((l) => {
    const title = l.cells.map(visible).filter(Boolean).join(' ');
    return title ? [problem('csv/title-row', { file, line: l.line, row: l.row }, title)] : [];
  });
}
