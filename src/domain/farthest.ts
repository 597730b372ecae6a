import Big from 'big.js';
import type { Row } from './issue.ts';
import { isExact, isNotComputable } from './quantity.ts';

/** Of fewer nobody asks which went farthest. */
const LEAST = 3;

/** How far from its target a row ended, exact and signed; null where that is open. */
function marginOf({ comparison: { margin } }: Row): Big | null {
  return !isNotComputable(margin) && isExact(margin.quantity) ? new Big(margin.quantity.value) : null;
}

/** Rows that reached exactly what was asked. */
export const justMet = (met: readonly Row[]): Row[] => met.filter((row) => marginOf(row)?.eq(0) ?? false);

/**
 * The one row that went farthest beyond its target; null where that cannot be said: of several units, on both sides, with
 * margins that are open, or of two that are alike.
 */
export function farthest(met: readonly Row[]): { readonly row: Row; readonly isLower: boolean } | null {
  const margins = met.map((row) => ({ row, margin: marginOf(row) }));
  const sides = new Set(margins.map(({ margin }) => (margin === null ? null : margin.cmp(0))));
  sides.delete(0);
  const units = new Set(met.map(({ unit }) => unit));
  if (met.length < LEAST || units.size > 1 || sides.size !== 1 || sides.has(null)) return null;
  const [most, second] = margins.toSorted((a, b) => b.margin!.abs().cmp(a.margin!.abs()));
  if (second!.margin!.abs().eq(most!.margin!.abs())) return null;
  return { row: most!.row, isLower: most!.margin!.lt(0) };
}
