import { textShape, type Style } from './label.ts';
import type { Block, Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import { HAIR, ink, type Page } from '../draw/theme.ts';

/** The years under a plot: each from its first day to its last, so that a number without a date stands over its middle. */
export interface Years {
  readonly apply: (at: number) => number;
  readonly foot: Block;
  /** Px of one year. */
  readonly band: number;
}

/** A word under a year: why it has no mark. */
export interface Remark {
  readonly year: number;
  readonly words: string;
}

/** @param times places of all marks; @param from,to px of the plot's ends. */
export function yearsOf(
  times: readonly number[],
  remarks: readonly Remark[],
  from: number,
  to: number,
  page: Page,
): Years {
  const whole = [...times, ...remarks.map(({ year }) => year + 0.5)].map(Math.floor);
  const [first, last] = [Math.min(...whole), Math.max(...whole) + 1];
  const apply = (at: number): number => from + ((at - first) / (last - first)) * (to - from);
  const band = (to - from) / (last - first);
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => band * n >= measure('2000年', style.size) + 5) ?? 1000;
  const years = Array.from({ length: last - first }, (_, i) => first + i);
  const labelled = years.filter((year) => (every > 2 ? year % every === 0 : (last - 1 - year) % every === 0));
  const ticks =
    band < 4
      ? []
      : [...years, last].map((year): Shape => {
          const x = Math.floor(apply(year)) + 0.5;
          return { kind: 'line', layer: 'grid', paint: { ...HAIR, stroke: ink('muted') }, x1: x, x2: x, y1: 0, y2: 5 };
        });
  const said = remarks.filter(({ words }) => measure(words, style.size) <= Math.max(band - 6, 0));
  return {
    apply,
    band,
    foot: {
      height: 24 + (said.length > 0 ? 19 : 0),
      shapes: [
        ...ticks,
        ...labelled.map((year) => textShape(`${year}年`, apply(year + 0.5), 15, 'middle', style)),
        ...said.map(({ year, words }) => textShape(words, apply(year + 0.5), 34, 'middle', style)),
      ],
    },
  };
}
