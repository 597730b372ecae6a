import { yearOf } from '../../domain/period.ts';
import { textShape } from './label.ts';
import type { Shape } from '../draw/scene.ts';
import { measure } from '../draw/measure.ts';
import type { Page } from '../draw/theme.ts';
import { FOOT, tickAt, type TimeAxis, type TimeMark } from './time-axis.ts';

/**
 * Years under a plot: each from its first day to its last, so that a number without a date stands over its middle. A year is
 * called what the bulletins call it.
 *
 * @param gaps words under a year: why it has no mark
 * @param from,to px of the plot's ends.
 */
export function yearsOf(
  marks: readonly TimeMark[],
  gaps: readonly (TimeMark & { readonly word: string })[],
  from: number,
  to: number,
  page: Page,
): TimeAxis {
  const whole = [...marks, ...gaps].map(({ at }) => Math.floor(at));
  const [first, last] = [Math.min(...whole), Math.max(...whole) + 1];
  const apply = (at: number): number => from + ((at - first) / (last - first)) * (to - from);
  const band = (to - from) / (last - first);
  const style = FOOT(page);
  const years = Array.from({ length: last - first }, (_, i) => first + i);
  const names = namesOf(marks);
  const name = (year: number): string => names.get(year) ?? `${year}年`;
  const widest = Math.max(...years.map((year) => measure(name(year), style.size)));
  const every = [1, 2, 5, 10, 20, 50, 100].find((n) => band * n >= widest + 5) ?? 1000;
  const labelled = years.filter((year) => (every > 2 ? year % every === 0 : (last - 1 - year) % every === 0));
  const ticks = band < 4 ? [] : [...years, last].map((year): Shape => tickAt(apply(year)));
  const words = new Map(gaps.map(({ period, word }) => [yearOf(period), word]));
  const said = [...words].filter(([, word]) => measure(word, style.size) <= Math.max(band - 6, 0));
  return {
    apply,
    band,
    foot: {
      height: 24 + (said.length > 0 ? 19 : 0),
      shapes: [
        ...ticks,
        ...labelled.map((year) => textShape(name(year), apply(year + 0.5), 15, 'middle', style)),
        ...said.map(([year, word]) => textShape(word, apply(year + 0.5), 34, 'middle', style)),
      ],
    },
  };
}

/** What bulletins call a year: 2020年度, where all call it so. */
function namesOf(marks: readonly TimeMark[]): Map<number, string> {
  const years = Map.groupBy(
    marks.map(({ period }) => period).filter(({ kind }) => kind === 'year'),
    yearOf,
  );
  return new Map(
    [...years].flatMap(([year, periods]) => {
      const labels = new Set(periods.map(({ label }) => label));
      return labels.size === 1 ? [[year, periods[0]!.label] as const] : [];
    }),
  );
}
