import { tickWords, type Domain } from './domain.ts';
import { textShape, type Style } from './label.ts';
import type { Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import { HAIR, ink, type Page } from '../draw/theme.ts';

/** Px from the top of the plot to the highest tick: room for a mark there and its value. */
const ROOF = 30;

/** Px beside the plot at least: two letters, heads of the rows under it. */
const LEAST_LEFT = 34;

/** The vertical scale of a plot. */
export interface ValueScale {
  /** Px from the top of the plot. */
  readonly apply: (value: number) => number;
  /** Ranks: the first place is at the top. */
  readonly reversed: boolean;
  /** Px where the plot begins, right of the labels. */
  readonly left: number;
  /** Hairlines, a stronger one at a zero within, and the labels in a column of their own. */
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** @param tall px from the lowest to the highest value */
export function scaleOf({ low, high, ticks, ranks }: Domain, unit: string, tall: number, page: Page): ValueScale {
  const share = (value: number): number => (value - low) / (high - low);
  const apply = (value: number): number => ROOF + (ranks ? share(value) : 1 - share(value)) * tall;
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const top = ranks ? 0 : ticks.length - 1;
  const words = ticks.map((tick, i) => tickWords(tick, i === top ? unit : ''));
  const left = Math.max(LEAST_LEFT, Math.ceil(Math.max(...words.map((word) => measure(word, style.size)))) + 8);
  const shapes = ticks.flatMap((tick, i): Shape[] => {
    const y = Math.floor(apply(tick)) + 0.5;
    const paint = tick === 0 && low < 0 && high > 0 ? { ...HAIR, stroke: ink('muted') } : HAIR;
    return [
      { kind: 'line', layer: 'grid', paint, x1: left, x2: page.width, y1: y, y2: y },
      textShape(words[i]!, left - 8, y, 'end', style),
    ];
  });
  // Below the last place there is room for its mark and value.
  return { apply, reversed: ranks, left, shapes, height: Math.floor(ROOF + tall) + (ranks ? ROOF : 1) };
}
