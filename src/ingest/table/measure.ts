import type { Indicator } from '../../domain/indicator.ts';
import { yearOf, type Period } from '../../domain/period.ts';
import { halfWidth, visible } from '../text/letters.ts';
import { period, periodIn } from '../text/period.ts';
import type { Registry } from './registry.ts';

/** What a heading of an area table measures: `2023年一季度投诉（件）`. */
export interface Measure {
  /** As printed. */
  readonly label: string;
  /** Without unit and period: `投诉`. */
  readonly name: string;
  readonly indicator: Indicator | undefined;
  /** As written in brackets; null where there are none. */
  readonly unit: string | null;
  readonly period: Period | null;
  /** `一季度`, where the heading leaves out the year. */
  readonly yearless: string | null;
}

/** Undefined for a heading that has neither a unit in brackets nor a registered name. */
export function measureOf(heading: string, registry: Registry): Measure | undefined {
  const label = visible(heading).replace(/\s+/g, '');
  const { said, unit } = bracketed(label);
  const timed = timeIn(said);
  const names = [said, timed.name, timed.name.replace(/^的/, '')];
  const indicator = names.map((name) => registry.find(name)).find((found) => found !== undefined);
  const known = unit !== null && registry.units.find(halfWidth(unit)) !== undefined;
  if (!indicator && !known) return undefined;
  return { label, name: names.at(-1)!, indicator, unit, period: timed.period, yearless: timed.yearless };
}

function bracketed(label: string): { said: string; unit: string | null } {
  if (!/[)）]$/.test(label)) return { said: label, unit: null };
  const open = Math.max(label.lastIndexOf('('), label.lastIndexOf('（'));
  return open < 1 ? { said: label, unit: null } : { said: label.slice(0, open), unit: label.slice(open + 1, -1) };
}

/** A part of a year at the beginning of a heading. */
const YEARLESS =
  /^(?:第?[一二三四1-4]季度|前[二三两23]个?季度|[上下]半年|\d{1,2}月?[-—–~～至]\d{1,2}月份?|\d{1,2}月份?)(?=.)/;

function timeIn(said: string): { name: string; period: Period | null; yearless: string | null } {
  const dated = periodIn(said);
  if (dated) return { name: `${dated.before}${dated.after}`, period: dated.period, yearless: null };
  const part = YEARLESS.exec(said)?.[0] ?? null;
  return { name: said.slice(part?.length ?? 0), period: null, yearless: part };
}

/** The measures with the times that the other headings of their table give them: a year, or the one period of all. */
export function dated(measures: readonly Measure[]): Measure[] {
  const periods = new Map(measures.flatMap((m) => (m.period ? [[m.period.code, m.period] as const] : [])));
  const [only, ...others] = periods.values();
  const [year, ...years] = new Set([...periods.values()].map(yearOf));
  return measures.map((m) => {
    if (m.period) return m;
    if (m.yearless === null) return { ...m, period: only && others.length === 0 ? only : null };
    const completed = year !== undefined && years.length === 0 ? period(`${year}年${m.yearless}`) : undefined;
    return completed ? { ...m, period: completed, yearless: null } : m;
  });
}
