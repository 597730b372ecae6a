import * as Plot from '@observablehq/plot';
import type { Indicator } from '../../domain/indicator.ts';
import type { NumericObservation } from '../../domain/observation.ts';
import { axisNote, domainOf, isCut, numbersOf, tickWords, type Domain } from './domain.ts';
import { textShape, type Style } from './label.ts';
import { stack, type Block, type Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import { HAIR, ink, type Page } from '../draw/theme.ts';

/** The horizontal scale of a chart: values of one unit to px. */
export interface Axis {
  readonly apply: (value: number) => number;
  /** Px of zero; undefined where the axis does not reach it: then no length says how large a number is. */
  readonly start: number | undefined;
  /** The row of tick labels, the unit at the last one; above it what must be known of the axis. */
  readonly head: Block;
  /** Hairlines at the ticks and along the track, for a row whose track is at `y`; a stronger one at a zero within. */
  readonly grid: (y: number, rise: number) => readonly Shape[];
}

export interface AxisSpec {
  readonly numbers: readonly NumericObservation[];
  readonly indicators: readonly Indicator[];
  readonly unit: string;
  /** False for bars, which begin at zero. */
  readonly cut?: false;
}

/** @param from,to px of the axis' ends. */
export const axisOf = (spec: AxisSpec, page: Page, from: number, to: number): Axis =>
  axisOver(domainOf(numbersOf(spec.numbers), spec.unit, spec.indicators, spec.cut ?? true), spec.unit, page, from, to);

/** @param from,to px of the axis' ends. */
export function axisOver(domain: Domain, unit: string, page: Page, from: number, to: number): Axis {
  const { low, high, ticks, ranks } = domain;
  const scale = Plot.scale({ x: { type: 'linear', domain: [low, high], range: [from, to] } });
  const apply = (value: number): number => Number(scale.apply(value));
  const marks = ticks.map((tick) => crisp(apply(tick)));
  return {
    apply,
    start: isCut(domain) || ranks ? undefined : apply(0),
    head: headOf(domain, unit, apply, page),
    grid: (y, rise) => [
      { kind: 'grid', layer: 'grid', paint: HAIR, y: crisp(y), rise, x1: from, x2: to, ticks: marks },
      ...(low < 0 && high > 0 ? [zeroLine(crisp(apply(0)), y, rise)] : []),
    ],
  };
}

const zeroLine = (x: number, y: number, rise: number): Shape => ({
  kind: 'line',
  layer: 'grid',
  paint: { ...HAIR, stroke: ink('muted') },
  x1: x,
  x2: x,
  y1: y - rise,
  y2: y + rise,
});

/** The middle of a pixel, where a line of 1 px stays one. */
const crisp = (x: number): number => Math.floor(x) + 0.5;

/** What must be known of the axis stands beside its ticks where there is room, before the first or after the last, else above. */
function headOf(domain: Domain, unit: string, apply: Axis['apply'], page: Page): Block {
  const ticks: Block = { height: 20, shapes: labels(domain.ticks, unit, apply, page) };
  const note = axisNote(domain, unit, '横轴');
  if (note === null) return ticks;
  const wide = measure(note, page.note) + BESIDE;
  const [first, last] = [domain.ticks[0]!, domain.ticks.at(-1)!];
  const from = apply(first) - measure(tickWords(first), page.note) / 2;
  const to = apply(last) + measure(tickWords(last, unit), page.note) / 2;
  if (wide <= from) return { ...ticks, shapes: [noteShape(note, 0, 8, page), ...ticks.shapes] };
  if (to + wide <= page.width) return { ...ticks, shapes: [...ticks.shapes, noteShape(note, to + BESIDE, 8, page)] };
  return stack([noteBlock(note, page), ticks]);
}

/** Px between a tick's label and the note beside it. */
const BESIDE = 12;

/** What must be known of an axis, at its beginning. */
export const noteBlock = (note: string, page: Page): Block => ({ height: 20, shapes: [noteShape(note, 0, 10, page)] });

const noteShape = (note: string, x: number, y: number, page: Page): Shape =>
  textShape(note, x, y, 'start', { size: page.note, weight: 400, ink: 'muted' });

/** Ticks whose label would touch the next one go unlabelled; the last, with the unit, always stands. */
function labels(ticks: readonly number[], unit: string, apply: Axis['apply'], page: Page): Shape[] {
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const shapes: Shape[] = [];
  let limit = page.width;
  for (const [i, tick] of [...ticks.entries()].reverse()) {
    const words = tickWords(tick, i === ticks.length - 1 ? unit : '');
    const half = measure(words, style.size) / 2;
    const x = Math.max(half, Math.min(apply(tick), page.width - half));
    if (x + half > limit) continue;
    shapes.unshift(textShape(words, x, 8, 'middle', style));
    limit = x - half - 6;
  }
  return shapes;
}
