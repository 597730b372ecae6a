import type { Chart } from '../wording/chart.ts';
import type { Indicator } from '../domain/indicator.ts';
import { comparisonChart } from './comparison.ts';
import { singleChart } from './single.ts';
import type { Size } from './draw/theme.ts';

export type Drawings = Readonly<Record<Size, string>>;

/** Held as long as the thing itself: a table stands on its bulletin's page, its chart's page, in files and embeds. */
const memo = new WeakMap<object, Drawings>();

/** Both drawings of a thing, made once. */
export function drawn(of: object, draw: (size: Size) => string): Drawings {
  const known = memo.get(of) ?? { wide: draw('wide'), narrow: draw('narrow') };
  memo.set(of, known);
  return known;
}

/** A chart's drawings. Its sentence is what a reader who cannot see hears. */
export function drawingsOf(chart: Chart, indicators: ReadonlyMap<string, Indicator>): Drawings {
  const { group, row, title, sentences } = chart;
  const label = `${title}。${sentences.join('')}`;
  return row
    ? drawn(row, (size) => singleChart(row, group, indicators.get(row.indicator)!, size, label))
    : drawn(group, (size) => comparisonChart(group, indicators, size, label));
}
