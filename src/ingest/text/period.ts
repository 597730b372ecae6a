import { dayOf, endOfMonth, isDay, monthsOf, type Period } from '../../domain/period.ts';
import { halfWidth, visible } from './letters.ts';

const YEAR = '((?:19|20)\\d{2})';
const DASH = '(?:-|—|–|―|~|〜|至|到)+';
const QUARTERS = '一二三四';

/** What may follow a year, longest first, and the period it makes; undefined where the calendar has none. */
const PARTS: readonly [
  pattern: string,
  read: (label: string, year: number, ...parts: string[]) => Period | undefined,
][] = [
  [`(\\d{1,2})月(\\d{1,2})日`, (label, y, m, d) => (isDay(y, +m, +d) ? dayOf(label, y, +m, +d) : undefined)],
  [`(\\d{1,2})月?${DASH}(\\d{1,2})月份?`, (label, y, from, to) => span(label, y, +from, +to)],
  [`(\\d{1,2})月份?[底末]`, (label, y, m) => (isMonth(+m) ? endOfMonth(label, y, +m) : undefined)],
  [`(\\d{1,2})月份?初`, (label, y, m) => (isMonth(+m) ? dayOf(label, y, +m, 1) : undefined)],
  [`(\\d{1,2})月份?`, (label, y, m) => span(label, y, +m, +m)],
  [`第?([一二三四1-4])季度[底末]`, (label, y, q) => endOfMonth(label, y, quarterOf(q) * 3)],
  [`第?([一二三四1-4])季度`, (label, y, q) => monthsOf(label, y, quarterOf(q) * 3 - 2, quarterOf(q) * 3)],
  [`前([二三两23])个?季度`, (label, y, n) => monthsOf(label, y, 1, /[三3]/.test(n) ? 9 : 6)],
  [`(上|下)半年`, (label, y, half) => (half === '上' ? monthsOf(label, y, 1, 6) : monthsOf(label, y, 7, 12))],
  [`度?[底末]`, (label, y) => endOfMonth(label, y, 12)],
  [`度?初`, (label, y) => dayOf(label, y, 1, 1)],
  [`(?:度|全年)`, (label, y) => monthsOf(label, y, 1, 12)],
  ['', (label, y) => monthsOf(label, y, 1, 12)],
];

const isMonth = (n: number): boolean => n >= 1 && n <= 12;

const span = (label: string, year: number, from: number, to: number): Period | undefined =>
  isMonth(from) && isMonth(to) && from <= to ? monthsOf(label, year, from, to) : undefined;

const quarterOf = (word: string): number => QUARTERS.indexOf(word) + 1 || Number(word);

const WORDS = PARTS.map(([pattern, read]) => ({ pattern: new RegExp(`^${YEAR}年${pattern}$`), read }));
const ISO = new RegExp(`^${YEAR}[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?$`);

/**
 * A time as staff write it: `2020`, `2020年`, `2023年一季度`, `2022年1—7月`, `2020年12月31日`, `2020年底`, `2020-12-31`, `2020/12`.
 * A calendar date is labelled in Chinese; words are kept. Undefined if it is no time, or the calendar has none such.
 */
export function period(text: string): Period | undefined {
  const plain = halfWidth(visible(text)).replace(/\s+/g, '');
  if (/^(?:19|20)\d{2}$/.test(plain)) return period(`${plain}年`);
  const [, year, month, day] = ISO.exec(plain) ?? [];
  if (year !== undefined) return period(`${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`);
  for (const { pattern, read } of WORDS) {
    const [, y, ...parts] = pattern.exec(plain) ?? [];
    if (y !== undefined) return read(labelOf(text), Number(y), ...parts);
  }
  return undefined;
}

/** As printed, but for spaces between digits and Chinese letters, which the typesetter adds. */
const labelOf = (text: string): string =>
  visible(text)
    .replace(/\s+/g, '')
    .replace(/[０-９]/g, (d) => halfWidth(d));

const ANYWHERE = new RegExp(
  `${YEAR}年(?:${PARTS.flatMap(([pattern]) => (pattern ? [pattern.replace(/\((?!\?)/g, '(?:')] : [])).join('|')})?`,
);

/** The first period that a heading names, and what stands around it: `2023年一季度达到水平`, `上年同期（2022年1—7月）水平`. */
export function periodIn(heading: string): { period: Period; before: string; after: string } | undefined {
  if (!heading.includes('年')) return undefined;
  const plain = visible(heading).replace(/\s+/g, '');
  const found = ANYWHERE.exec(halfWidth(plain));
  const read = found && period(plain.slice(found.index, found.index + found[0].length));
  if (!read) return undefined;
  return { period: read, before: plain.slice(0, found.index), after: plain.slice(found.index + found[0].length) };
}
