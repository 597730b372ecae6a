import type { Bulletin } from '../domain/issue.ts';

/** Bulletins whose sentences are in one index of search: it is made as a whole, and a browser asks each. */
const BULLETINS = 250;

/** 0 of the bulletins 1 to 249. */
export const volumeOf = (number: number): number => Math.floor(number / BULLETINS);

/** Those that there are, in the order of their bulletins; of a site without any the first, in which indicators can be found. */
export function volumesOf(bulletins: readonly Pick<Bulletin, 'issue'>[]): readonly [number, ...number[]] {
  const [first = 0, ...others] = new Set(bulletins.map(({ issue }) => volumeOf(issue.number)));
  return [first, ...others];
}
