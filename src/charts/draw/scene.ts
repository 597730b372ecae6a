import * as Plot from '@observablehq/plot';
import type { NumericObservation } from '../../domain/observation.ts';
import { reading } from '../../wording/reading.ts';
import { render, saying } from './render.ts';
import { ink, LAYERS, type Layer, type Paint } from './theme.ts';

/** What a chart is made of, in px. The layouts compute shapes, Plot draws them. */
export type Shape = {
  readonly layer: Layer;
  readonly paint: Paint;
  /** The number that it marks, if it is the mark of one. */
  readonly o?: NumericObservation | undefined;
} & (
  | (Span & { readonly kind: 'line'; readonly y1: number; readonly y2: number })
  | (Span & { readonly kind: 'bar'; readonly y1: number; readonly y2: number; readonly rx: number })
  | (Span & { readonly kind: 'grid'; readonly y: number; readonly rise: number; readonly ticks: readonly number[] })
  | (Place & { readonly kind: 'dot'; readonly r: number; readonly symbol: keyof typeof SYMBOLS })
  | (Place & {
      readonly kind: 'text';
      readonly text: string;
      readonly anchor: Anchor;
      readonly size: number;
      readonly weight: number;
    })
);

interface Span {
  readonly x1: number;
  readonly x2: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** A part of a chart, drawn from y = 0 down. */
export interface Block {
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Blocks one under the other, with a gap between them. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  let y = 0;
  const shapes: Shape[] = [];
  for (const block of blocks) {
    shapes.push(...shift(block.shapes, y));
    y += block.height + gap;
  }
  return { height: Math.max(0, y - gap), shapes };
}

export const shift = (shapes: readonly Shape[], dy: number, dx = 0): readonly Shape[] =>
  dy === 0 && dx === 0
    ? shapes
    : shapes.map((s) => {
        switch (s.kind) {
          case 'dot':
          case 'text':
            return { ...s, x: s.x + dx, y: s.y + dy };
          case 'grid':
            return { ...s, x1: s.x1 + dx, x2: s.x2 + dx, y: s.y + dy };
          default:
            return { ...s, x1: s.x1 + dx, x2: s.x2 + dx, y1: s.y1 + dy, y2: s.y2 + dy };
        }
      });

/** The picture: shapes of one look become one Plot mark, since marks cost more than data. */
export function draw(block: Block, width: number, label: string): string {
  const looks = [...Map.groupBy(block.shapes, look).values()];
  const marks = LAYERS.flatMap((layer) => looks.filter(([s]) => s?.layer === layer).map(mark));
  const identity = { type: 'identity' } as const;
  return render(
    { width, height: Math.ceil(block.height), margin: 0, axis: null, x: identity, y: identity, marks },
    label,
  );
}

function look(s: Shape): string {
  const { fill, stroke, strokeWidth, strokeDasharray } = s.paint;
  return [s.layer, s.kind, fill, stroke, strokeWidth, strokeDasharray, constants(s)].join('|');
}

/** What Plot takes once a mark, not once a datum. */
function constants(s: Shape): readonly unknown[] {
  switch (s.kind) {
    case 'line':
      return [];
    case 'bar':
      return [s.rx];
    case 'dot':
      return [s.symbol, s.r];
    case 'text':
      return [s.anchor, s.size, s.weight];
    case 'grid':
      return [s.rise, s.x1, s.x2, ...s.ticks];
  }
}

/** A channel that is px already. Only `rect` insists on the identity scale, which copies each channel twice. */
const px = (value: string | number) => ({ value, scale: null });

function mark(shapes: Shape[]): Plot.Markish {
  const s = shapes[0];
  const paint = { fill: 'none', ...s?.paint, ...saying(shapes.map(({ o }) => o && reading(o))) };
  switch (s?.kind) {
    case 'line':
      return Plot.link(shapes, { x1: px('x1'), x2: px('x2'), y1: px('y1'), y2: px('y2'), ...paint });
    case 'bar':
      return Plot.rect(shapes, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', ...paint, rx: s.rx });
    case 'dot':
      return Plot.dot(shapes, { x: px('x'), y: px('y'), stroke: 'none', ...paint, r: s.r, symbol: SYMBOLS[s.symbol] });
    // One path a row: as lines of their own the hairlines would be a third of all elements.
    case 'grid':
      return Plot.dot(shapes, { x: px(0), y: px('y'), ...paint, r: 1, symbol: { draw: (pen: Pen) => comb(pen, s) } });
    case 'text':
      return Plot.text(shapes, {
        // The paper around the letters keeps them legible where they cross a hairline.
        x: px('x'),
        y: px('y'),
        text: 'text',
        stroke: ink('paper'),
        strokeWidth: 4,
        ...paint,
        textAnchor: s.anchor,
        fontSize: s.size,
        ...(s.weight === 400 ? {} : { fontWeight: s.weight }),
      });
    default:
      return null;
  }
}

interface Pen {
  arc(x: number, y: number, r: number, from: number, to: number): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

function comb(pen: Pen, { x1, x2, ticks, rise }: Shape & { kind: 'grid' }): void {
  pen.moveTo(x1, 0);
  pen.lineTo(x2, 0);
  for (const x of ticks) {
    pen.moveTo(x, -rise);
    pen.lineTo(x, rise);
  }
}

/** A Plot symbol of our own; `size` is the area of the circle of radius r. */
const symbol = (points: readonly (readonly [number, number])[], close: boolean) => ({
  draw(context: Pen, size: number): void {
    const r = Math.round(Math.sqrt(size / Math.PI) * 100) / 100;
    points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x * r, y * r) : context.lineTo(x * r, y * r)));
    if (close) context.closePath();
  },
});

/** A circle under three strokes that rise to the right. */
const hatched = {
  draw(context: Pen, size: number): void {
    const r = Math.round(Math.sqrt(size / Math.PI) * 100) / 100;
    context.moveTo(r, 0);
    context.arc(0, 0, r, 0, 2 * Math.PI);
    for (const off of [-0.5, 0, 0.5]) {
      const [middle, half] = [(off * r) / Math.SQRT2, Math.sqrt((1 - off ** 2) / 2) * r];
      context.moveTo(middle - half, middle + half);
      context.lineTo(middle + half, middle - half);
    }
  },
};

/** `right`, `left`, `up` and `down` are open arrowheads, half as long as broad. */
const SYMBOLS = {
  circle: 'circle',
  hatched,
  diamond: symbol(
    [
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ],
    true,
  ),
  right: symbol(
    [
      [-0.5, -1],
      [0.5, 0],
      [-0.5, 1],
    ],
    false,
  ),
  left: symbol(
    [
      [0.5, -1],
      [-0.5, 0],
      [0.5, 1],
    ],
    false,
  ),
  up: symbol(
    [
      [-1, 0.5],
      [0, -0.5],
      [1, 0.5],
    ],
    false,
  ),
  down: symbol(
    [
      [-1, -0.5],
      [0, 0.5],
      [1, -0.5],
    ],
    false,
  ),
} as const;
