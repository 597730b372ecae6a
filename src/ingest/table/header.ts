import { near } from '../problem/near.ts';
import { BUILT_IN_UNITS } from '../../domain/unit.ts';
import type { Column } from '../../domain/issue.ts';
import { address, halfWidth, hasInvisible, lookup, visible } from '../text/letters.ts';
import { personalColumn } from '../text/privacy.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { Grid, Line } from './csv.ts';

/** A column staff may write, the other headings it is known by, and whether a file must have it. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  /** Lines may end before it, as those do that were written before the file had it. */
  readonly omissible?: boolean;
}

/** A column read as one role, or as target and achieved together. */
export interface RoleColumn {
  readonly roles: readonly Column[];
  readonly at: Place;
}

export interface Schema<Name extends string> {
  readonly fields: readonly Field<Name>[];
  /** Columns whose cells the grammar of values reads, with its own notices. */
  readonly values?: readonly Name[];
  /** Makes out a column that is no fixed field; undefined if it is none of a role's either. */
  readonly role?: (heading: string) => readonly Column[] | undefined;
}

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

/** Finds the header among the first rows and names its columns; undefined where no row below could be trusted. */
export function header<Name extends string>(
  file: string,
  grid: Grid,
  schema: Schema<Name>,
): { header: Header<Name> | undefined; problems: Problem[] } {
  const names = new Map(
    schema.fields.flatMap((f) => [f.name, ...(f.aliases ?? [])].map((n) => [lookup(n), f.name] as const)),
  );
  const fieldOf = (text: string): Name | undefined =>
    names.get(lookup(text)) ?? names.get(lookup(text).replace(/\([^)]*\)$/, ''));
  const isKnown = (text: string): boolean => fieldOf(text) !== undefined || schema.role?.(text) !== undefined;
  const line = grid.lines.slice(0, SEARCHED).find((l) => l.cells.filter(isKnown).length >= 2);
  if (!line) return { header: undefined, problems: noHeader(file, grid, schema, isKnown) };

  const problems = titles(file, grid.lines.slice(0, line.row - 1));
  const next = grid.lines[line.row];
  const repeats = next?.cells.every((cell, i) => lookup(cell) === lookup(line.cells[i] ?? ''));
  if (next && !repeats && secondRow(next, isKnown)) {
    const found = next.cells.map(visible).filter(Boolean).join(' ');
    return {
      header: undefined,
      problems: [...problems, problem('header/two-rows', { file, line: next.line, row: next.row }, found)],
    };
  }
  // A stray quote is told by the table; the name it stands before is still read.
  const headings = line.cells.map((cell) => visible(line.faulty ? cell.replace(/"/g, '') : cell).replace(/\s+/g, ' '));
  const used = (i: number): boolean => grid.lines.slice(line.row).some((l) => visible(l.cells[i] ?? '') !== '');
  // A column that is unknown is told as such, not once more by every row that lacks it.
  const least =
    headings.findLastIndex(
      (text) => isKnown(text) && !schema.fields.some((f) => f.omissible && f.name === fieldOf(text)),
    ) + 1;
  const most = headings.findLastIndex((text, i) => text !== '' || used(i)) + 1;
  const keys = headings.map((text) => fieldOf(text) ?? lookup(text));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  const seen = new Set<string>();
  const unknown: Problem[] = [];
  let sound = true;
  let lost = 0;
  const columns = headings.map((text, i): Header<Name>['columns'][number] => {
    const at = { file, line: line.line, row: line.row, cell: address(i, line.row), column: text };
    if (text === '') {
      if (!used(i)) return undefined;
      lost += 1;
      problems.push(problem('header/empty', { ...at, column: undefined }));
      return undefined;
    }
    const name = fieldOf(text);
    const key = keys[i]!;
    if (times.get(key)! > 1) {
      // Which of the two is meant cannot be told, so neither is read.
      lost += 1;
      if (schema.fields.some((f) => f.required && f.name === name)) sound = false;
      if (seen.has(key)) problems.push(problem('header/duplicate', at, text));
      seen.add(key);
      return undefined;
    }
    seen.add(key);
    if (hasInvisible(line.cells[i] ?? '')) problems.push(problem('csv/invisible', at, line.cells[i]));
    if (name !== undefined) {
      if (lookup(text).replace(/\([^)]*\)$/, '') !== lookup(name))
        problems.push(problem('header/alias', at, text, { used: name }));
      return { name };
    }
    const roles = schema.role?.(text);
    if (roles) return { role: { roles, at } };
    lost += 1;
    unknown.push(
      personalColumn(text)
        ? problem('privacy/column', at, text)
        : problem('header/unknown', at, text, {
            near: near(
              text,
              schema.fields.map((f) => f.name),
            ),
          }),
    );
    return undefined;
  });
  problems.push(...unknown);
  const missing = schema.fields.filter((f) => f.required && !seen.has(f.name));
  // A missing column beside an unknown or nameless one is most likely that one, mistyped: one mistake, told once.
  const nameless = problems.filter((p) => p.code === 'header/empty').length;
  if (missing.length > unknown.length + nameless)
    problems.push(...missing.map((f) => problem('header/missing', { file, line: line.line, row: line.row }, f.name)));
  if (missing.length > 0) sound = false;
  return {
    header: sound
      ? { line, columns, headings, width: { least, most }, has: (name) => seen.has(name), lost }
      : undefined,
    problems,
  };
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
