import { ARROW, direction, FLAG, paintOf, reach, type Point } from './point.ts';
import type { Shape } from '../draw/scene.ts';
import { ink, LOOKS } from '../draw/theme.ts';

/** Left, right, upper and lower edge. */
export interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** The marks of `point.ts` on a vertical scale: `p.x` counts down the drawing, a target lies flat, more points up. */
export function uprightShapes(p: Point, x: number): Shape[] {
  const { shape } = LOOKS[p.look];
  const { look: layer, x: y, upper, r, o } = p;
  const paint = paintOf(p);
  const head = arrowhead(p, x);
  if (p.comparator === 'range') {
    const hollow = shape === 'tick' ? { ...paint, fill: 'none' } : paint;
    return [{ kind: 'bar', layer, paint: hollow, x1: x - r, x2: x + r, y1: upper, y2: y, rx: 0, o }];
  }
  if (shape === 'tick')
    return [{ kind: 'line', layer, paint: { ...paint, fill: 'none' }, x1: x - r, x2: x + r, y1: y, y2: y, o }, ...head];
  return [{ kind: 'dot', layer, paint, x, y, r, symbol: shape, o }, ...head];
}

/** A mark with its arrowhead. */
export function uprightBox(p: Point, x: number): Box {
  const tick = LOOKS[p.look].shape === 'tick';
  const [wide, tall] = tick
    ? [p.r, p.comparator === 'range' ? 1.5 : 2]
    : [reach(p), p.comparator === 'range' ? 1 : reach(p)];
  const head = (tick ? FLAG + 3 : ARROW + 4) + (tick ? 1 : 0);
  const side = direction(p.comparator);
  return {
    x1: x - wide,
    x2: x + wide,
    y1: p.upper - tall - (side > 0 ? head : 0),
    y2: p.x + tall + (side < 0 ? head : 0),
  };
}

function arrowhead(p: Point, x: number): Shape[] {
  const side = direction(p.comparator);
  if (side === 0) return [];
  const figure = LOOKS[p.look];
  const [at, off, r] =
    figure.shape === 'tick' ? [x - p.r + FLAG, 3 + FLAG / 2, FLAG] : [x, reach(p) + 3 + ARROW / 2, ARROW];
  return [uprightArrow(at, p.x - side * off, side, r, ink(figure.ink))];
}

/** An open arrowhead, up for a floor. */
export const uprightArrow = (x: number, y: number, side: -1 | 1, r: number, stroke: string): Shape => ({
  kind: 'dot',
  layer: 'arrow',
  x,
  y,
  r,
  symbol: side > 0 ? 'up' : 'down',
  paint: { stroke, strokeWidth: 2 },
});
