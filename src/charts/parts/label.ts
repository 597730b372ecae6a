import type { Anchor, Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import { ink, LEADING, type Ink } from '../draw/theme.ts';

/** Small text set once, in px. */
export interface Style {
  readonly size: number;
  readonly weight: number;
  readonly ink: Ink;
}

/** Text with its vertical middle at `y`. */
export const textShape = (words: string, x: number, y: number, anchor: Anchor, style: Style): Shape => ({
  kind: 'text',
  layer: 'text',
  paint: { fill: ink(style.ink) },
  text: words,
  x,
  y,
  anchor,
  size: style.size,
  weight: style.weight,
});

type Interval = readonly [number, number];

/** Where a label may stand: beside its mark, centred above or below it, or at either end of the lines below. */
type Spot = 'left' | 'right' | 'above' | 'below' | 'start' | 'end';

export interface Wish {
  readonly text: string;
  readonly style: Style;
  /** Left and right edge of the mark. */
  readonly mark: Interval;
  /** In order of preference; a free line below is always the last resort. */
  readonly spots: readonly Spot[];
}

/** A label in its lane: 0 is the track, −1 the line above, 1, 2 … the lines below. */
interface PlacedLabel {
  readonly wish: Wish;
  readonly lane: number;
  readonly x: number;
  readonly anchor: Anchor;
}

/** Labels of one row, and how many lines they take above and below the track. */
export interface Placement {
  readonly above: number;
  readonly below: number;
  readonly shapes: (y: number, rise: number) => Shape[];
}

/** Px between a mark and its label, and between two labels. */
const LABEL_GAP = 6;
const APART = 12;

/** Puts each label, first wish first, where it touches neither a mark, a stem, an earlier label nor the edge. */
export function placeLabels(wishes: readonly Wish[], obstacles: readonly Interval[], width: number): Placement {
  const taken = new Map<number, Interval[]>([[0, [...obstacles]]]);
  const gap = (lane: number): number => (lane === 0 ? LABEL_GAP - 1 : APART);
  const free = (lane: number, [a, b]: Interval): boolean =>
    a >= 0 && b <= width && (taken.get(lane) ?? []).every(([c, d]) => b + gap(lane) <= c || a - gap(lane) >= d);
  const placed = wishes.map((wish): PlacedLabel => {
    const wide = measure(wish.text, wish.style.size, wish.style.weight);
    for (const [lane, x, anchor] of candidateSpots(wish, wide, obstacles, width)) {
      const at = spanOf(x, wide, anchor);
      if (!free(lane, at)) continue;
      taken.set(lane, [...(taken.get(lane) ?? []), at]);
      return { wish, lane, x, anchor };
    }
    throw new Error(`“${wish.text}” is wider than the drawing`);
  });
  const lanes = placed.map(({ lane }) => lane);
  return {
    above: Math.max(0, ...lanes.map((lane) => -lane)),
    below: Math.max(0, ...lanes),
    shapes: (y, rise) =>
      placed.map(({ wish, lane, x, anchor }) => textShape(wish.text, x, y + offset(lane, rise), anchor, wish.style)),
  };
}

/** From its first to its last letter. */
function spanOf(x: number, wide: number, anchor: Anchor): Interval {
  if (anchor === 'start') return [x, x + wide];
  return anchor === 'end' ? [x - wide, x] : [x - wide / 2, x + wide / 2];
}

const offset = (lane: number, rise: number): number =>
  lane === 0 ? 0 : Math.sign(lane) * (rise + LEADING * (Math.abs(lane) - 0.5));

type Candidate = [lane: number, x: number, anchor: Anchor];

function* candidateSpots(
  { mark, spots }: Wish,
  wide: number,
  obstacles: readonly Interval[],
  width: number,
): Generator<Candidate> {
  for (const spot of spots) {
    if (spot === 'left' || spot === 'right') yield* besideMark(mark, obstacles, spot === 'left' ? -1 : 1);
    else if (spot === 'start') yield [1, 0, 'start'];
    else if (spot === 'end') yield [1, width, 'end'];
    else for (const [x, anchor] of around(mark, wide, width)) yield [spot === 'above' ? -1 : 1, x, anchor];
  }
  for (let lane = 2; lane < 12; lane++) {
    if (spots.includes('start')) yield [lane, 0, 'start'];
    else for (const [x, anchor] of around(mark, wide, width)) yield [lane, x, anchor];
  }
}

/** Centred under the mark, else with the mark above its last or first letter; never beyond the drawing. */
function around([a, b]: Interval, wide: number, width: number): [number, Anchor][] {
  const middle = (a + b) / 2;
  const lean = Math.min(wide / 2, 12);
  const clamp = (x: number): [number, Anchor] => {
    if (x - wide / 2 < 0) return [0, 'start'];
    return x + wide / 2 > width ? [width, 'end'] : [x, 'middle'];
  };
  return [clamp(middle), clamp(middle - wide / 2 + lean), clamp(middle + wide / 2 - lean)];
}

/** A label is not read as its mark's beyond this many px of other marks. */
const REACH = 18;

/** Next to the mark, beyond what touches it on that side; nowhere where that leads too far off, as along a stem. */
function* besideMark([a, b]: Interval, obstacles: readonly Interval[], side: -1 | 1): Generator<Candidate> {
  const start = side > 0 ? b : -a;
  const ahead = obstacles.map(([c, d]): Interval => (side > 0 ? [c, d] : [-d, -c])).sort((p, q) => p[0] - q[0]);
  const edge = ahead.reduce((x, [near, far]) => (near < x + LABEL_GAP ? Math.max(x, far) : x), start);
  if (edge - start <= REACH) yield [0, side * (edge + LABEL_GAP), side > 0 ? 'start' : 'end'];
}
