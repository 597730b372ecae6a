import type { Observation } from './observation.ts';
import { yearOf, type Period } from './period.ts';

/** A place on the line of years: 2020.5 is the middle of 2020. */
export interface Time {
  /** Of a date, or of a part of a year, its last day; of a year alone its middle. */
  readonly at: number;
  /** What the number counts for. */
  readonly period: Period;
  /** Whether a day within the period is stated. */
  readonly dated: boolean;
}

/** When a number counts for: its own date if it has one, else its period; never the date of its bulletin. */
export function timeOf({ asOf, period }: Observation): Time | undefined {
  const stated = period ?? asOf;
  if (stated === null) return undefined;
  const day = asOf !== null && asOf.kind !== 'year' ? asOf : stated;
  const at = day.kind === 'year' ? yearOf(day) + 0.5 : endOf(day);
  return { at, period: stated, dated: day !== stated || day.kind === 'day' };
}

/** The last day of a period. */
export function endOf({ end }: Period): number {
  const year = Number(end.slice(0, 4));
  const [start, next] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(`${end}T00:00:00Z`) - start) / (next - start);
}

/**
 * What makes numbers of two periods of one kind a course over time: months of a year that are no standard period only
 * with the same months of another year, anything else with all of its kind.
 */
export const spanOf = ({ kind, code }: Period): string => (kind === 'months' ? months(code) : kind);

/** The part of its year, the same in each: a first quarter is set against a first quarter. */
export function seasonOf({ kind, code }: Period): string {
  if (kind === 'year' || kind === 'day') return kind;
  return kind === 'months' ? months(code) : code.slice(5);
}

const months = (code: string): string => code.replace(/\d{4}-/g, '');
