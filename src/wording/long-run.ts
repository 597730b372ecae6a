import type { Indicator } from '../domain/indicator.ts';
import { mainGroup, type Bulletin } from '../domain/issue.ts';
import { memo } from '../domain/memo.ts';
import { bulletinsOfIndicator } from '../domain/of-indicator.ts';
import { trendsOf } from '../domain/trend.ts';
import { courseClause } from './trend-headline.ts';

interface LongRun {
  readonly code: string;
  readonly name: string;
  /** 2019年70.41%→2023年99.3%. */
  readonly words: string;
}

/** How the indicators of a bulletin's main table went over the years; as the page over time says it, where it says it at all. */
export function longRuns(
  bulletin: Bulletin,
  bulletins: readonly Bulletin[],
  indicators: ReadonlyMap<string, Indicator>,
): LongRun[] {
  const codes = [...new Set(mainGroup(bulletin)?.rows.map(({ indicator }) => indicator))];
  return codes.flatMap((code) => longRun(bulletinsOfIndicator(bulletins, code))(indicators.get(code)!) ?? []);
}

/** Once for all bulletins that speak of the indicator. */
const longRun = memo((bulletins: readonly Bulletin[]) =>
  memo((indicator: Indicator): LongRun | null => {
    const [trend, ...others] = trendsOf(bulletins, indicator);
    const words = trend && others.length === 0 ? courseClause(trend, indicator) : '';
    return words.includes('→') ? { code: indicator.code, name: indicator.name, words } : null;
  }),
);
