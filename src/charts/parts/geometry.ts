import type { Box } from './upright.ts';

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export const inside = (a: Box, b: Box): boolean => a.x1 >= b.x1 && a.x2 <= b.x2 && a.y1 >= b.y1 && a.y2 <= b.y2;

/** Whether two boxes are nearer than `by` px beside each other, or 1 px above each other. */
export const meet = (a: Box, b: Box, by: number): boolean =>
  a.x1 < b.x2 + by && b.x1 < a.x2 + by && a.y1 < b.y2 + 1 && b.y1 < a.y2 + 1;

/** Whether a segment enters a box that is larger by `by` on every side (Liang–Barsky). */
export function crosses({ x1, y1, x2, y2 }: Segment, box: Box, by: number): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const ends: [number, number][] = [
    [-dx, x1 - box.x1 + by],
    [dx, box.x2 + by - x1],
    [-dy, y1 - box.y1 + by],
    [dy, box.y2 + by - y1],
  ];
  let [enter, leave] = [0, 1];
  for (const [p, q] of ends) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) enter = Math.max(enter, q / p);
    else leave = Math.min(leave, q / p);
  }
  return enter < leave;
}

/** Px between two boxes. */
export const apart = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.x1 - b.x2, b.x1 - a.x2), Math.max(0, a.y1 - b.y2, b.y1 - a.y2));

/** Whether two segments cross. */
export function intersect(a: Segment, b: Segment): boolean {
  const side = (s: Segment, x: number, y: number): number =>
    Math.sign((s.x2 - s.x1) * (y - s.y1) - (s.y2 - s.y1) * (x - s.x1));
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}
