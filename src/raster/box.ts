import type { Spot } from './spot.ts';

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** Enlarged, then moved. */
export const placed = ([left, top, right, bottom]: Box, { x, y, scale }: Spot): Box => [
  x + left * scale,
  y + top * scale,
  x + right * scale,
  y + bottom * scale,
];

/** With an edge around it. */
export const edged = ([left, top, right, bottom]: Box, edge: number): Box => [
  left - edge,
  top - edge,
  right + edge,
  bottom + edge,
];

/** What holds both. */
export const around = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** The whole pixels that it touches, of so many; none where the left is not left of the right, or the top not above the bottom. */
export const touched = ([left, top, right, bottom]: Box, { width, height }: Size): Box => [
  Math.max(0, Math.floor(left)),
  Math.max(0, Math.floor(top)),
  Math.min(width, Math.ceil(right)),
  Math.min(height, Math.ceil(bottom)),
];

interface Size {
  readonly width: number;
  readonly height: number;
}
