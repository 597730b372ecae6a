import type { Moment, Observation } from './observation.ts';

/** A place on the line of years: 2020.5 is the middle of 2020. */
export interface Time {
  readonly at: number;
  /** The year the number counts for. */
  readonly year: number;
  /** False where only the year is known: then `at` is its middle. */
  readonly dated: boolean;
}

/** When a number counts for: its own date if it has one, else its year; never the date of its bulletin. */
export function timeOf({ asOf, period }: Observation): Time | undefined {
  const own = asOf ? day(asOf) : undefined;
  const year = (period ?? asOf)?.year;
  if (year === undefined) return undefined;
  const at = own ?? (period ? day(period) : undefined);
  return { at: at ?? year + 0.5, year, dated: at !== undefined };
}

const QUARTERS = '一二三四';

/** What holds “as of” a month, a quarter or a half year holds at its last day. Undefined where no part of the year is named. */
function day({ label, year }: Moment): number | undefined {
  const part = label.slice(label.indexOf('年') + 1);
  const [, month, date, early] = /(\d{1,2})月(?:(\d{1,2})日|(初))?/.exec(part) ?? [];
  if (month !== undefined)
    return fraction(year, Number(month), date === undefined ? (early ? 1 : undefined) : Number(date));
  const [, quarter] = /([一二三四1-4])季度/.exec(part) ?? [];
  if (quarter !== undefined) return fraction(year, 3 * (QUARTERS.indexOf(quarter) + 1 || Number(quarter)));
  if (/上半年/.test(part)) return fraction(year, 6);
  if (/[底末]|下半年/.test(part)) return fraction(year, 12);
  return part === '初' ? year : undefined;
}

const DAY = 86_400_000;

/** Without a date: the month's last day. */
function fraction(year: number, month: number, date?: number): number {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
  const on = date === undefined ? Date.UTC(year, month, 1) - DAY : Date.UTC(year, month - 1, date);
  return year + (on - start) / (end - start);
}
