import { differenceOf } from '../domain/comparison.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isExpected } from '../domain/observation.ts';
import { byEnd, isSamePeriod, type Period } from '../domain/period.ts';
import { isNotComputable } from '../domain/quantity.ts';
import { seasonOf } from '../domain/time.ts';
import type { Trend } from '../domain/trend.ts';
import { barrierBetween, lanes, moments } from '../domain/trend-line.ts';
import type { TrendPoint } from '../domain/trend-point.ts';
import { changeSince } from './difference.ts';
import { counted, spell } from './phrase.ts';

/** More times than this are told by the first and the last. */
const MOST_TIMES = 4;
const MOST_TARGETS = 3;
/** More spans of months than this are told by the newest. */
const MOST_LANES = 3;

/** `网上可办率：2019年至2021年的水平（含预计）与目标`: what is measured, never what it shows. */
export function trendTitle(trends: readonly Trend[], { name }: Indicator): string {
  const [values, targets] = [trends.flatMap((t) => t.values), trends.flatMap((t) => t.targets)];
  const periods = [...values, ...targets].map(({ period }) => period).toSorted(byEnd);
  const [first, last] = [periods[0]!, periods.at(-1)!];
  const expected = values.some(({ o }) => isExpected(o)) ? '（含预计）' : '';
  const from = isSamePeriod(first, last) ? '' : `${first.label}至`;
  return `${name}：${from}${last.label}的水平${expected}${targets.length > 0 ? '与目标' : ''}`;
}

const KIND_WORDS: Readonly<Record<Period['kind'], string>> = {
  year: '年度',
  'half-year': '半年',
  quarter: '季度',
  month: '月份',
  months: '年内数月',
  day: '时点',
};

/** What tells a part of the course from the others: its area, its kind of period, or both; empty where there is one part. */
export function partName({ area, kind }: Trend, among: readonly Trend[]): string {
  const areas = new Set(among.map((t) => t.area)).size > 1 ? (area ?? '未注明地区') : '';
  const kinds = new Set(among.map((t) => t.kind)).size > 1 ? KIND_WORDS[kind] : '';
  return [areas, kinds].filter(Boolean).join('，');
}

/** What the numbers say over time, each area and each kind of period by itself: between them there is no change. */
export const trendFinding = (trends: readonly Trend[], indicator: Indicator): string =>
  trends
    .map((trend) => {
      const part = partName(trend, trends);
      return `${part && `${part}：`}${partFinding(trend, indicator)}`;
    })
    .join('');

/** Of two definitions or levels each is told alone. */
export function partFinding(trend: Trend, indicator: Indicator): string {
  const eras = [...Map.groupBy(trend.values, ({ era }) => era)].sort(([a], [b]) => a - b);
  const findings = eras.map(([era, values]) => {
    const start = eras.length > 1 && era > 0 ? `第${indicator.breaks[era - 1]!.issue}期起口径变更，` : '';
    const all = lanes(values, trend.levels);
    const told = trend.kind === 'months' ? newest(all) : all;
    const byLane = told.map((lane) => laneFinding(lane, trend, indicator));
    const rest = all.length > told.length ? [`另有${counted(all.length - told.length, '段')}时期的数，见图和表`] : [];
    return start + [...byLane, ...rest].join('；');
  });
  const notCompared = [
    ...(eras.length > 1 ? ['口径变更前后的数不作比较'] : []),
    ...(trend.levels.length > 1 ? ['层级不同的数不作比较'] : []),
  ];
  return `${[...findings, ...targetsFinding(trend), ...notCompared].join('；')}。`;
}

const newest = (all: readonly TrendPoint[][]): TrendPoint[][] =>
  all.toSorted((a, b) => b.at(-1)!.at - a.at(-1)!.at).slice(0, MOST_LANES);

/** The numbers of one lane in the order of time, and the change between the first and the last. */
function laneFinding(lane: readonly TrendPoint[], trend: Trend, indicator: Indicator): string {
  const level = trend.levels.length > 1 ? `${lane[0]?.o.level ?? '未注明层级'}：` : '';
  const times = moments(lane);
  const reached = times.map((time) => time.filter(({ o }) => !isExpected(o))).filter((time) => time.length > 0);
  const expected = times.filter((time) => time.every(({ o }) => isExpected(o)));
  const [from, to] = comparedTimes(reached, expected);
  const spelled = (all: readonly TrendPoint[][]): string[] => all.map((time) => timeFinding(time, times));
  const shown = spelled(
    reached.length > MOST_TIMES ? reached.filter((time) => [reached[0], from, reached.at(-1)].includes(time)) : reached,
  );
  const change = from && to ? laneChange(from, to, reached, trend, indicator) : [];
  const parts =
    reached.length > 1 ? [...shown, ...change, ...spelled(expected)] : [...shown, ...spelled(expected), ...change];
  return level + parts.join('，');
}

/** Each number at its time, with its bulletin where several stand there. */
const timeFinding = (time: readonly TrendPoint[], times: readonly TrendPoint[][]): string =>
  `${when(time, times)}${time.map((p) => spell(p.o) + (time.length > 1 ? bulletinsOf(p) : '')).join('、')}`;

/**
 * The last time reached, else expected, and the first before it: of quarters and months the first of the same part of a year,
 * where there is one.
 */
export function comparedTimes(
  reached: readonly TrendPoint[][],
  expected: readonly TrendPoint[][],
): [from?: TrendPoint[], to?: TrendPoint[]] {
  const to = reached.length > 1 ? reached.at(-1) : expected.at(-1);
  const earlier = reached.filter((time) => to && time[0]!.at < to[0]!.at);
  const season = to && seasonOf(to[0]!.period);
  const from = earlier.find(([p]) => seasonOf(p!.period) === season) ?? earlier[0];
  return from && to ? [from, to] : [];
}

/** Where bulletins differ about one of the times no change is computed over the lane: one of them counted otherwise. */
export function laneChange(
  from: readonly TrendPoint[],
  to: readonly TrendPoint[],
  reached: readonly TrendPoint[][],
  { incomparable }: Trend,
  indicator: Indicator,
): string[] {
  if (reached.some((time) => time.length > 1)) return ['各期所写的数不同，不计算变化'];
  const barrier = barrierBetween(from[0]!, to[0]!, incomparable);
  if (barrier) return [`${barrier.to.period.label}与${barrier.from.period.label}的数不可比，不计算变化`];
  return changeOf(from[0]!, to[0]!, indicator);
}

/** By its period's name; by its date where the period has several. */
function when(time: readonly TrendPoint[], times: readonly TrendPoint[][]): string {
  const [{ period, o }] = time as [TrendPoint];
  const alone = times.filter(([q]) => isSamePeriod(q!.period, period)).length === 1;
  return alone ? period.label : `截至${(o.asOf ?? period).label}`;
}

/** `（第49期）`, `（第49、50期）`. */
export const bulletinsOf = ({ issues }: Pick<TrendPoint, 'issues'>): string => `（第${issues.join('、')}期）`;

/** A bound stays a bound, and what is only expected says so. */
function changeOf(first: TrendPoint, last: TrendPoint, indicator: Indicator): string[] {
  const change = differenceOf(last.o, first.o, indicator.difference);
  if (isNotComputable(change)) return [`变化无法计算：${change.reason}`];
  const within = isSamePeriod(first.period, last.period);
  return [changeSince(within ? (first.o.asOf?.label ?? '此前') : first.period.label, change)];
}

/** The targets, each with its bulletin where they differ; of many none, since a part would pass for all. */
function targetsFinding({ targets, contested, levels }: Trend): string[] {
  const times = moments(targets);
  if (times.length > MOST_TARGETS) return [`${counted(times.length, '期')}目标见表`];
  const spelled = times.flat().map((p) => {
    const level = levels.length > 1 ? (p.o.level ?? '') : '';
    return `${p.period.label}${level}${p.setter ?? ''}目标${spell(p.o)}${contested.has(p) ? bulletinsOf(p) : ''}`;
  });
  return spelled.length > 0 ? [spelled.join('，')] : [];
}
