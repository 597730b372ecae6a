import { isExpected, type NumericObservation } from '../../domain/observation.ts';
import { comparatorOf, lowerOf, upperOf, type Comparator } from '../../domain/quantity.ts';
import type { Shape } from '../draw/scene.ts';
import { ink, LOOKS, rough, type Look, type Paint } from '../draw/theme.ts';

/** A number on the axis. `x` and `upper` in px; they differ for a range. */
export interface Point {
  readonly look: Look;
  readonly x: number;
  readonly upper: number;
  readonly comparator: Comparator;
  readonly r: number;
  /** The number itself; absent in a key. */
  readonly o?: NumericObservation;
}

/** @param reversed on a scale that runs the other way, as one of ranks: bounds point that way too */
export function pointOf(o: NumericObservation, apply: (value: number) => number, reversed = false): Point {
  const look = lookOf(o);
  const [lower, upper] = [lowerOf(o.quantity), upperOf(o.quantity)].map((value) => apply(Number(value))) as [
    number,
    number,
  ];
  const comparator = comparatorOf(o.quantity);
  const { r } = LOOKS[look];
  if (reversed) return { look, x: upper, upper: lower, comparator: MIRRORED[comparator] ?? comparator, r, o };
  return { look, x: lower, upper, comparator, r, o };
}

const MIRRORED: Readonly<Partial<Record<Comparator, Comparator>>> = { ge: 'le', gt: 'lt', le: 'ge', lt: 'gt' };

/** A figure of the text is what was reached, or is expected to be. */
export function lookOf(o: NumericObservation): Look {
  if (o.role === 'achieved' || o.role === 'stated') return isExpected(o) ? 'expected' : 'achieved';
  return o.role;
}

/** A mark of what was reached, or is expected to be. */
export const isReached = (look: Look): boolean => look === 'achieved' || look === 'expected' || look === 'missed';

/** A mark as one of what missed its target. */
export const pointIn = (point: Point, missed: boolean): Point =>
  missed ? { ...point, look: 'missed', r: LOOKS.missed.r } : point;

/** 1 for a floor, −1 for a ceiling, 0 otherwise. */
export function direction(c: Comparator): -1 | 0 | 1 {
  if (c === 'ge' || c === 'gt') return 1;
  return c === 'le' || c === 'lt' ? -1 : 0;
}

export const isRough = (c: Comparator): boolean => c === 'about' || c === 'over' || c === 'under';

/** Centres nearer than this hide one another. */
const NEAR = 6;

/**
 * Numbers nearer than `near` px share a place: the mark that lies under another grows until it shows around it. Order: top
 * mark first.
 */
export function nest(points: readonly Point[], near = NEAR): Point[] {
  const done: Point[] = [];
  for (const p of points) {
    const over = done.filter((q) => q.look !== 'target' && Math.abs(q.x - p.x) < near && p.look !== 'target');
    const hole = Math.max(0, ...over.map(reach));
    done.push(hole === 0 ? p : { ...p, r: Math.max(p.r, radiusAround(hole, p)) });
  }
  return done;
}

/** The radius at which a mark shows around one of radius `hole` that lies on it. */
const radiusAround = (hole: number, { look }: Point): number =>
  LOOKS[look].shape === 'diamond' ? (hole + 1) * Math.SQRT2 : hole + 3.5;

/** From the centre to the outer edge. */
export const reach = (p: Point): number => half(p) + (paintOf(p).stroke ? (paintOf(p).strokeWidth ?? 0) / 2 : 0);
const half = (p: Point): number => (LOOKS[p.look].shape === 'tick' ? 0 : p.r);

export const paintOf = (p: Point): Paint => (isRough(p.comparator) ? rough(p.look) : LOOKS[p.look].paint);

/** Half heights of the arrowhead at a mark and at a target. */
export const ARROW = 5;
export const FLAG = 4;

/** Left and right edge of a mark with its arrowhead. */
export function extent(p: Point): [number, number] {
  const edge = reach(p);
  const arrow = LOOKS[p.look].shape === 'tick' ? FLAG + 3 : ARROW + 4;
  const side = direction(p.comparator);
  return [p.x - edge - (side < 0 ? arrow : 0), p.upper + edge + (side > 0 ? arrow : 0)];
}

/** How far the mark rises above and sinks below the track. */
export const rise = (p: Point): number => (LOOKS[p.look].shape === 'tick' ? p.r : Math.max(p.r, ARROW)) + 1;

export function pointShapes(p: Point, y = 0): Shape[] {
  const { shape } = LOOKS[p.look];
  const { look: layer, x, upper, r, o } = p;
  const paint = paintOf(p);
  const arrow = arrowhead(p, y);
  if (p.comparator === 'range') {
    const tall = shape === 'diamond' ? r * 0.7 : r;
    const hollow = shape === 'tick' ? { ...paint, fill: 'none' } : paint;
    // Its ends stand at the two numbers: a rounded end would reach beyond them.
    return [{ kind: 'bar', layer, paint: hollow, x1: x, x2: upper, y1: y - tall, y2: y + tall, rx: 0, o }];
  }
  const line = {
    kind: 'line',
    layer,
    paint: { ...paint, fill: 'none' },
    x1: x,
    x2: x,
    y1: y - r,
    y2: y + r,
    o,
  } as const;
  if (shape === 'tick') return [line, ...arrow];
  return [{ kind: 'dot', layer, paint, x, y, r, symbol: shape, o }, ...arrow];
}

function arrowhead(p: Point, y: number): Shape[] {
  const side = direction(p.comparator);
  if (side === 0) return [];
  const figure = LOOKS[p.look];
  if (figure.shape === 'tick') return [arrow(p.x + side * (3 + FLAG / 2), y - p.r + FLAG, side, FLAG, ink(figure.ink))];
  return [arrow(p.x + side * (reach(p) + 3 + ARROW / 2), y, side, ARROW, ink(figure.ink))];
}

/** An open arrowhead. */
export const arrow = (x: number, y: number, side: -1 | 1, r: number, stroke: string): Shape => ({
  kind: 'dot',
  layer: 'arrow',
  x,
  y,
  r,
  symbol: side > 0 ? 'right' : 'left',
  paint: { stroke, strokeWidth: 2 },
});
