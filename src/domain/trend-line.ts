import { isExpected } from './observation.ts';
import { isExact } from './quantity.ts';
import { spanOf, type Time } from './time.ts';
import type { TrendPoint } from './trend-point.ts';

/** Dashed where `to` is expected. */
export interface TrendLine {
  readonly from: TrendPoint;
  readonly to: TrendPoint;
}

/** What no line passes: times whose number is missing, and pairs of times whose numbers may not be subtracted. */
interface Obstacles {
  readonly gaps: readonly { readonly at: number; readonly era: number; readonly period: Time['period'] }[];
  readonly incomparable: readonly Barrier[];
}

interface Barrier {
  readonly from: Time;
  readonly to: Time;
}

/** Points by time. Two dates of one period are two times; a number without a date may be of any of its days. */
export function moments(points: readonly TrendPoint[]): TrendPoint[][] {
  return [...Map.groupBy(points, ({ period: { start, end } }) => `${start}/${end}`).values()]
    .flatMap((period) => (period.every((p) => p.dated) ? [...Map.groupBy(period, ({ at }) => at).values()] : [period]))
    .sort((a, b) => a[0]!.at - b[0]!.at);
}

/** Numbers that may be joined: of one definition, one level, and periods that may be set against each other. */
export const lanes = (values: readonly TrendPoint[], levels: readonly string[]): TrendPoint[][] => [
  ...Map.groupBy(values, ({ era, o, period }) =>
    JSON.stringify([era, levels.length < 2 ? null : o.level, spanOf(period)]),
  ).values(),
];

/** Whether two times lie on both sides of two that may not be subtracted, or are those. */
export const barrierBetween = <B extends Barrier>(from: Time, to: Time, barriers: readonly B[]): B | undefined =>
  barriers.find((b) => spanOf(b.to.period) === spanOf(to.period) && from.at <= b.from.at && to.at >= b.to.at);

const isReached = ({ o }: TrendPoint): boolean => isExact(o.quantity) && !isExpected(o);

/**
 * Lines run between consecutive exact values, and dashed on to what is expected. None crosses a change of definition, a time
 * whose number is missing or only a bound or 概数, or two times that the bulletin calls 不可比: a slope there would be
 * invented. Where bulletins differ about a time, a line comes or goes only within what one bulletin states of both its ends.
 */
export function linesOf(values: readonly TrendPoint[], { gaps, incomparable }: Obstacles): TrendLine[] {
  const levels = [...new Set(values.flatMap(({ o }) => o.level ?? []))];
  return lanes(values, levels)
    .flatMap((lane) => lineOf(lane, gaps))
    .filter(({ from, to }) => !barrierBetween(from, to, incomparable));
}

function lineOf(lane: readonly TrendPoint[], gaps: Obstacles['gaps']): TrendLine[] {
  const [{ era, period }] = lane as [TrendPoint];
  const own = gaps
    .filter((gap) => gap.era === era && spanOf(gap.period) === spanOf(period))
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  let from: TrendPoint[] | undefined;
  let passed = 0;
  return moments(lane).flatMap((time) => {
    const known = time.filter(({ o }) => !isExpected(o));
    while (passed < own.length && own[passed]! < time[0]!.at) passed += 1;
    const isCut = from !== undefined && passed > 0 && own[passed - 1]! > from[0]!.at;
    const before = isCut ? undefined : from;
    if (known.length > 0) from = known;
    if (!before) return [];
    const expected = time.filter(({ o }) => isExpected(o));
    return [...pairs(before, known), ...pairs(before, expected)];
  });
}

function pairs(before: readonly TrendPoint[], after: readonly TrendPoint[]): TrendLine[] {
  const plain = before.length === 1 && after.length === 1;
  return before
    .filter(isReached)
    .flatMap((from) =>
      after
        .filter((to) => isExact(to.o.quantity) && (plain || to.issues.some((n) => from.issues.includes(n))))
        .map((to) => ({ from, to })),
    );
}
