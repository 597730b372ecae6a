import { tsvFormatRow } from 'd3-dsv';
import { printable, revealed } from '../text/unseen.ts';
import type { Check } from './check.ts';
import { CHECKS, type Code, type WordOf } from './checks.ts';

type Severity = 'error' | 'warning' | 'notice';

/**
 * One mistake, where it stands. `row` and `cell` are what Excel shows (the header is row 1, `G7`); `line` is the line
 * of the file; null where there is none. `found` quotes the text; `hint` says what to type.
 */
export interface Problem {
  readonly code: Code;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number | null;
  readonly row: number | null;
  readonly cell: string | null;
  readonly column: string | null;
  readonly found: string | null;
  /** What the text was read as, where it was normalised; null where it was not. */
  readonly readAs: string | null;
  readonly message: string;
  readonly hint: string;
  /** Cells of a row to add to a table, where that is the cure. */
  readonly paste?: readonly string[];
}

export interface Place {
  readonly file: string;
  readonly line?: number | undefined;
  readonly row?: number | undefined;
  readonly cell?: string | undefined;
  readonly column?: string | undefined;
}

/** Letters of a text that are quoted at most. */
const QUOTED = 2_000;

/** Values for the `{words}` of a check's message and hint: the compiler wants each of them, and no other. */
export type Words<C extends Code> = Readonly<Record<WordOf<C>, string | number>>;

/** Words are asked for only where the check has some. */
export type Wording<C extends Code> = [WordOf<C>] extends [never]
  ? [found?: string | null]
  : [found: string | null, words: Words<C>];

export const problem = <const C extends Code>(code: C, at: Place, ...[found, words]: Wording<C>): Problem =>
  problemOf(code, at, found ?? null, words ?? {});

/** The same of a code that is known at run time alone, with words that were checked where they were given. */
export function problemOf(
  code: Code,
  at: Place,
  found: string | null,
  words: Readonly<Record<string, string | number>>,
): Problem {
  const check: Check = CHECKS[code];
  const all = { ...words, found: quote(found ?? '') };
  return {
    code,
    severity: check.severity,
    file: at.file,
    line: at.line ?? null,
    row: at.row ?? null,
    cell: at.cell ?? null,
    column: at.column ?? null,
    found: found === null ? null : found.slice(0, QUOTED),
    readAs: check.severity === 'notice' && 'used' in words ? String(words['used']) : null,
    message: fill(check.message, all),
    hint: fill(check.hint, all),
  };
}

/** Not spread into one call: a file may have more problems than a call takes arguments. */
export function append(problems: Problem[], more: Iterable<Problem> = []): void {
  for (const p of more) problems.push(p);
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** By file, then line, then cell: the order in which a clerk goes through a file. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.cell ?? '').length - (b.cell ?? '').length ||
      compare(a.cell ?? '', b.cell ?? '') ||
      RANK[a.severity] - RANK[b.severity],
  );
}

/** By code point, so that no machine's locale decides. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** `data/issues/48/comparison.csv 第7行 G7 “2020年省定目标”：…` and `→ what to type`; two lines, whatever a file is called. */
export function format(p: Problem): string {
  const cell = p.cell === null ? '' : ` ${p.cell}`;
  const column = p.column === null ? '' : ` “${revealed(p.column)}”`;
  return `${revealed(p.file)}${numbered(p.row ?? p.line)}${cell}${column}：${p.message}\n→ ${cureOf(p)}`;
}

/** What to type, and below it the row that Excel takes cell by cell. */
export const cureOf = ({ hint, paste }: Problem): string =>
  paste ? `${hint}\n${tsvFormatRow(paste.map(printable))}` : hint;

const numbered = (line: number | null): string => (line === null ? '' : ` 第${line}行`);

/** Long cells are quoted by their beginning; line breaks and invisible letters are made visible. */
function quote(text: string): string {
  const shown = revealed(text.slice(0, QUOTED));
  return shown.length > 60 ? `${[...shown].slice(0, 60).join('')}…` : shown;
}

/** The template with its words; what a word holds is never read as a word itself. */
const fill = (template: string, words: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (whole, word: string) => (word in words ? printable(String(words[word])) : whole));
