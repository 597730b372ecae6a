import { measure } from '../draw/measure.ts';
import type { Page } from '../draw/theme.ts';

/** Words that want to stand centred over or under `x`. */
export interface Name {
  readonly x: number;
  readonly words: string;
}

interface Placed<N extends Name> {
  readonly name: N;
  readonly middle: number;
  /** From 0. */
  readonly line: number;
}

/** Px between two that stand on one line. */
const APART = 8;

interface Room {
  readonly size: number;
  /** Px of its left edge. */
  readonly from: number;
  readonly most: number;
  readonly page: Pick<Page, 'width'>;
}

/** Each on the first line where it touches no other; undefined where `most` lines do not hold them. */
export function inLines<N extends Name>(
  names: readonly N[],
  { size, from, most, page }: Room,
): Placed<N>[] | undefined {
  const ends: number[] = [];
  const placed: Placed<N>[] = [];
  for (const name of names) {
    const half = measure(name.words, size) / 2;
    const middle = Math.min(Math.max(name.x, from + half), page.width - half);
    const free = ends.findIndex((end) => end + APART <= middle - half);
    const line = free < 0 ? ends.length : free;
    if (line >= most) return undefined;
    ends[line] = middle + half;
    placed.push({ name, middle, line });
  }
  return placed;
}
