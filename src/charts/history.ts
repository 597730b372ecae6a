import type { History } from '../wording/history.ts';
import { drawn, type Drawings } from './drawing.ts';
import { domainOf, numbersOf } from './parts/domain.ts';
import { sparkline } from './sparkline.ts';
import { trendChart } from './trend.ts';

/** An indicator over time in both drawings; null where there is nothing to draw. */
export function historyDrawings({ course, indicator, title, description }: History): Drawings | null {
  const trends = course.drawn;
  if (trends.length === 0) return null;
  return drawn(trends, (size) => trendChart(trends, indicator, size, `${title}。${description}`));
}

/** The first of its courses in the size of a word; null where there is nothing to draw. */
export function historySparkline({ course, indicator, title }: History): string | null {
  const [trend] = course.drawn;
  if (!trend) return null;
  const { ranks } = domainOf(numbersOf(trend.values.map(({ o }) => o)), indicator.unit, [indicator]);
  return sparkline(trend, ranks, title);
}
