import { similarity } from '../domain/conflict.ts';
import type { Column } from '../domain/issue.ts';
import { address, hasInvisible, lookup, visible } from './cell.ts';
import { compare, problem, type Place, type Problem } from './problem.ts';
import type { Grid, Line } from './table.ts';

/** A column staff may write, the other headings it is known by, and whether a file must have it. */
export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly aliases?: readonly string[];
  readonly required?: boolean;
}

/** A column read as one role, or as target and achieved together. */
export interface RoleColumn {
  readonly roles: readonly Column[];
  readonly at: Place;
}

export interface Schema<Name extends string> {
  readonly fields: readonly Field<Name>[];
  /** Makes out a column that is no fixed field; undefined if it is none of a role's either. */
  readonly role?: (heading: string) => readonly Column[] | undefined;
}

export interface Header<Name extends string> {
  readonly line: Line;
  /** By position; undefined where a column is empty or unknown. */
  readonly columns: readonly ({ readonly name: Name } | { readonly role: RoleColumn } | undefined)[];
  readonly headings: readonly string[];
  /** Cells a row must have: trailing columns without heading or content do not count. */
  readonly width: number;
  readonly has: (name: Name) => boolean;
}

/** Finds the header among the first rows and names its columns; undefined where no row below could be trusted. */
export function header<Name extends string>(file: string, grid: Grid, schema: Schema<Name>): { header: Header<Name> | undefined; problems: Problem[] } {
  const names = new Map(schema.fields.flatMap((f) => [f.name, ...(f.aliases ?? [])].map((n) => [lookup(n), f.name] as const)));
  const fieldOf = (text: string): Name | undefined => names.get(lookup(text)) ?? names.get(lookup(text).replace(/\([^)]*\)$/, ''));
  const isKnown = (text: string): boolean => fieldOf(text) !== undefined || schema.role?.(text) !== undefined;
  const line = grid.lines.slice(0, 6).find((l) => l.cells.filter(isKnown).length >= 2);
  if (!line) {
    const expected = schema.fields.filter((f) => f.required).map((f) => f.name).join('、');
    const first = grid.lines[0];
    return { header: undefined, problems: first ? [problem('csv/no-header', { file, line: first.line, row: 1 }, null, { expected })] : [] };
  }

  const problems = titles(file, grid.lines.slice(0, line.row - 1));
  const headings = line.cells.map((cell) => visible(cell).replace(/\s+/g, ' '));
  const used = (i: number): boolean => grid.lines.slice(line.row).some((l) => visible(l.cells[i] ?? '') !== '');
  const width = headings.findLastIndex((text, i) => text !== '' || used(i)) + 1;
  const seen = new Map<string, string>();
  let sound = true;
  const columns = headings.map((text, i): Header<Name>['columns'][number] => {
    const at = { file, line: line.line, row: line.row, cell: address(i, line.row), column: text };
    if (text === '') {
      if (used(i)) problems.push(problem('header/empty', { ...at, column: undefined }));
      return undefined;
    }
    const name = fieldOf(text);
    const key = name ?? lookup(text);
    if (seen.has(key)) {
      problems.push(problem('header/duplicate', at, text));
      sound = false;
      return undefined;
    }
    seen.set(key, text);
    if (hasInvisible(line.cells[i] ?? '')) problems.push(problem('csv/invisible', at, line.cells[i]));
    if (name !== undefined) {
      if (lookup(text).replace(/\([^)]*\)$/, '') !== lookup(name)) problems.push(problem('header/alias', at, text, { used: name }));
      return { name };
    }
    const roles = schema.role?.(text);
    if (roles) return { role: { roles, at } };
    problems.push(problem('header/unknown', at, text, { near: near(text, schema.fields.map((f) => f.name)) }));
    return undefined;
  });
  for (const f of schema.fields) {
    if (!f.required || seen.has(f.name)) continue;
    problems.push(problem('header/missing', { file, line: line.line, row: line.row }, f.name));
    sound = false;
  }
  return { header: sound ? { line, columns, headings, width, has: (name) => seen.has(name) } : undefined, problems };
}

/** `，最接近的是“…”` for the most similar of `names`; empty where none is near. Never chosen for the clerk. */
export function near(text: string, names: readonly string[]): string {
  const best = names
    .map((name) => ({ name, score: similarity(lookup(text), lookup(name)) }))
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score || compare(a.name, b.name))
    .slice(0, 3);
  return best.length === 0 ? '' : `，最接近的是${best.map(({ name }) => `“${name}”`).join('、')}`;
}

function titles(file: string, above: readonly Line[]): Problem[] {
  return above.flatMap((l) => {
    const title = l.cells.map(visible).filter(Boolean).join(' ');
    return title ? [problem('csv/title-row', { file, line: l.line, row: l.row }, title)] : [];
  });
}
