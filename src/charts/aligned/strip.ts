import type { Aligned } from '../../domain/aligned.ts';
import type { Row } from '../../domain/issue.ts';
import { comparatorOf, isNotComputable, lowerOf, upperOf } from '../../domain/quantity.ts';
import { marginLabel } from '../../wording/margin-label.ts';
import { shift, type Block, type Shape } from '../draw/scene.ts';
import { EXPECTED_STEM, HAIR, STEM, type Paint } from '../draw/theme.ts';
import { measure } from '../draw/measure.ts';
import { textShape, type Style } from '../parts/label.ts';
import { extent, pointIn, pointOf, pointShapes, reach, direction, type Point } from '../parts/point.ts';
import type { AlignedScale, Reach } from './scale.ts';

/** A row that can be drawn at its target. */
export interface AlignedRow {
  readonly row: Row;
  readonly aligned: Aligned;
}

/** How high a strip is: so much of the line at which the targets stand shows beside each row. */
export const STRIP = 42;
/** The track, and where the baseline stands when it would touch what was reached. */
const TRACK = 21;
const LOWERED = 29;
const LABEL: Style = { size: 14.5, weight: 700, ink: 'achieved' };
const GAP = 6;

/** Px that a row's marks and label need on both sides of their places. */
export function reachesOf(one: AlignedRow, withUnit: boolean): Reach[] {
  const { row, aligned } = one;
  const at = (value: string): number => (aligned.sense * (Number(value) * 1e6 - Number(aligned.threshold) * 1e6)) / 1e6;
  const words = measure(marginLabel(row.comparison, aligned.sense, withUnit), LABEL.size, LABEL.weight) + GAP;
  return [aligned.achieved, aligned.baseline].flatMap((o) => {
    if (!o) return [];
    const ends = [at(lowerOf(o.quantity)), at(upperOf(o.quantity))];
    const arrow = direction(comparatorOf(o.quantity)) === 0 ? 0 : ARROWHEAD;
    const beside = o === aligned.achieved ? words : 0;
    const moved = o === aligned.achieved && row.comparison.outcome === 'missed' ? MARK + arrow + 2 : 0;
    return ends.map((offset) => ({
      unit: row.unit,
      offset,
      left: MARK + arrow + moved + (offset < 0 || moved > 0 ? beside : 0),
      right: MARK + arrow + (offset < 0 ? 0 : beside),
    }));
  });
}

/** Half the breadth of the largest mark, and what an arrowhead adds. */
const MARK = 8;
const ARROWHEAD = 9;

/** The marks of a strip, and how they stand to each other. */
interface Marks {
  readonly reached: Point;
  readonly baseline: Point | null;
  /** Whether the two would touch: then the baseline stands above the track. */
  readonly apart: boolean;
  /** −1 where what was reached lies to the left of the target. */
  readonly side: -1 | 1;
  /** Whether the baseline lies farther out than what was reached, where its label would stand. */
  readonly beyond: boolean;
}

function marksOf({ row, aligned }: AlignedRow, apply: (value: number) => number, zero: number): Marks {
  const reversed = aligned.sense < 0;
  const missed = row.comparison.outcome === 'missed';
  const exact = pointIn(pointOf(aligned.achieved, apply, reversed), missed);
  // A miss by a hair is still seen to lie short of the line: nothing else of a strip is moved.
  const reached = missed ? shortOf(exact, zero) : exact;
  const baseline = aligned.baseline && pointOf(aligned.baseline, apply, reversed);
  const side = middle(reached) < zero ? -1 : 1;
  if (baseline === null) return { reached, baseline, apart: false, side, beyond: false };
  const apart = touches(baseline, reached);
  return { reached, baseline, apart, side, beyond: !apart && side * (middle(baseline) - middle(reached)) > 0 };
}

/** Baseline and what was reached by their distance from the target, which is one line in all rows; right is better. */
export function strip(one: AlignedRow, { zero, width, perUnit }: AlignedScale, withUnit: boolean): Block {
  const { row, aligned } = one;
  const density = perUnit.get(row.unit)!;
  const apply = (value: number): number => zero + aligned.sense * (value - Number(aligned.threshold)) * density;
  const marks = marksOf(one, apply, zero);
  const { reached, side, beyond } = marks;
  const y = marks.apart || beyond ? LOWERED : TRACK;
  const label = marginLabel(row.comparison, aligned.sense, withUnit);
  return {
    height: STRIP,
    shapes: [
      { kind: 'line', layer: 'grid', paint: HAIR, x1: 0, x2: width, y1: y, y2: y },
      ...targetLine(aligned, zero, aligned.sense < 0),
      ...baselineShapes(marks, y, !isNotComputable(row.comparison.change)),
      ...pointShapes(reached, y),
      beyond ? above(label, reached, zero, width) : beside(label, reached, side, y),
    ],
  };
}

/** With the line to what was reached, where the change is known. */
function baselineShapes({ baseline, reached, apart }: Marks, y: number, changed: boolean): readonly Shape[] {
  if (baseline === null) return [];
  if (apart) return pointShapes(baseline, y - reach(baseline) - reach(reached) - 1);
  return [...(changed ? shift(stemOf(baseline, reached), y) : []), ...pointShapes(baseline, y)];
}

/** To the left of the line, if only by its own breadth. */
function shortOf(point: Point, zero: number): Point {
  const over = Math.max(0, extent(point)[1] + 2 - zero);
  return { ...point, x: point.x - over, upper: point.upper - over };
}

const middle = ({ x, upper }: Point): number => (x + upper) / 2;

function touches(a: Point, b: Point): boolean {
  const [[a1, a2], [b1, b2]] = [extent(a), extent(b)];
  return a1 < b2 + 1 && b1 < a2 + 1;
}

function targetLine({ target }: Aligned, zero: number, reversed: boolean): Shape[] {
  const point = pointOf(target, () => zero, reversed);
  return pointShapes({ ...point, r: STRIP / 2 }, STRIP / 2);
}

/** From mark to mark: a line where the place between is known. */
function stemOf(a: Point, b: Point): Shape[] {
  const [from, to] = middle(a) < middle(b) ? [a, b] : [b, a];
  const [x1, x2] = [extent(from)[1], extent(to)[0]];
  return x1 < x2 ? [{ kind: 'line', layer: 'stem', paint: stemPaint(b), x1, x2, y1: 0, y2: 0 }] : [];
}

const stemPaint = ({ look }: Point): Paint => (look === 'expected' ? EXPECTED_STEM : STEM);

/** Outside, so that it crosses neither the stem nor the line of the targets. */
function beside(label: string, reached: Point, side: -1 | 1, y: number): Shape {
  const [left, right] = extent(reached);
  return side < 0 ? textShape(label, left - GAP, y, 'end', LABEL) : textShape(label, right + GAP, y, 'start', LABEL);
}

/** Over its mark where the baseline stands farther out, clear of the line of the targets and of the drawing's edges. */
function above(label: string, reached: Point, zero: number, width: number): Shape {
  const half = measure(label, LABEL.size, LABEL.weight) / 2;
  const x = middle(reached);
  const clear = x < zero ? Math.min(x, zero - GAP - half) : Math.max(x, zero + GAP + half);
  return textShape(label, Math.max(half, Math.min(clear, width - half)), 9, 'middle', LABEL);
}
