import * as Plot from '@observablehq/plot';
import type { Indicator } from '../../domain/indicator.ts';
import type { NumericObservation } from '../../domain/observation.ts';
import { lowerOf, upperOf } from '../../domain/quantity.ts';
import { textShape, type Style } from './label.ts';
import type { Block, Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import { HAIR, type Page } from '../draw/theme.ts';

/** The horizontal scale of a chart: values of one unit to px. */
export interface Axis {
  readonly apply: (value: number) => number;
  /** Px of zero, or of the end nearest to it. */
  readonly start: number;
  /** The row of tick labels, the unit at the last one. */
  readonly head: Block;
  /** Hairlines at the ticks and along the track, for a row whose track is at `y`. */
  readonly grid: (y: number, rise: number) => Shape;
}

/** @param from,to px of the axis' ends. */
export function axisOf(
  numbers: readonly NumericObservation[],
  indicators: readonly Indicator[],
  unit: string,
  page: Page,
  from: number,
  to: number,
): Axis {
  const values = numbersOf(numbers);
  const { low, high, step } = domainOf(values, unit, indicators);
  const scale = Plot.scale({ x: { type: 'linear', domain: [low, high], range: [from, to] } });
  const apply = (value: number): number => Number(scale.apply(value));
  const ticks = Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, i) => low + i * step);
  const marks = ticks.map((tick) => crisp(apply(tick)));
  return {
    apply,
    start: apply(Math.min(Math.max(0, low), high)),
    head: { height: 20, shapes: labels(ticks, unit, apply, page) },
    grid: (y, rise) => ({
      kind: 'grid',
      layer: 'grid',
      paint: HAIR,
      y: crisp(y),
      rise,
      x1: from,
      x2: to,
      ticks: marks,
    }),
  };
}

/** Both ends of each, for a scale that must hold them. */
export const numbersOf = (observations: readonly NumericObservation[]): number[] =>
  observations.flatMap(({ quantity }) => [lowerOf(quantity), upperOf(quantity)].map(Number));

/** The middle of a pixel, where a line of 1 px stays one. */
const crisp = (x: number): number => Math.floor(x) + 0.5;

interface Domain {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** A share is read against 0–100, a score against its registry's bounds, anything else from 0 up to a round number. */
export function domainOf(values: readonly number[], unit: string, indicators: readonly Indicator[]): Domain {
  const [floor, ceiling] = unit === '%' ? [0, 100] : bounds(indicators);
  const low = Math.min(floor ?? 0, ...values);
  const high = Math.max(ceiling ?? 0, ...values);
  const step = niceStep(high === low ? 1 : high - low, [...values, low, high].every(Number.isInteger));
  const snapped = {
    low: Math.floor(low / step) * step,
    high: Math.ceil((high === low ? low + 1 : high) / step) * step,
  };
  return { low: low === floor ? low : snapped.low, high: high === ceiling ? high : snapped.high, step };
}

function bounds(indicators: readonly Indicator[]): [number, number] | [] {
  const stated = indicators.filter(({ lower, upper }) => lower !== null && upper !== null);
  if (stated.length === 0 || stated.length < indicators.length) return [];
  return [Math.min(...stated.map(({ lower }) => Number(lower))), Math.max(...stated.map(({ upper }) => Number(upper)))];
}

/** Four steps or fewer of 1, 2, 2.5 or 5 times a power of ten; whole numbers are not counted in fractions. */
function niceStep(span: number, whole: boolean): number {
  const least = Math.max(span / 4, whole ? 1 : 0);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, ...(whole && power === 1 ? [] : [2.5]), 5, 10].find((f) => f * power >= least * 0.999) ?? 10;
  return factor * power;
}

/** Ticks whose label would touch the next one go unlabelled; the last, with the unit, always stands. */
function labels(ticks: readonly number[], unit: string, apply: Axis['apply'], page: Page): Shape[] {
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const shapes: Shape[] = [];
  let limit = page.width;
  for (const [i, tick] of [...ticks.entries()].reverse()) {
    const words = `${Number(tick.toFixed(9))}${i === ticks.length - 1 ? unit : ''}`.replace('-', '−');
    const half = measure(words, style.size) / 2;
    const x = Math.max(half, Math.min(apply(tick), page.width - half));
    if (x + half > limit) continue;
    shapes.unshift(textShape(words, x, 8, 'middle', style));
    limit = x - half - 6;
  }
  return shapes;
}
