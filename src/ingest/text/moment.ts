import type { Moment } from '../../domain/observation.ts';
import { halfWidth, visible } from './letters.ts';

const ISO = /^((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const WORDS =
  /^((?:19|20)\d{2})年(?:(\d{1,2})月(?:(\d{1,2})日|[底末初])?|[底末初]|度|上半年|下半年|第?[一二三四1-4]季度|1月?[-—–~至](\d{1,2})月)?$/;

/**
 * A time as staff write it: `2020-12-31`, `2020/12`, `2020年12月31日`, `2020年底`, `2020`. A calendar date is labelled
 * in Chinese; words are kept. Undefined if it is not a time, or no day of the calendar.
 */
export function moment(text: string): Moment | undefined {
  const s = halfWidth(visible(text)).replace(/\s+/g, '');
  if (/^(19|20)\d{2}$/.test(s)) return { label: `${s}年`, year: Number(s) };
  const m = ISO.exec(s) ?? WORDS.exec(s);
  if (!m) return undefined;
  const [year, month, day, to] = m.slice(1).map((part) => part as string | undefined);
  if (!isDay(Number(year), Number(month ?? to ?? 1), Number(day ?? 1))) return undefined;
  if (WORDS.test(s)) return { label: s, year: Number(year) };
  return { label: `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`, year: Number(year) };
}

/** Whether the (proleptic Gregorian) calendar has that day. */
export function isDay(year: number, month: number, day: number): boolean {
  const d = new Date(Date.UTC(year, month - 1, day));
  return d.getUTCMonth() === month - 1 && d.getUTCDate() === day;
}

/** The last month of a part of a year: until then it is not known. */
const LAST_MONTH: Readonly<Record<string, number>> = {
  底: 12,
  末: 12,
  上半年: 6,
  下半年: 12,
  一季度: 3,
  二季度: 6,
  三季度: 9,
  四季度: 12,
  '1季度': 3,
  '2季度': 6,
  '3季度': 9,
  '4季度': 12,
};

/** The first day at which a moment can have been reached, ISO; for telling whether it lies after another date. */
export function earliest(m: Moment): string {
  const [, part, to, month, day] =
    /年(?:第?([底末]|[上下]半年|[一二三四1-4]季度)$|1月?[-—–~至](\d{1,2})月|(\d{1,2})月(?:(\d{1,2})日)?)/.exec(
      m.label,
    ) ?? [];
  const two = (n: string | number | undefined): string => String(n ?? 1).padStart(2, '0');
  return `${m.year}-${two(part === undefined ? (to ?? month) : LAST_MONTH[part])}-${two(day)}`;
}
