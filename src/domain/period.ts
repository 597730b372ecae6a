/** How long a period is. Values of periods of different kinds are never compared. */
export const PERIOD_KINDS = ['year', 'half-year', 'quarter', 'month', 'months', 'day'] as const;
type PeriodKind = (typeof PERIOD_KINDS)[number];

/** A time that a bulletin reports on, or by which something was reached. */
export interface Period {
  /** As printed: `2023年一季度`, `2022年1—7月`, `2020年底`. Every page, sentence and axis says this, never a part of it. */
  readonly label: string;
  readonly kind: PeriodKind;
  /**
   * TIME_PERIOD of SDMX (SDMX 3.0, section 6, §4.2.6): `2020`, `2023-S1`, `2023-Q1`, `2023-05`, `2020-12-31`; of months that
   * make no standard period the first and the last, `2020-01/2020-07`.
   */
  readonly code: string;
  /** First and last day, ISO. */
  readonly start: string;
  readonly end: string;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** Days of a month in the (proleptic Gregorian) calendar. */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Whether the calendar has that day. */
export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month);

/**
 * The first day on which a value of the period may have been known: a year's may be told within it, another one's in its
 * last month, a day's on that day.
 */
export const knownFrom = ({ kind, start, end }: Period): string =>
  kind === 'year' || kind === 'day' ? start : `${end.slice(0, 7)}-01`;

/** Whole months of a year, from the `from`th to the `to`th (1…12): a year, half-year, quarter or month where they make one. */
export function monthsOf(label: string, year: number, from: number, to: number): Period {
  const [start, end] = [`${year}-${two(from)}-01`, `${year}-${two(to)}-${two(lastDay(year, to))}`];
  const length = to - from + 1;
  const standard = STANDARD.find((s) => s.length === length && (from - 1) % length === 0);
  if (!standard) return { label, kind: 'months', code: `${year}-${two(from)}/${year}-${two(to)}`, start, end };
  return { label, kind: standard.kind, code: standard.code(year, (from - 1) / length + 1), start, end };
}

/** Periods that SDMX has a code for, by their length in months; `n` counts them within the year. */
const STANDARD: readonly { kind: PeriodKind; length: number; code: (year: number, n: number) => string }[] = [
  { kind: 'year', length: 12, code: (year) => `${year}` },
  { kind: 'half-year', length: 6, code: (year, n) => `${year}-S${n}` },
  { kind: 'quarter', length: 3, code: (year, n) => `${year}-Q${n}` },
  { kind: 'month', length: 1, code: (year, n) => `${year}-${two(n)}` },
];

/** One day. `since` is the first day that it may loosely mean: 2020年底 is some day of December. */
export function dayOf(label: string, year: number, month: number, day: number, since = day): Period {
  const date = (d: number): string => `${year}-${two(month)}-${two(d)}`;
  return { label, kind: 'day', code: date(day), start: date(since), end: date(day) };
}

/** The last day of a month, which is the end of what ends with it: 2020年底, 一季度末. */
export const endOfMonth = (label: string, year: number, month: number): Period =>
  dayOf(label, year, month, lastDay(year, month), 1);

/** Order by the last day; of two that end together the shorter one is later. */
export const byEnd = (a: Period, b: Period): number =>
  compareText(a.end, b.end) || compareText(a.start, b.start) || compareText(a.label, b.label);

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Whether values of both may be set against each other: one kind, and of months that make no standard period as many. */
export const isSameKind = (a: Period, b: Period): boolean =>
  a.kind === b.kind && (a.kind !== 'months' || monthCount(a) === monthCount(b));

const monthCount = ({ start, end }: Period): number => Number(end.slice(5, 7)) - Number(start.slice(5, 7));

/** Whether both are the same span of time, whatever they are called. */
export const isSamePeriod = (a: Period, b: Period): boolean => a.start === b.start && a.end === b.end;

/** The calendar year of the last day. */
export const yearOf = ({ end }: Period): number => Number(end.slice(0, 4));
