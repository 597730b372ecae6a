import type { Code, WordOf } from '../problem/checks.ts';
import type { Words } from '../problem/problem.ts';

/** Why a cell is not read: the check that says so, with the words of its message. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: Code;
  readonly words: Readonly<Record<string, string | number>>;
}

/** Words are asked for only where the check has some. */
export const refusal = <const C extends Code>(
  code: C,
  ...[words]: [WordOf<C>] extends [never] ? [] : [words: Words<C>]
): Refusal => ({ kind: 'refusal', code, words: words ?? {} });

export const isRefusal = (read: { readonly kind: string }): read is Refusal => read.kind === 'refusal';
