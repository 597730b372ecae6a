import type { Indicator } from './indicator.ts';
import type { Bulletin } from './issue.ts';
import { byEnd, isSamePeriod, type Period } from './period.ts';
import { hasCourse, trendsOf, type Trend, type TrendGap } from './trend.ts';
import type { TrendPoint } from './trend-point.ts';

/** More areas make no picture: their numbers stand in one table. */
const MOST_AREAS = 4;

/** How an indicator is shown over time. */
export interface Course {
  /** In the picture, a panel each. */
  readonly drawn: readonly Trend[];
  /** Numbers that have no other to be set against. */
  readonly undrawn: readonly Trend[];
  /** In place of a picture, where there are many areas. */
  readonly byArea: AreaTable | null;
}

/** What each area reached in each period. */
export interface AreaTable {
  /** By their last day. */
  readonly periods: readonly Period[];
  /** In the order in which the bulletins name the areas. */
  readonly rows: readonly { readonly area: string | null; readonly cells: readonly AreaCell[] }[];
}

/** All that the bulletins say of one area and period. */
export interface AreaCell {
  readonly numbers: readonly TrendPoint[];
  readonly gap: TrendGap | null;
}

export function courseOf(bulletins: readonly Bulletin[], indicator: Indicator): Course {
  const trends = trendsOf(bulletins, indicator);
  const drawn = trends.filter(hasCourse);
  const many = new Set(trends.map(({ area }) => area)).size > MOST_AREAS;
  if (!many) return { drawn, undrawn: trends.filter((trend) => !hasCourse(trend)), byArea: null };
  return { drawn: [], undrawn: [], byArea: drawn.length > 0 ? areaTable(trends) : null };
}

function areaTable(trends: readonly Trend[]): AreaTable {
  const periods = trends
    .flatMap(({ values, gaps }) => [...values, ...gaps].map(({ period }) => period))
    .filter((period, i, all) => all.findIndex((p) => isSamePeriod(p, period)) === i)
    .toSorted(byEnd);
  const rows = [...Map.groupBy(trends, ({ area }) => area)].map(([area, own]) => ({
    area,
    cells: periods.map((period) => cellOf(own, period)),
  }));
  return { periods, rows };
}

const cellOf = (trends: readonly Trend[], period: Period): AreaCell => ({
  numbers: trends.flatMap(({ values }) => values.filter((p) => isSamePeriod(p.period, period))),
  gap: trends.flatMap(({ gaps }) => gaps).find((gap) => isSamePeriod(gap.period, period)) ?? null,
});
