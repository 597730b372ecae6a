import type { Indicator } from '../../domain/indicator.ts';
import type { NumericObservation } from '../../domain/observation.ts';
import { lowerOf, upperOf } from '../../domain/quantity.ts';
import { BUILT_IN_UNITS, type UnitKind } from '../../domain/unit.ts';
import { grouped, measured } from '../../wording/phrase.ts';

/** What an axis runs over, in values of its unit. */
export interface Domain {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Ranks: the smaller number is the better one. */
  readonly ranks: boolean;
}

/** Both ends of each, for a scale that must hold them. */
export const numbersOf = (observations: readonly NumericObservation[]): number[] =>
  observations.flatMap(({ quantity }) => [lowerOf(quantity), upperOf(quantity)].map(Number));

/** Marks whose centres take less of the axis crowd (a third of it, less the breadth of a mark): the axis is cut around them. */
const CROWDED = 0.3;

/** Marks that take less of the axis are one blob: two breadths of a mark on the wide drawing, one on the narrow. */
export const BLOB = 0.06;

/**
 * No axis is cut to less, in parts of the largest value. The third decimal of shares close to 100
 * is published and told apart (99.961–99.973 takes an axis of 0.02); three people of 2.65 million are no finding.
 */
const LEAST_SPAN = 0.0002;

/**
 * A share is read against 0–100, a score against its registry's bounds, a rank from 1, anything else from 0 up to a round
 * number. An axis that reaches zero from below ends there. Where all marks would crowd the axis is cut around them, unless
 * they would be one blob on the closest cut too.
 *
 * @param cut false for bars, which begin at zero
 */
export function domainOf(
  values: readonly number[],
  unit: string,
  indicators: readonly Indicator[],
  cut = true,
): Domain {
  const ranks = isRank(unit, indicators);
  const limits = limitsOf(values, unit, indicators, ranks);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const [low, high] = [Math.min(limits.floor ?? 0, least), Math.max(limits.ceiling ?? 0, most)];
  const isWhole = [...values, low, high].every(Number.isInteger);
  const crowded = cut && most > least && most - least < (high - low) * CROWDED;
  const close = crowded ? around({ low: least, high: most }, isWhole, limits) : undefined;
  const { ends, step } = close ?? whole({ low, high }, isWhole, limits);
  return { ...ends, ranks, ticks: ticksOf(ends, step) };
}

/** An axis that is not cut: it ends at its limits, else at round numbers. */
function whole({ low, high }: Ends, isWhole: boolean, { floor, ceiling }: Limits): Snapped {
  const { ends, step } = snapped(low, high, isWhole);
  return { ends: { low: low === floor ? low : ends.low, high: high === ceiling ? high : ends.high }, step };
}

export interface Ends {
  readonly low: number;
  readonly high: number;
}

interface Snapped {
  readonly ends: Ends;
  readonly step: number;
}

const spanOf = ({ low, high }: Ends): number => high - low;

/** How much of an axis the values between two take. */
export const taken = (values: Ends, axis: Ends): number => spanOf(values) / spanOf(axis);

function snapped(low: number, high: number, isWhole: boolean): Snapped {
  // An axis of both signs is rounded at both ends: with a step more less of it stays empty.
  const step = niceStep(high === low ? 1 : high - low, isWhole, low < 0 && high > 0 ? 5 : 4);
  return {
    ends: { low: Math.floor(low / step) * step, high: Math.ceil((high === low ? low + 1 : high) / step) * step },
    step,
  };
}

/** Round numbers on both sides of marks that lie close together; undefined where no cut would tell them apart. */
function around(marks: Ends, isWhole: boolean, limits: Limits): Snapped | undefined {
  const { low: least, high: most } = marks;
  const outer = { low: Math.min(limits.floor ?? -Infinity, least), high: Math.max(limits.ceiling ?? Infinity, most) };
  const within = ({ ends, step }: Snapped): Snapped => ({
    ends: { low: Math.max(ends.low, outer.low), high: Math.min(ends.high, outer.high) },
    step,
  });
  const pad = spanOf(marks) * 0.1;
  const close = within(snapped(least < 0 ? least - pad : Math.max(0, least - pad), most + pad, isWhole));
  const span = LEAST_SPAN * Math.max(Math.abs(least), Math.abs(most));
  if (spanOf(close.ends) >= span) return close;
  const top = Math.min(outer.high, (least + most + span) / 2);
  const wide = within(snapped(top - span, top, isWhole));
  return taken(marks, wide.ends) < BLOB ? undefined : wide;
}

/** Ends that the numbers can have at all; an axis goes no farther, unless a number does. */
interface Limits {
  readonly floor?: number;
  readonly ceiling?: number;
}

/** Shares and scores: what is read against the most that it can be. */
const BOUNDED: readonly (UnitKind | undefined)[] = ['比率', '评分'];

function limitsOf(values: readonly number[], unit: string, indicators: readonly Indicator[], ranks: boolean): Limits {
  if (ranks) return { floor: 1 };
  if (values.some((value) => value < 0)) return values.every((value) => value <= 0) ? { ceiling: 0 } : {};
  if (unit === '%') return { floor: 0, ceiling: 100 };
  // The 366 days of a year bound their count, but nobody reads 12 of them against 366.
  return { floor: 0, ...(BOUNDED.includes(BUILT_IN_UNITS.find(unit)?.kind) ? bounds(indicators) : {}) };
}

function bounds(indicators: readonly Indicator[]): Limits {
  const stated = indicators.filter(({ lower, upper }) => lower !== null && upper !== null);
  if (stated.length === 0 || stated.length < indicators.length) return {};
  return {
    floor: Math.min(...stated.map(({ lower }) => Number(lower))),
    ceiling: Math.max(...stated.map(({ upper }) => Number(upper))),
  };
}

/** 名 counts people too: of those more are not worse. */
const isRank = (unit: string, indicators: readonly Indicator[]): boolean =>
  BUILT_IN_UNITS.find(unit)?.kind === '位次' &&
  indicators.length > 0 &&
  indicators.every(({ direction }) => direction !== '越高越好');

/** `most` steps or fewer of 1, 2, 2.5 or 5 times a power of ten; whole numbers are not counted in fractions. */
function niceStep(span: number, whole: boolean, most: number): number {
  const least = Math.max(span / most, whole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, ...(whole && power === 1 ? [] : [2.5]), 5, 10].find((f) => f * power >= least * 0.999) ?? 10;
  return factor * power;
}

/** The low end, and every multiple of the step above it: 1, 5, 10 of ranks. */
function ticksOf({ low, high }: Ends, step: number): number[] {
  const first = Math.floor(low / step + 1e-9) + 1;
  const last = Math.floor(high / step + 1e-9);
  return [low, ...Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step)];
}

/** A tick's number, with the unit where it is the axis' one. */
export const tickWords = (tick: number, unit = ''): string =>
  `${grouped(String(Number(tick.toFixed(9))))}${unit === '无' ? '' : unit}`;

/** Whether zero, or of ranks the first place, is left out. */
export const isCut = ({ low, high, ranks }: Domain): boolean => low > (ranks ? 1 : 0) || high < 0;

/** Accidents are counted by 起. */
const from = (axis: string, words: string): string => `${axis}从${words}${words.endsWith('起') ? '开始' : '起'}`;

/** `横轴从90%起`; what a reader must know before he measures by eye. Null where the axis is as he expects it. */
export function axisNote(domain: Domain, unit: string, axis: '横轴' | '纵轴'): string | null {
  const { low, high, ranks } = domain;
  const better = ranks ? [`${axis === '横轴' ? '左' : '上'}边名次靠前`] : [];
  const cut =
    high < 0
      ? `${axis}从${tickWords(low)}至${tickWords(high, measured(unit))}，不含零`
      : from(axis, tickWords(low, measured(unit)));
  const said = [...(isCut(domain) ? [cut] : []), ...better];
  return said.length > 0 ? said.join('，') : null;
}
