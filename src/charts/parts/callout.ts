import { textShape, type Style } from './label.ts';
import { spotsOf, type Callout, type Marked, type Spot } from './callout-spot.ts';
import { apart, crosses, inside, intersect, meet, type Segment } from './geometry.ts';
import type { Shape } from '../draw/scene.ts';
import { HAIR, ink } from '../draw/theme.ts';
import type { Box } from './upright.ts';

/** Px between two labels. */
const APART = 4;
/** Where there are more marks a label stands close to its own or nowhere: hairlines would be a thicket. */
const FEW = 16;

/** What is drawn already, and may not be covered. */
interface Plane {
  readonly room: Box;
  readonly marks: readonly Marked[];
  /** Lines between marks. */
  readonly lines: readonly Segment[];
  /** Hairlines that a label may cover if it must. */
  readonly hairs: readonly Segment[];
  /** Labels, and the hairlines from them to their marks. */
  readonly labels: Box[];
  readonly leaders: Segment[];
}

/**
 * Puts each label, the first first, where it covers no mark, line or earlier label and leaves no room; a hairline of `hairs`
 * it covers only if it must. One that finds no place would be read as another mark's: it is handed back.
 */
export function callouts(
  wishes: readonly Callout[],
  marks: readonly Marked[],
  lines: readonly Segment[],
  hairs: readonly Segment[],
  room: Box,
): { shapes: Shape[]; left: Callout[] } {
  const plane: Plane = { room, marks, lines, hairs, labels: [], leaders: [] };
  const left: Callout[] = [];
  const shapes = wishes.flatMap((wish) => {
    const found = placeCallout(wish, plane);
    if (!found) {
      left.push(wish);
      return [];
    }
    plane.labels.push(found.spot.box);
    if (found.spot.leader) plane.leaders.push(found.spot.leader);
    return shapesOf(found.words, found.spot, wish.style);
  });
  return { shapes, left };
}

/** The first spot that is free: rather another spot than a hairline covered, rather a hairline covered than shorter words. */
function placeCallout(wish: Callout, plane: Plane): { words: string; spot: Spot } | undefined {
  const { lines, leaders, hairs, marks, room } = plane;
  for (const words of wish.texts)
    for (const avoided of [
      [...lines, ...leaders, ...hairs],
      [...lines, ...leaders],
    ])
      for (const spot of spotsOf(wish, words, room, marks.length <= FEW))
        if (isClear(spot.box, avoided, plane) && isAttached(spot, wish, plane)) return { words, spot };
  return undefined;
}

const isClear = (box: Box, avoided: readonly Segment[], { room, labels, marks }: Plane): boolean =>
  inside(box, room) &&
  !labels.some((b) => meet(box, b, APART)) &&
  !marks.some((b) => meet(box, b, 1.5)) &&
  !avoided.some((s) => crosses(s, box, 2.5));

/** Whether a reader sees whose label it is: by a hairline that passes nothing, or because no mark of its colour is nearer. */
function isAttached({ box, leader }: Spot, { mark, style }: Callout, { marks, labels, lines }: Plane): boolean {
  const others = marks.filter((b) => b !== mark);
  if (!leader) return !others.some((b) => b.ink === style.ink && apart(b, box) < apart(mark, box));
  return ![...others, ...labels].some((b) => crosses(leader, b, 1)) && !lines.some((s) => intersect(s, leader));
}

function shapesOf(words: string, { box, x, anchor, leader }: Spot, style: Style): Shape[] {
  const label = textShape(words, x, (box.y1 + box.y2) / 2, anchor, style);
  if (!leader) return [label];
  return [{ kind: 'line', layer: 'grid', paint: { ...HAIR, stroke: ink('muted') }, ...leader }, label];
}
