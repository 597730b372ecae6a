import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assemble } from '../../src/check/assemble.ts';
import type { SourceFile } from '../../src/ingest/source.ts';

/** A root without its ledger, as text: path to content. */
export type TextRoot = ReadonlyMap<string, string>;

/** `content/` and `data/` of a root, but for what was published. */
export function rootAt(folder: string): TextRoot {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:content\/issues\/\d+\.mdx|data\/(?:indicators\.csv|units\.csv|issues\/\d+\/[^/]+\.csv))$/.test(path),
  );
  return new Map(files.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

const encoder = new TextEncoder();

/** Codes of the errors of a root. */
export function errorsOf(root: TextRoot): string[] {
  const files = [...root].map(([path, text]): SourceFile => ({ path, bytes: encoder.encode(text) }));
  return assemble(files)
    .problems.filter((p) => p.severity === 'error')
    .map((p) => p.code);
}

/** One damage of a root, and what it is. */
export interface Mutation {
  readonly kind: string;
  readonly what: string;
  readonly root: TextRoot;
}

type Rows = readonly (readonly string[])[];

const parsed = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split(','));

const written = (rows: Rows): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;

/** Every single damage to a number of a text, and to the facts of a root, that the other can tell. */
export function* mutations(root: TextRoot): Generator<Mutation> {
  for (const [path, text] of root) if (path.endsWith('.mdx')) yield* textDigits(root, path, text);
  for (const [path, csv] of root) {
    if (!path.endsWith('/facts.csv')) continue;
    const [head = [], ...rows] = parsed(csv);
    const column = (name: string): number => head.indexOf(name);
    const changed = (kind: string, what: string, next: Rows): Mutation => ({
      kind,
      what: `${path} ${what}`,
      root: new Map(root).set(path, written([head, ...next])),
    });
    yield* swaps('values swapped', rows, column('数值'), changed);
    yield* swaps('names swapped', rows, column('指标'), changed);
    yield* settings('date changed', rows, column('时点'), DATES, (old) => old !== '', changed);
    yield* settings('date invented', rows, column('时点'), DATES, (old) => old === '', changed);
    yield* settings('date deleted', rows, column('时点'), [''], (old) => old !== '', changed);
    yield* settings('level invented', rows, column('层级'), LEVELS, (old) => old === '', changed);
    for (const [i, row] of rows.entries()) {
      yield changed('row deleted', row[0]!, rows.toSpliced(i, 1));
      const invented = row.with(0, '虚构的事项');
      yield changed('row invented', row[0]!, [...rows, invented]);
      yield changed('row invented', `${row[0]} 7`, [...rows, invented.with(column('数值'), '7')]);
      yield* digits(rows, i, column('数值'), changed);
    }
  }
}

/** Below the front matter; a chart tag names figures. */
function* textDigits(root: TextRoot, path: string, text: string): Generator<Mutation> {
  const body = text.indexOf('\n---', 4) + 4;
  for (const { index, 0: found } of text.slice(body).matchAll(/\d/g)) {
    const at = body + index;
    const other = String((Number(found) % 9) + 1);
    const context = text.slice(at - 8, at + 6).replace(/\s+/g, ' ');
    yield {
      kind: 'digit of the text changed',
      what: `${path} ${context} → ${other}`,
      root: new Map(root).set(path, text.slice(0, at) + other + text.slice(at + 1)),
    };
  }
}

const DATES = ['2019年底', '2020年', '2020年6月底', '2020年12月', '2020年底', '2021年1月'];
const LEVELS = ['市级', '省级', '县级', '乡级', '国家级'];

type Changed = (kind: string, what: string, next: Rows) => Mutation;

function* swaps(kind: string, rows: Rows, column: number, changed: Changed): Generator<Mutation> {
  for (const [i, a] of rows.entries())
    for (const [k, b] of rows.entries()) {
      if (k <= i || a[column] === b[column]) continue;
      const next = rows.with(i, a.with(column, b[column]!)).with(k, b.with(column, a[column]!));
      yield changed(kind, `${a[0]} ↔ ${b[0]}`, next);
    }
}

function* settings(
  kind: string,
  rows: Rows,
  column: number,
  values: readonly string[],
  applies: (old: string) => boolean,
  changed: Changed,
): Generator<Mutation> {
  for (const [i, row] of rows.entries()) {
    const old = row[column]!;
    if (!applies(old)) continue;
    for (const value of values)
      if (value !== old) yield changed(kind, `${row[0]} ${old}→${value}`, rows.with(i, row.with(column, value)));
  }
}

function* digits(rows: Rows, i: number, column: number, changed: Changed): Generator<Mutation> {
  const row = rows[i]!;
  for (const found of row[column]!.matchAll(/\d/g)) {
    const other = String((Number(found[0]) % 9) + 1);
    const value = row[column]!.slice(0, found.index) + other + row[column]!.slice(found.index + 1);
    if (value !== row[column])
      yield changed('digit changed', `${row[0]} ${value}`, rows.with(i, row.with(column, value)));
  }
}
