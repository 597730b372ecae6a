import type { Time } from '../../domain/time.ts';
import type { Block, Shape } from '../draw/scene.ts';
import { HAIR, ink, type Page } from '../draw/theme.ts';
import type { Style } from './label.ts';

/** The horizontal scale of a plot over time. */
export interface TimeAxis {
  readonly apply: (at: number) => number;
  readonly foot: Block;
  /** Px from one time to the next. */
  readonly band: number;
}

/** A time that has a mark, or a word in place of one. */
export type TimeMark = Pick<Time, 'at' | 'period'>;

export const FOOT = (page: Page): Style => ({ size: page.note, weight: 400, ink: 'muted' });

/** A short stroke under the plot. */
export function tickAt(x: number, length = 5): Shape {
  const crisp = Math.floor(x) + 0.5;
  return {
    kind: 'line',
    layer: 'grid',
    paint: { ...HAIR, stroke: ink('muted') },
    x1: crisp,
    x2: crisp,
    y1: 0,
    y2: length,
  };
}
