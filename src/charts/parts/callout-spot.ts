import type { Segment } from './geometry.ts';
import type { Style } from './label.ts';
import { measure } from '../draw/measure.ts';
import type { Anchor } from '../draw/scene.ts';
import type { Ink } from '../draw/theme.ts';
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

/** Where a label may stand: its box, its text's anchor, and the hairline to its mark where it is far from it. */
export interface Spot {
  readonly box: Box;
  readonly x: number;
  readonly anchor: Anchor;
  readonly leader?: Segment;
}

/** A label's size beside its mark. */
interface Label {
  readonly mark: Box;
  readonly wide: number;
  readonly tall: number;
  readonly room: Box;
  readonly middle: { readonly x: number; readonly y: number };
}

/** Px between a mark and its label. */
const MARK_GAP = 4;

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

/** Farther from its mark, above or below, a label needs a hairline to it. */
const STEPS = [18, 36, 54] as const;
/** The same to either side. */
const RISES = [22, -22, 34, -34] as const;

/** Spots for a label from the best to the worst; far from its mark only where the plane is `roomy`. */
export function* spotsOf({ style, mark, sides }: Callout, words: string, room: Box, roomy: boolean): Generator<Spot> {
  const label: Label = {
    mark,
    wide: measure(words, style.size, style.weight),
    tall: style.size + 2,
    room,
    middle: { x: (mark.x1 + mark.x2) / 2, y: (mark.y1 + mark.y2) / 2 },
  };
  for (const side of sides)
    yield* isUpright(side) ? stacked(label, side, MARK_GAP) : [beside(label, side, MARK_GAP + 2, 0)];
  if (!roomy) return;
  const [upright, lateral] = [sides.filter(isUpright), sides.filter(isLateral)];
  for (const [dx, dy] of ASLANT) for (const side of lateral) yield beside(label, side, dx, dy);
  for (const dy of RISES) for (const side of lateral) yield raised(label, side, dy);
  for (const step of STEPS) for (const side of upright) yield* distant(label, side, step);
}

type Upright = 'above' | 'below';
type Lateral = 'left' | 'right';
const isUpright = (side: Side): side is Upright => side === 'above' || side === 'below';
const isLateral = (side: Side): side is Lateral => side === 'left' || side === 'right';

/** At a height, begun, centred or ended at `x`. */
function level({ wide, tall }: Label, x: number, anchor: Anchor, y1: number): Spot {
  const x1 = x - wide * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { box: { x1, x2: x1 + wide, y1, y2: y1 + tall }, x, anchor };
}

const beside = (label: Label, side: Lateral, dx: number, dy: number): Spot => {
  const y1 = label.middle.y - label.tall / 2 + dy;
  return side === 'right' ? level(label, label.mark.x2 + dx, 'start', y1) : level(label, label.mark.x1 - dx, 'end', y1);
};

/** Over or under the mark, centred or shifted until it begins or ends with it. */
function stacked(label: Label, side: Upright, gap: number): Spot[] {
  const { mark, wide, tall, room, middle } = label;
  const y1 = side === 'above' ? mark.y1 - gap - tall : mark.y2 + gap;
  // Pushed in from the edge it still lies over its mark.
  const centre = Math.min(Math.max(middle.x, room.x1 + wide / 2), room.x2 - wide / 2);
  return [
    level(label, centre, 'middle', y1),
    level(label, centre - wide / 8, 'middle', y1),
    level(label, centre + wide / 8, 'middle', y1),
    level(label, mark.x1, 'start', y1),
    level(label, mark.x2, 'end', y1),
  ];
}

/** Beside the mark, and above or below its height. */
function raised(label: Label, side: Lateral, dy: number): Spot {
  const { mark, middle } = label;
  const [near, far] = [middle.y + Math.sign(dy) * 4, middle.y + dy];
  const spot = beside(label, side, 24, dy);
  const leader =
    side === 'right' ? { x1: mark.x2, x2: spot.x, y1: near, y2: far } : { x1: spot.x, x2: mark.x1, y1: far, y2: near };
  return { ...spot, leader };
}

function distant(label: Label, side: Upright, step: number): Spot[] {
  const { mark, middle } = label;
  return stacked(label, side, step).map((spot) => {
    const x = Math.min(Math.max(middle.x, spot.box.x1 + 4), spot.box.x2 - 4);
    const leader =
      side === 'above'
        ? { x1: x, x2: middle.x, y1: spot.box.y2, y2: mark.y1 - 2 }
        : { x1: middle.x, x2: x, y1: mark.y2 + 2, y2: spot.box.y1 };
    return { ...spot, leader };
  });
}
