import type { Code } from '../problem/checks.ts';
import type { Words } from '../problem/problem.ts';

/** Why a cell is not read: the check that says so, with the words of its message. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: Code;
  readonly words?: Words;
}

export const refusal = (code: Code, words?: Words): Refusal => ({
  kind: 'refusal',
  code,
  ...(words ? { words } : {}),
});

export const isRefusal = (read: { readonly kind: string }): read is Refusal => read.kind === 'refusal';
