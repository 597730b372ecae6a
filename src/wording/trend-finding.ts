import { differenceOf } from '../domain/comparison.ts';
import type { Indicator } from '../domain/indicator.ts';
import { isExpected } from '../domain/observation.ts';
import { isNotComputable } from '../domain/quantity.ts';
import { lanes, moments, type Trend, type TrendPoint } from '../domain/trend.ts';
import { changeSince } from './difference.ts';
import { spell } from './phrase.ts';

/** More times than this are told by the first and the last. */
const MOST_TIMES = 4;
const MOST_TARGETS = 3;

/** `网上可办率：2019年至2021年的水平（含预计）与目标`: what is measured, never what it shows. */
export function trendTitle({ values, targets }: Trend, { name }: Indicator): string {
  const years = [...values, ...targets].map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const expected = values.some(({ o }) => isExpected(o)) ? '（含预计）' : '';
  return `${name}：${first === last ? '' : `${first}年至`}${last}年的水平${expected}${targets.length > 0 ? '与目标' : ''}`;
}

/** What the numbers say over time. Of two definitions or levels each is told alone: between them there is no change. */
export function trendFinding(trend: Trend, indicator: Indicator): string {
  const eras = [...Map.groupBy(trend.values, ({ era }) => era)].sort(([a], [b]) => a - b);
  const findings = eras.map(([era, values]) => {
    const start = eras.length > 1 && era > 0 ? `第${indicator.breaks[era - 1]!.issue}期起口径变更，` : '';
    const byLane = lanes(values, trend.levels).map((lane) => laneFinding(lane, trend, indicator));
    return start + byLane.join('；');
  });
  const notCompared = [
    ...(eras.length > 1 ? ['口径变更前后的数不作比较'] : []),
    ...(trend.levels.length > 1 ? ['层级不同的数不作比较'] : []),
  ];
  return `${[...findings, ...targetsFinding(trend), ...notCompared].join('；')}。`;
}

/** The numbers of one lane in the order of time, and the change between the first and the last. */
function laneFinding(lane: readonly TrendPoint[], trend: Trend, indicator: Indicator): string {
  const level = trend.levels.length > 1 ? `${lane[0]?.o.level ?? '未注明层级'}：` : '';
  const times = moments(lane);
  const reached = times.map((time) => time.filter(({ o }) => !isExpected(o))).filter((time) => time.length > 0);
  const expected = times.filter((time) => time.every(({ o }) => isExpected(o)));
  const spelled = (all: readonly TrendPoint[][]): string[] => all.map((time) => timeFinding(time, times));
  const shown = spelled(reached.length > MOST_TIMES ? [reached[0]!, reached.at(-1)!] : reached);
  const change = laneChange(reached, expected, indicator);
  const parts =
    reached.length > 1 ? [...shown, ...change, ...spelled(expected)] : [...shown, ...spelled(expected), ...change];
  return level + parts.join('，');
}

const timeFinding = (time: readonly TrendPoint[], times: readonly TrendPoint[][]): string =>
  `${when(time, times)}${time.map((p) => spell(p.o) + (time.length > 1 ? bulletinsOf(p) : '')).join('、')}`;

/**
 * From the first number reached to the last one, else to what is expected. Where bulletins differ about one of the times no
 * change is computed over the lane: one of them counted otherwise.
 */
function laneChange(
  reached: readonly TrendPoint[][],
  expected: readonly TrendPoint[][],
  indicator: Indicator,
): string[] {
  const [from, to] = [reached[0], reached.length > 1 ? reached.at(-1) : expected.at(-1)];
  if (!from || !to) return [];
  if (reached.some((time) => time.length > 1)) return ['各期所写的数不同，不计算变化'];
  return from[0]!.at < to[0]!.at ? changeOf(from[0]!, to[0]!, indicator) : [];
}

/** By a quarter's or month's own name; else by its year, or by its date where the year has several. */
function when(time: readonly TrendPoint[], times: readonly TrendPoint[][]): string {
  const [p] = time as [TrendPoint];
  if (p.o.period && p.o.period.kind !== 'year') return p.o.period.label;
  const alone = times.filter(([q]) => q?.year === p.year).length === 1;
  return alone ? `${p.year}年` : `截至${(p.o.asOf ?? p.o.period)?.label ?? `${p.year}年`}`;
}

/** `（第49期）`, `（第49、50期）`. */
export const bulletinsOf = ({ issues }: Pick<TrendPoint, 'issues'>): string => `（第${issues.join('、')}期）`;

/** A bound stays a bound, and what is only expected says so. */
function changeOf(first: TrendPoint, last: TrendPoint, indicator: Indicator): string[] {
  const change = differenceOf(last.o, first.o, indicator.difference);
  if (isNotComputable(change)) return [`变化无法计算：${change.reason}`];
  return [changeSince(first.year === last.year ? (first.o.asOf?.label ?? '此前') : periodWord(first), change)];
}

/** A quarter or a month is never shortened to its year. */
const periodWord = ({ o, year }: TrendPoint): string =>
  o.period && o.period.kind !== 'year' ? o.period.label : `${year}年`;

/** The latest targets; each with its bulletin where they differ. */
function targetsFinding({ targets, contested, levels }: Trend): string[] {
  const latest = moments(targets).slice(-MOST_TARGETS).flat();
  const spelled = latest.map((p) => {
    const level = levels.length > 1 ? (p.o.level ?? '') : '';
    return `${periodWord(p)}${level}${p.setter ?? ''}目标${spell(p.o)}${contested.has(p) ? bulletinsOf(p) : ''}`;
  });
  return spelled.length > 0 ? [spelled.join('，')] : [];
}
