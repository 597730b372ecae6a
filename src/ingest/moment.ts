import type { Moment } from '../domain/observation.ts';
import { halfWidth, visible } from './cell.ts';

const ISO = /^((?:19|20)\d{2})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/;
const WORDS = /^((?:19|20)\d{2})年(?:(\d{1,2})月(?:(\d{1,2})日|[底末初])?|[底末初]|度|上半年|下半年|第?[一二三四1-4]季度|1-(\d{1,2})月)?$/;

/**
 * A time as staff write it: `2020-12-31`, `2020/12`, `2020年12月31日`, `2020年底`, `2020`. A calendar date is labelled
 * in Chinese; words are kept. Undefined if it is not a time, or no day of the calendar.
 */
export function moment(text: string): Moment | undefined {
  const s = halfWidth(visible(text)).replace(/\s+/g, '');
  if (/^(19|20)\d{2}$/.test(s)) return { label: `${s}年`, year: Number(s) };
  const m = ISO.exec(s) ?? WORDS.exec(s);
  if (!m) return undefined;
  const [year, month, day] = [Number(m[1]), m[2] && Number(m[2]), m[3] && Number(m[3])];
  if (!isDay(year, month || 1, day || 1)) return undefined;
  if (WORDS.test(s)) return { label: s, year };
  return { label: day ? `${year}年${month}月${day}日` : `${year}年${month}月`, year };
}

/** Whether the (proleptic Gregorian) calendar has that day. */
export function isDay(year: number, month: number, day: number): boolean {
  const d = new Date(Date.UTC(year, month - 1, day));
  return d.getUTCMonth() === month - 1 && d.getUTCDate() === day;
}

/** The first day a moment can mean, ISO; for telling whether it lies after another date. */
export function earliest(m: Moment): string {
  const day = /年(\d{1,2})月(?:(\d{1,2})日)?/.exec(m.label);
  const two = (n: string | undefined): string => (n ?? '1').padStart(2, '0');
  if (!day && /年[底末]$/.test(m.label)) return `${m.year}-12-01`;
  return `${m.year}-${two(day?.[1])}-${two(day?.[2])}`;
}
