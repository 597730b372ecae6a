import type { Indicator } from '../../domain/indicator.ts';
import type { NumericObservation } from '../../domain/observation.ts';
import { lowerOf, upperOf } from '../../domain/quantity.ts';
import { BUILT_IN_UNITS } from '../../domain/unit.ts';
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

/**
 * A share is read against 0–100, a score against its registry's bounds, a rank from 1, anything else from 0 up to a round
 * number. An axis that reaches zero from below ends there. Where all marks would crowd the axis is cut around them.
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
  const { ends, step } = crowded ? around(least, most, isWhole) : snapped(low, high, isWhole);
  const within = {
    low: Math.max(ends.low, limits.floor === undefined ? -Infinity : Math.min(limits.floor, least)),
    high: Math.min(ends.high, limits.ceiling === undefined ? Infinity : Math.max(limits.ceiling, most)),
  };
  const exact = crowded
    ? within
    : { low: low === limits.floor ? low : ends.low, high: high === limits.ceiling ? high : ends.high };
  return { ...exact, ranks, ticks: ticksOf(exact, step) };
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

function snapped(low: number, high: number, isWhole: boolean): { ends: Ends; step: number } {
  // An axis of both signs is rounded at both ends: with a step more less of it stays empty.
  const step = niceStep(high === low ? 1 : high - low, isWhole, low < 0 && high > 0 ? 5 : 4);
  return {
    ends: { low: Math.floor(low / step) * step, high: Math.ceil((high === low ? low + 1 : high) / step) * step },
    step,
  };
}

/** Round numbers on both sides of marks that lie close together. */
function around(least: number, most: number, isWhole: boolean): { ends: Ends; step: number } {
  const pad = (most - least) * 0.1;
  return snapped(least < 0 ? least - pad : Math.max(0, least - pad), most + pad, isWhole);
}

/** Ends that the numbers can have at all; an axis goes no farther, unless a number does. */
interface Limits {
  readonly floor?: number;
  readonly ceiling?: number;
}

function limitsOf(values: readonly number[], unit: string, indicators: readonly Indicator[], ranks: boolean): Limits {
  if (ranks) return { floor: 1 };
  if (values.some((value) => value < 0)) return values.every((value) => value <= 0) ? { ceiling: 0 } : {};
  if (unit === '%') return { floor: 0, ceiling: 100 };
  return { floor: 0, ...bounds(indicators) };
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
