import type { Chart } from '../wording/chart.ts';
import type { Indicator } from '../domain/indicator.ts';
import { alignedChart } from './aligned/aligned.ts';
import { isAligned } from './aligned/strips.ts';
import { comparisonChart } from './comparison.ts';
import { singleChart } from './single.ts';
import type { Size } from './draw/theme.ts';

export type Drawings = Readonly<Record<Size, string>>;

/** Held as long as the thing itself: a table stands on its bulletin's page, its chart's page, in files and embeds. */
const answers = new WeakMap<object, Drawings>();
const levels = new WeakMap<object, Drawings>();

/** Both drawings of a thing, made once. */
export const drawn = (of: object, draw: (size: Size) => string): Drawings => once(answers, of, draw);

function once(memo: WeakMap<object, Drawings>, of: object, draw: (size: Size) => string): Drawings {
  const known = memo.get(of) ?? { wide: draw('wide'), narrow: draw('narrow') };
  memo.set(of, known);
  return known;
}

/**
 * A chart's drawings: a table against its targets where it has any that can be judged, else its levels. Its sentence is what
 * a reader who cannot see hears.
 */
export function drawingsOf(chart: Chart, indicators: ReadonlyMap<string, Indicator>): Drawings {
  const { group, row } = chart;
  const label = labelOf(chart);
  if (row) return drawn(row, (size) => singleChart(row, group, indicators.get(row.indicator)!, size, label));
  return isAligned(group, indicators)
    ? drawn(group, (size) => alignedChart(group, indicators, size, label))
    : levelsOf(chart, indicators);
}

/** The values of a table on their axis. */
export const levelsOf = (chart: Chart, indicators: ReadonlyMap<string, Indicator>): Drawings =>
  once(levels, chart.group, (size) => comparisonChart(chart.group, indicators, size, labelOf(chart)));

const labelOf = ({ title, sentences }: Chart): string => `${title}。${sentences.join('')}`;
