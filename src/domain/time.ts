import type { Observation } from './observation.ts';
import { yearOf, type Period } from './period.ts';

/** A place on the line of years: 2020.5 is the middle of 2020. */
export interface Time {
  readonly at: number;
  /** The year the number counts for. */
  readonly year: number;
  /** False where only the year is known: then `at` is its middle. */
  readonly dated: boolean;
}

/** When a number counts for: its own date if it has one, else its period; never the date of its bulletin. */
export function timeOf({ asOf, period }: Observation): Time | undefined {
  const stated = period ?? asOf;
  if (stated === null) return undefined;
  const at = placeOf(asOf) ?? placeOf(period);
  return { at: at ?? yearOf(stated) + 0.5, year: yearOf(stated), dated: at !== undefined };
}

/** What holds “as of” a month, a quarter or a half-year holds at its last day. Undefined where no part of the year is named. */
function placeOf(period: Period | null): number | undefined {
  if (period === null || period.kind === 'year') return undefined;
  const year = yearOf(period);
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  return year + (Date.parse(`${period.end}T00:00:00Z`) - start) / (end - start);
}
