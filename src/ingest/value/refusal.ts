import type { Code } from '../problem/checks.ts';
import type { Words } from '../problem/problem.ts';

/** Why a cell is not read: the check that says so, with the words of its message. */
export interface Refusal {
  readonly code: Code;
  readonly words?: Words;
}
