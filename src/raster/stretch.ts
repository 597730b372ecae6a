import type { Box } from './box.ts';

/** Of each row of pixels the stretch in which something may lie, so that the rest need not be looked at. */
export interface Stretches {
  /** The first pixel of each, and the one after its last. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export const stretchesOf = (height: number): Stretches => ({
  from: new Int32Array(height).fill(NOWHERE),
  to: new Int32Array(height),
});

/** Beyond any row. */
const NOWHERE = 2 ** 31 - 1;

/** Something may lie within a box of whole pixels from now on. */
export function stretch({ from, to }: Stretches, [left, top, right, bottom]: Box): void {
  for (let y = top; y < bottom; y++) {
    if (left < from[y]!) from[y] = left;
    if (right > to[y]!) to[y] = right;
  }
}

/** Whether something is true of every part of a box in which something may lie. */
export function everyPart(
  { from, to }: Stretches,
  [left, top, right, bottom]: Box,
  holds: (row: number, left: number, right: number) => boolean,
): boolean {
  for (let y = top; y < bottom; y++) {
    const [first, end] = [Math.max(left, from[y]!), Math.min(right, to[y]!)];
    if (first < end && !holds(y, first, end)) return false;
  }
  return true;
}

/** Values of pixels, row by row. */
interface Rows {
  readonly values: Uint8Array | Int32Array;
  /** From a row to the next. */
  readonly stride: number;
  /** Before the first pixel of each. */
  readonly margin: number;
}

/** Whether a box of pixels has one value alone wherever something may lie. */
export const isAll = ({ values, stride, margin }: Rows, value: number, stretches: Stretches, box: Box): boolean =>
  everyPart(stretches, box, (y, left, right) => {
    const end = y * stride + margin + right;
    for (let at = y * stride + margin + left; at < end; at++) if (values[at] !== value) return false;
    return true;
  });
