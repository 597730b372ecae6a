import type { Difference } from '../domain/comparison.ts';
import { since } from './finding.ts';
import { differenceUnit, type Indicator } from '../domain/indicator.ts';
import { isExpected, quantityOf } from '../domain/observation.ts';
import { difference, isUndefined } from '../domain/quantity.ts';
import { lanes, moments, type Trend, type TrendPoint } from '../domain/trend.ts';
import { spell } from './phrase.ts';

/** More times than this are told by the first and the last. */
const MOST = 4;
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
  const told = eras.map(([era, values]) => {
    const start = eras.length > 1 && era > 0 ? `第${indicator.breaks[era - 1]!.issue}期起口径变更，` : '';
    return (
      start +
      lanes(values, trend.levels)
        .map((lane) => laneFinding(lane, trend))
        .join('；')
    );
  });
  const apart = [
    ...(eras.length > 1 ? ['口径变更前后的数不作比较'] : []),
    ...(trend.levels.length > 1 ? ['层级不同的数不作比较'] : []),
  ];
  return `${[...told, ...goals(trend), ...apart].join('；')}。`;
}

/** Where bulletins differ about one of its times, no change is computed over the lane: one of them counted otherwise. */
function laneFinding(lane: readonly TrendPoint[], trend: Trend): string {
  const level = trend.levels.length > 1 ? (lane[0]?.o.level ?? '未注明层级') : '';
  const times = moments(lane);
  const known = times.map((time) => time.filter(({ o }) => !isExpected(o))).filter((time) => time.length > 0);
  const open = times.filter((time) => time.every(({ o }) => isExpected(o)));
  const shown = known.length > MOST ? [known[0]!, known.at(-1)!] : known;
  const ends =
    known.length > 1
      ? ([known[0]!, known.at(-1)!] as const)
      : known.length === 1 && open.length > 0
        ? ([known[0]!, open.at(-1)!] as const)
        : undefined;
  const torn = times.some((time) => time.filter(({ o }) => !isExpected(o)).length > 1);
  const change = !ends
    ? []
    : torn
      ? ['各期所写的数不同，不计算变化']
      : ends[0][0]!.at < ends[1][0]!.at
        ? changeOf(ends[0][0]!, ends[1][0]!)
        : [];
  const say = (time: readonly TrendPoint[]): string =>
    `${when(time, times)}${time.map((p) => spell(p.o) + (time.length > 1 ? by(p) : '')).join('、')}`;
  const parts =
    known.length > 1
      ? [...shown.map(say), ...change, ...open.map(say)]
      : [...shown.map(say), ...open.map(say), ...change];
  return (level && `${level}：`) + parts.join('，');
}

/** By its year, or by its date where the year has several. */
function when(time: readonly TrendPoint[], times: readonly TrendPoint[][]): string {
  const [p] = time as [TrendPoint];
  const alone = times.filter(([q]) => q?.year === p.year).length === 1;
  return alone ? `${p.year}年` : `截至${(p.o.asOf ?? p.o.period)?.label ?? `${p.year}年`}`;
}

/** `（第49期）`, `（第49、50期）`. */
export const by = ({ issues }: Pick<TrendPoint, 'issues'>): string => `（第${issues.join('、')}期）`;

/** A bound stays a bound, and what is only expected says so. */
function changeOf(first: TrendPoint, last: TrendPoint): string[] {
  const d = difference(quantityOf(last.o), quantityOf(first.o));
  if (isUndefined(d)) return [`变化无法计算：${d.reason}`];
  const signed: Difference = { ...d, unit: differenceUnit(last.o.unit), expected: isExpected(last.o) };
  return [since(first.year === last.year ? (first.o.asOf?.label ?? '此前') : `${first.year}年`, signed)];
}

/** The latest targets; each with its bulletin where they differ. */
function goals({ targets, contested, levels }: Trend): string[] {
  const last = moments(targets).slice(-MOST_TARGETS).flat();
  const said = last.map(
    (p) =>
      `${p.year}年${levels.length > 1 ? (p.o.level ?? '') : ''}${p.setBy ?? ''}目标${spell(p.o)}${contested.has(p) ? by(p) : ''}`,
  );
  return said.length > 0 ? [said.join('，')] : [];
}
