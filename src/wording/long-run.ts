import type { Indicator } from '../domain/indicator.ts';
import { mainGroup, type Bulletin } from '../domain/issue.ts';
import { isExpected } from '../domain/observation.ts';
import { trendsOf, type Trend } from '../domain/trend.ts';
import type { TrendPoint } from '../domain/trend-point.ts';
import { spell } from './phrase.ts';

interface LongRun {
  readonly code: string;
  readonly name: string;
  /** 2019年70.41%→2023年99.3%. */
  readonly words: string;
}

/** How the indicators of a bulletin's main table went over the years; only what the page over time joins by lines. */
export function longRuns(
  bulletin: Bulletin,
  bulletins: readonly Bulletin[],
  indicators: ReadonlyMap<string, Indicator>,
): LongRun[] {
  const codes = [...new Set(mainGroup(bulletin)?.rows.map(({ indicator }) => indicator))];
  return codes.flatMap((code) => {
    const indicator = indicators.get(code)!;
    const [trend, ...others] = trendsOf(bulletins, indicator);
    const run = trend && others.length === 0 ? lastRun(trend) : null;
    return run ? [{ code, name: indicator.name, words: run.map(atItsTime).join('→') }] : [];
  });
}

const atItsTime = ({ period, o }: TrendPoint): string => `${period.label}${spell(o)}`;

/** First and last of the newest numbers that lines join without a gap. */
function lastRun({ lines }: Trend): [TrendPoint, TrendPoint] | null {
  const known = lines.filter(({ to }) => !isExpected(to.o)).toSorted((a, b) => b.to.at - a.to.at);
  const [last] = known;
  if (!last) return null;
  const before = new Map(known.map(({ from, to }) => [to, from]));
  let first = last.from;
  for (let earlier = before.get(first); earlier; earlier = before.get(first)) first = earlier;
  return [first, last.to];
}
