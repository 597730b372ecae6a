import { isExpected } from '../domain/observation.ts';
import { lowerOf } from '../domain/quantity.ts';
import type { Trend } from '../domain/trend.ts';
import type { TrendPoint } from '../domain/trend-point.ts';
import { lookOf, pointIn, pointOf } from './parts/point.ts';
import { draw, type Shape } from './draw/scene.ts';
import { EXPECTED_STEM, LOOKS, STEM } from './draw/theme.ts';
import { isMissed } from './trend-plot.ts';

const WIDTH = 120;
const HEIGHT = 36;
const EDGE = 7;
const R = 3;

/** A course in the size of a word: no axis, no number, the marks of the large picture small. Its values stand beside it. */
export function sparkline({ values, lines }: Trend, isRanked: boolean, label: string): string {
  const [times, numbers] = [values.map(({ at }) => at), values.map(({ o }) => Number(lowerOf(o.quantity)))];
  const x = scale(times, EDGE, WIDTH - EDGE);
  const y = isRanked ? scale(numbers, EDGE, HEIGHT - EDGE) : scale(numbers, HEIGHT - EDGE, EDGE);
  const stems = lines.map(({ from, to }): Shape => {
    const [a, b] = [from, to].map(({ at, o }) => ({ x: x(at), y: y(Number(lowerOf(o.quantity))) })) as [Place, Place];
    const paint = { ...(isExpected(to.o) ? EXPECTED_STEM : STEM), strokeWidth: 1.5 };
    return { kind: 'line', layer: 'stem', paint, x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  });
  const dots = values.map((p): Shape => dot(p, x(p.at), y(Number(lowerOf(p.o.quantity)))));
  return draw({ height: HEIGHT, shapes: [...stems, ...dots] }, WIDTH, label);
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function dot(p: TrendPoint, x: number, y: number): Shape {
  const { look } = pointIn(
    pointOf(p.o, () => y),
    isMissed(p),
  );
  const { paint, shape } = LOOKS[look];
  const isLarge = look === 'missed';
  return {
    kind: 'dot',
    layer: look === 'missed' ? 'missed' : lookOf(p.o),
    paint: paint.strokeWidth ? { ...paint, strokeWidth: 1.25 } : paint,
    x,
    y,
    r: isLarge ? R + 1 : R,
    symbol: shape === 'tick' ? 'circle' : shape,
  };
}

/** A course that stays the same lies in the middle. */
function scale(numbers: readonly number[], from: number, to: number): (value: number) => number {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return (value) => (least === most ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from));
}
