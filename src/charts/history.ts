import type { History } from '../wording/history.ts';
import { drawn, type Drawings } from './drawing.ts';
import { wrap } from './draw/measure.ts';
import { draw } from './draw/scene.ts';
import { LEADING, PAGES, type Size } from './draw/theme.ts';
import { textShape, type Style } from './parts/label.ts';
import { domainOf, numbersOf } from './parts/domain.ts';
import { sparkline } from './sparkline.ts';
import { trendChart } from './trend.ts';

/** An indicator over time in both drawings; where there is nothing to draw, the sentence that says why. */
export function historyDrawings({ course, indicator, title, description, undrawn }: History): Drawings {
  const trends = course.drawn;
  const label = `${title}。${undrawn ?? description}`;
  return drawn(trends, (size) =>
    undrawn === null ? trendChart(trends, indicator, size, label) : wordsChart(undrawn, size, label),
  );
}

function wordsChart(words: string, size: Size, label: string): string {
  const page = PAGES[size];
  const lines = wrap(words, page.width, page.value);
  const style: Style = { size: page.value, weight: 400, ink: 'muted' };
  const shapes = lines.map((line, i) => textShape(line, 0, LEADING * 1.2 * (i + 0.5), 'start', style));
  return draw({ height: LEADING * 1.2 * lines.length, shapes }, page.width, label);
}

/** The first of its courses in the size of a word; null where there is nothing to draw. */
export function historySparkline({ course, indicator, title }: History): string | null {
  const [trend] = course.drawn;
  if (!trend) return null;
  const { ranks } = domainOf(numbersOf(trend.values.map(({ o }) => o)), indicator.unit, [indicator]);
  return sparkline(trend, ranks, title);
}
