import type { Indicator } from '../domain/indicator.ts';
import { isExpected, isNumeric } from '../domain/observation.ts';
import { isNotComputable } from '../domain/quantity.ts';
import type { Trend } from '../domain/trend.ts';
import { lanes, moments } from '../domain/trend-line.ts';
import { judgementOf, outcomeOf, type TrendPoint } from '../domain/trend-point.ts';
import { shortfall } from './difference.ts';
import { counted, spell } from './phrase.ts';
import { comparedTimes, laneChange, partFinding, partName } from './trend-finding.ts';

/** Missed targets that are told one by one. */
const MOST_MISSED = 3;

/**
 * What became of the targets, then from where to where: `四期目标都达到；2019年70.41%→2023年99.3%`. Of several areas or kinds of
 * period the first is told, by its name; `trendDetails` has the others.
 */
export function trendHeadline(trends: readonly Trend[], indicator: Indicator): string {
  const [first] = trends;
  return first ? named(first, trends, headlineOf(first, indicator)) : '';
}

/** The sentences behind the headline: the change, what was missed and by how much, what is open, and every other part. */
export const trendDetails = (trends: readonly Trend[], indicator: Indicator): string[] =>
  trends.flatMap((trend, i) => {
    const head = i === 0 ? [] : [headlineOf(trend, indicator)];
    const said = [...head, ...detailsOf(trend, indicator)];
    return said.length > 0 ? [`${named(trend, trends, said.join('；'))}。`] : [];
  });

function named(trend: Trend, among: readonly Trend[], words: string): string {
  const part = partName(trend, among);
  return part === '' ? words : `${part}：${words}`;
}

const headlineOf = (trend: Trend, indicator: Indicator): string =>
  [...goalClauses(trend), courseClause(trend, indicator)].join('；');

/** The targets that bulletins have judged or will, those of one office together. */
function goalClauses({ targets }: Trend): string[] {
  const judged = targets.filter((point) => outcomeOf(point) !== null);
  const bySetter = Map.groupBy(judged, ({ setter }) => setter);
  return [...bySetter].map(([setter, points]) =>
    goalClause(points, bySetter.size > 1 ? `${setter ?? ''}目标` : '目标'),
  );
}

function goalClause(points: readonly TrendPoint[], goal: string): string {
  const of = (outcome: ReturnType<typeof outcomeOf>): TrendPoint[] => points.filter((p) => outcomeOf(p) === outcome);
  const [met, missed, pending] = [of('met'), of('missed'), of('pending')];
  const [only, ...others] = points;
  if (others.length === 0) {
    const word = { met: '达到', missed: `未达到${sizeOf(only!)}`, pending: '待评' }[outcomeOf(only!)!];
    return `${only!.period.label}${only!.setter ?? ''}目标${word}`;
  }
  const all = `${counted(points.length, '期')}${goal}`;
  if (met.length === points.length) return `${all}都达到`;
  if (missed.length === points.length) return `${all}都未达到`;
  if (pending.length === points.length) return `${all}都待评`;
  return [
    all,
    ...(met.length > 0 ? [`${counted(met.length, '期')}达到`] : []),
    ...(missed.length > 0 ? [labelled(missed, '未达到') + (missed.length === 1 ? sizeOf(missed[0]!) : '')] : []),
    ...(pending.length > 0 ? [labelled(pending, '待评')] : []),
  ].join('，');
}

/** Few by their periods, many by their number. */
const labelled = (points: readonly TrendPoint[], word: string): string =>
  points.length > MOST_MISSED
    ? `${counted(points.length, '期')}${word}`
    : `${[...new Set(points.map(({ period }) => period.label))].join('、')}${word}`;

/** （差0.9个百分点）. */
function sizeOf(point: TrendPoint): string {
  const margin = judgementOf(point)?.margin;
  if (!margin || isNotComputable(margin)) return '';
  const size = shortfall(margin);
  return size === null ? '' : `（${size}）`;
}

/** The newest lane of the newest definition: an arrow only where the two numbers may be set against each other. */
/** 2019年70.41%→2023年99.3%; only the last where a change may not be computed. */
export function courseClause(trend: Trend, indicator: Indicator): string {
  const { lane, reached, expected, from, to } = newestLane(trend);
  const level = trend.levels.length > 1 ? (lane[0]?.o.level ?? '未注明层级的') : '';
  const last = to ?? reached.at(-1) ?? expected.at(-1);
  if (!last) return '';
  const later = expected.filter(([p]) => p!.at > last[0]!.at).slice(-1);
  const change = from && to ? laneChange(from, to, reached, trend, indicator) : [];
  const isCompared = from !== undefined && /^[比与].*(?:提高|下降|增加|减少|上升|持平|缩短|延长)/.test(change[0] ?? '');
  return `${level}${isCompared ? `${timed(from)}→` : ''}${[last, ...later].map(timed).join('，')}`;
}

const timed = (time: readonly TrendPoint[]): string =>
  `${time[0]!.period.label}${[...new Set(time.map(({ o }) => spell(o)))].join('、')}`;

function newestLane({ values, levels }: Trend) {
  const era = Math.max(...values.map((p) => p.era));
  const all = lanes(
    values.filter((p) => p.era === era),
    levels,
  );
  const lane = all.toSorted((a, b) => b.at(-1)!.at - a.at(-1)!.at)[0] ?? [];
  const times = moments(lane);
  const reached = times.map((time) => time.filter(({ o }) => !isExpected(o))).filter((time) => time.length > 0);
  const expected = times.filter((time) => time.every(({ o }) => isExpected(o)));
  const [from, to] = comparedTimes(reached, expected);
  return { lane, single: all.length === 1, reached, expected, from, to };
}

function detailsOf(trend: Trend, indicator: Indicator): string[] {
  const { single, reached, from, to } = newestLane(trend);
  const isPlain = single && new Set(trend.values.map(({ era }) => era)).size < 2;
  const change = from && to ? laneChange(from, to, reached, trend, indicator) : [];
  const course = isPlain
    ? change.map((words) => (/^[比与]/.test(words) ? `${to![0]!.period.label}${words}` : words))
    : [partFinding(trend, indicator).replace(/。$/, '')];
  return [...course, ...openGoals(trend)];
}

/** Each missed target with what was reached, each pending one with the reason. */
function openGoals({ targets }: Trend): string[] {
  const missed = targets.filter((point) => outcomeOf(point) === 'missed');
  const told = missed.slice(0, MOST_MISSED).map((point) => {
    const { achieved, margin } = judgementOf(point)!;
    // Of a single one the headline has it.
    const size = missed.length < 2 || isNotComputable(margin) ? null : shortfall(margin);
    const reached = isNumeric(achieved) ? `${achieved.period?.label ?? ''}${spell(achieved)}，` : '';
    return [`${reached}未达到${point.setter ?? ''}目标（${spell(point.o)}）`, ...(size === null ? [] : [size])].join(
      '，',
    );
  });
  const rest = missed.length > told.length ? [`另有${counted(missed.length - told.length, '期')}未达到，见表`] : [];
  const pending = targets.filter((point) => outcomeOf(point) === 'pending');
  const byReason = Map.groupBy(pending, (point) => judgementOf(point)!.reason ?? '');
  return [...told, ...rest, ...[...byReason].map(([reason, all]) => `${labelled(all, '待评')}（${reason}）`)];
}
