import type { NumericObservation } from '../domain/observation.ts';
import { comparatorOf, lowerOf, upperOf } from '../domain/quantity.ts';
import { spell } from '../wording/phrase.ts';
import { axisOf, type Axis } from './parts/axis.ts';
import { heading } from './parts/heading.ts';
import { keyBlock } from './parts/key.ts';
import { placeLabels, type Style } from './parts/label.ts';
import { arrow, direction, isRough, lookOf } from './parts/point.ts';
import { draw, shift, stack, type Block, type Shape } from './draw/scene.ts';
import { measure } from './draw/measure.ts';
import { HAIR, ink, LEADING, LOOKS, PAGES, rough, type Page, type Paint, type Size } from './draw/theme.ts';

/** A number of the text, what it counts, and what the text says beside it (`办结率99.8%`). */
export interface TextFigure {
  readonly o: NumericObservation;
  readonly name: string;
  readonly beside: string | null;
}

const HALF = 8;

/** Figures of one unit as bars from zero, in the order given. */
export function figuresChart(figures: readonly TextFigure[], size: Size, label: string): string {
  const page = PAGES[size];
  const numbers = figures.map(({ o }) => o);
  const unit = numbers[0]?.unit;
  if (!unit || numbers.some((o) => o.unit !== unit)) throw new Error('bars of one chart need one unit');
  const widest = Math.max(...numbers.map((o) => measure(spell(o), page.strong, 700)));
  const axis = axisOf(
    { numbers, indicators: [], unit, cut: false },
    page,
    0,
    Math.round(page.width - Math.min(widest + 28, page.width * 0.45)),
  );
  // Bars that carry their own numbers need no ticks, unless the whole (100%) is what they are read against.
  const shared = unit === '%';
  const rows = figures.map((figure) => bar(figure, axis, shared, page));
  return draw(
    stack([keyBlock([], numbers, page), ...(shared ? [axis.head] : []), stack(rows, 18)], 8),
    page.width,
    label,
  );
}

function bar({ o, name, beside }: TextFigure, axis: Axis, grid: boolean, page: Page): Block {
  const head = heading(name, beside ? [beside] : [], page, page.width);
  const y = head.height + 4 + HALF;
  const [from, value, upper] = [
    axis.apply(0),
    axis.apply(Number(lowerOf(o.quantity))),
    axis.apply(Number(upperOf(o.quantity))),
  ];
  const side = direction(comparatorOf(o.quantity));
  const style: Style = { size: page.strong, weight: 700, ink: 'achieved' };
  const end = Math.max(from, upper) + (side === 0 ? 0 : 11);
  const placed = placeLabels(
    [{ text: spell(o), style, mark: [from, end], spots: ['right', 'below'] }],
    [[from, end]],
    page.width,
  );
  return {
    height: y + HALF + LEADING * placed.below,
    shapes: [
      ...head.shapes,
      ...(grid ? axis.grid(y, HALF + 5) : [zero(from, y)]),
      ...shift([{ ...box(from, value, paintOf(o)), o }, ...(upper === value ? [] : [box(value, upper, hollow)])], y),
      ...(side === 0 ? [] : [arrow(end - 5, y, side, 5, ink('achieved'))]),
      ...placed.shapes(y, HALF + 2),
    ],
  };
}

const zero = (x: number, y: number): Shape => ({
  kind: 'line',
  layer: 'grid',
  paint: HAIR,
  x1: x + 0.5,
  x2: x + 0.5,
  y1: y - HALF - 5,
  y2: y + HALF + 5,
});

const hollow: Paint = { ...LOOKS.expected.paint, strokeWidth: 1.5 };

/** Solid is exact or a floor; an outline is expected or a ceiling; a dotted outline is 概数. */
function paintOf(o: NumericObservation): Paint {
  const comparator = comparatorOf(o.quantity);
  if (isRough(comparator)) return rough('achieved');
  return lookOf(o) === 'expected' || direction(comparator) < 0 ? hollow : LOOKS.achieved.paint;
}

/** Drawn inside its outline, so that the bar ends where the number is. */
function box(a: number, b: number, paint: Paint): Shape {
  const inset = (paint.strokeWidth ?? 0) / 2;
  const [x1, x2] = [Math.min(a, b), Math.max(a, b)];
  const side = Math.min(inset, (x2 - x1) / 2);
  return {
    kind: 'bar',
    layer: 'achieved',
    paint,
    x1: x1 + side,
    x2: x2 - side,
    y1: inset - HALF,
    y2: HALF - inset,
    rx: 0,
  };
}
