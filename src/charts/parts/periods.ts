import { inLines, type Name } from './lines.ts';
import { textShape } from './label.ts';
import type { Page } from '../draw/theme.ts';
import { FOOT, tickAt, type TimeAxis, type TimeMark } from './time-axis.ts';

/** Lines of labels under the plot, and px from one to the next. */
const MOST_LINES = 4;
const LINE = 19;

/**
 * Quarters, months and other parts of years under a plot: each at its last day, at true distances, called as it is printed. Labels
 * that would touch stand on lines of their own; where four lines do not hold all, every second, third … is named, the last
 * one always.
 *
 * @param gaps periods without a number, with the bulletin's word for it
 * @param from,to px of the plot's ends.
 */
export function periodsOf(
  marks: readonly TimeMark[],
  gaps: readonly (TimeMark & { readonly word: string })[],
  from: number,
  to: number,
  page: Page,
): TimeAxis {
  const all = [...marks, ...gaps];
  const places = [...new Set(all.map(({ at }) => at))].sort((a, b) => a - b);
  const [first, last] = [places[0]!, places.at(-1)!];
  const apply = (at: number): number =>
    first === last ? (from + to) / 2 : from + ((at - first) / (last - first)) * (to - from);
  const names = [...Map.groupBy(all, ({ at, period }) => `${at} ${period.code}`).values()]
    .map((same): Name => {
      const [{ at, period }] = same as [TimeMark];
      const gap = gaps.find((g) => g.at === at && g.period.code === period.code);
      return { x: apply(at), words: gap ? `${period.label}：${gap.word}` : period.label };
    })
    .toSorted((a, b) => a.x - b.x);
  const placed = thinned(names, page);
  const lines = Math.max(...placed.map(({ line }) => line)) + 1;
  return {
    apply,
    band: Math.min(...places.slice(1).map((at, i) => apply(at) - apply(places[i]!)), to - from),
    foot: {
      height: LINE * lines + 5,
      shapes: [
        ...places.map((at) => tickAt(apply(at))),
        ...placed.map(({ name: { words }, middle, line }) =>
          textShape(words, middle, 15 + LINE * line, 'middle', FOOT(page)),
        ),
      ],
    },
  };
}

function thinned(names: readonly Name[], page: Page) {
  const room = { size: FOOT(page).size, from: 0, most: MOST_LINES, page };
  for (let every = 1; every < names.length; every++) {
    const placed = inLines(
      names.filter((_, i) => (names.length - 1 - i) % every === 0),
      room,
    );
    if (placed) return placed;
  }
  return inLines(names.slice(-1), room)!;
}
