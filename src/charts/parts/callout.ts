import { text, type Style } from './label.ts';
import type { Anchor, Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import { HAIR, ink, type Ink } from '../draw/theme.ts';
import type { Box } from './upright.ts';

/** A label that wants to stand beside its mark on a plane. */
export interface Callout {
  /** What it says, and a shorter way to say it. */
  readonly texts: readonly string[];
  readonly style: Style;
  readonly mark: Marked;
  /** Sides in order of preference. */
  readonly sides: readonly Side[];
}

export type Marked = Box & { readonly ink: Ink };

export type Side = 'above' | 'below' | 'left' | 'right';

export interface Segment {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Px between a mark and its label, and around each label. */
const GAP = 4;
const APART = 4;
/** Farther from its mark a label needs a hairline to it. */
const STEPS = [18, 36, 54] as const;
/** The same to either side. */
const RISES = [22, -22, 34, -34] as const;
/** Where there are more marks a label stands close to its own or nowhere: hairlines would be a thicket. */
const FEW = 16;

/**
 * Puts each label, the first first, where it covers no mark, line or earlier label and leaves no room; a hairline of `hairs`
 * it covers only if it must. One that finds no place is left out: it would be read as another mark's, and the table below has every number.
 */
export function callouts(
  wishes: readonly Callout[],
  marks: readonly Marked[],
  lines: readonly Segment[],
  hairs: readonly Segment[],
  room: Box,
): Shape[] {
  const taken: Box[] = [];
  const drawn: Segment[] = [...lines];
  return wishes.flatMap((wish) => {
    for (const words of wish.texts)
      for (const avoided of [[...drawn, ...hairs], drawn]) {
        for (const { box, x, anchor, leader } of candidates(wish, words, room, marks.length <= FEW)) {
          const clear =
            inside(box, room) &&
            !taken.some((b) => meet(box, b, APART)) &&
            !marks.some((b) => meet(box, b, 1.5)) &&
            !avoided.some((s) => crosses(s, box, 2.5));
          const free =
            !leader ||
            (!marks.some((b) => b !== wish.mark && crosses(leader, b, 1)) &&
              !taken.some((b) => crosses(leader, b, 1)) &&
              !lines.some((s) => cut(s, leader)));
          const owned =
            leader !== undefined ||
            !marks.some((b) => b.ink === wish.style.ink && b !== wish.mark && apart(b, box) < apart(wish.mark, box));
          if (!clear || !free || !owned) continue;
          taken.push(box);
          const label = text(words, x, (box.y1 + box.y2) / 2, anchor, wish.style);
          if (!leader) return [label];
          drawn.push(leader);
          return [
            { kind: 'line', layer: 'grid', paint: { ...HAIR, stroke: ink('muted') }, ...leader } satisfies Shape,
            label,
          ];
        }
      }
    return [];
  });
}

/** A little off the side, where a line or the mark below is in the way. */
const ASLANT = [
  [4, -9],
  [4, 9],
  [12, 0],
  [12, -11],
  [12, 11],
  [18, -6],
  [18, 6],
] as const;

interface Candidate {
  readonly box: Box;
  readonly x: number;
  readonly anchor: Anchor;
  readonly leader?: Segment;
}

function* candidates({ style, mark, sides }: Callout, words: string, room: Box, roomy: boolean): Generator<Candidate> {
  const wide = measure(words, style.size, style.weight);
  const tall = style.size + 2;
  const [cx, cy] = [(mark.x1 + mark.x2) / 2, (mark.y1 + mark.y2) / 2];
  const level = (x: number, anchor: Anchor, y1: number): Candidate => {
    const x1 = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
    return { box: { x1, x2: x1 + wide, y1, y2: y1 + tall }, x, anchor };
  };
  // Pushed in from the edge it still lies over its mark.
  const centre = Math.min(Math.max(cx, room.x1 + wide / 2), room.x2 - wide / 2);
  const spots = (y1: number): Candidate[] => [
    level(centre, 'middle', y1),
    level(centre - wide / 8, 'middle', y1),
    level(centre + wide / 8, 'middle', y1),
    level(mark.x1, 'start', y1),
    level(mark.x2, 'end', y1),
  ];
  for (const side of sides) {
    if (side === 'above') yield* spots(mark.y1 - GAP - tall);
    else if (side === 'below') yield* spots(mark.y2 + GAP);
    else
      yield side === 'right'
        ? level(mark.x2 + GAP + 2, 'start', cy - tall / 2)
        : level(mark.x1 - GAP - 2, 'end', cy - tall / 2);
  }
  for (const [dx, dy] of roomy ? ASLANT : [])
    for (const side of sides) {
      if (side === 'right') yield level(mark.x2 + dx, 'start', cy - tall / 2 + dy);
      if (side === 'left') yield level(mark.x1 - dx, 'end', cy - tall / 2 + dy);
    }
  for (const dy of roomy ? RISES : [])
    for (const side of sides) {
      if (side === 'above' || side === 'below') continue;
      const [x, edge, anchor] =
        side === 'right' ? ([mark.x2 + 24, mark.x2, 'start'] as const) : ([mark.x1 - 24, mark.x1, 'end'] as const);
      yield {
        ...level(x, anchor, cy - tall / 2 + dy),
        leader: {
          x1: Math.min(x, edge),
          x2: Math.max(x, edge),
          y1: side === 'right' ? cy + Math.sign(dy) * 4 : cy + dy,
          y2: side === 'right' ? cy + dy : cy + Math.sign(dy) * 4,
        },
      };
    }
  for (const step of roomy ? STEPS : [])
    for (const side of sides) {
      if (side === 'left' || side === 'right') continue;
      const up = side === 'above';
      for (const spot of spots(up ? mark.y1 - step - tall : mark.y2 + step)) {
        const x = Math.min(Math.max(cx, spot.box.x1 + 4), spot.box.x2 - 4);
        yield {
          ...spot,
          leader: up
            ? { x1: x, x2: cx, y1: spot.box.y2, y2: mark.y1 - 2 }
            : { x1: cx, x2: x, y1: mark.y2 + 2, y2: spot.box.y1 },
        };
      }
    }
}

const inside = (a: Box, b: Box): boolean => a.x1 >= b.x1 && a.x2 <= b.x2 && a.y1 >= b.y1 && a.y2 <= b.y2;

const meet = (a: Box, b: Box, by: number): boolean =>
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

/** Px between two boxes; a label is read as that of the nearest mark of its colour. */
const apart = (a: Box, b: Box): number =>
  Math.hypot(Math.max(0, a.x1 - b.x2, b.x1 - a.x2), Math.max(0, a.y1 - b.y2, b.y1 - a.y2));

/** Whether two segments cross. */
function cut(a: Segment, b: Segment): boolean {
  const side = (s: Segment, x: number, y: number): number =>
    Math.sign((s.x2 - s.x1) * (y - s.y1) - (s.y2 - s.y1) * (x - s.x1));
  return side(a, b.x1, b.y1) * side(a, b.x2, b.y2) < 0 && side(b, a.x1, a.y1) * side(b, a.x2, a.y2) < 0;
}
