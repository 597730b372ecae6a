import type { Period } from '../domain/period.ts';
import { yearOf } from '../domain/period.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { period, periodIn } from '../ingest/text/period.ts';
import { CLAUSE, SENTENCE, spanOf, type Occurrence } from './occurrence.ts';

/** When a number of the text is said to hold. */
export interface Timing {
  /** The time that governs it, where there is one and no other: of its own clause, or of a clause that only tells a time. */
  readonly governing: Period | undefined;
  /** Every time that its sentence states, whatever for. */
  readonly stated: readonly Period[];
  /** The time that an earlier sentence of its paragraph has set. */
  readonly inherited: Period | undefined;
}

/** A time in a sentence, with the letters around it. */
interface Told {
  readonly period: Period;
  readonly start: number;
  readonly end: number;
}

/** Without spaces, which the typesetter adds between digits and Chinese letters. */
const condensed = (text: string): string => text.replace(/\s+/g, '');

/** @param date of the bulletin, ISO; null where it is not known */
export function timingOf(occurrence: Occurrence, date: string | null): Timing {
  const { block, figure } = occurrence;
  const [from, to] = spanOf(occurrence, SENTENCE);
  const before = condensed(block.text.slice(from, figure.start));
  const whole = condensed(block.text.slice(from, to));
  const [, clauseTo] = spanOf(occurrence, CLAUSE);
  const own = condensed(block.text.slice(from, clauseTo));
  const earlier = block.text.slice(0, from);
  const told = toldIn(own);
  const everywhere = toldIn(whole);
  const year = (): number | undefined => {
    const last = toldIn(condensed(`${earlier}${before}`)).at(-1);
    return last && yearOf(last.period);
  };
  return {
    governing: governingOf(
      before,
      told.filter((t) => t.end <= before.length),
    ),
    stated: [...everywhere.map((t) => t.period), ...withoutYear(without(whole, everywhere), year, date)],
    inherited: NOW.test(before) ? undefined : inheritedFrom(earlier),
  };
}

/** Words that begin another time than the one before. */
const NOW = /目前|现有|现已|今年|去年|上年|本[年月季]/;

/** Every full time of a text. */
function toldIn(text: string): Told[] {
  const found: Told[] = [];
  let from = 0;
  for (let next = periodIn(text); next; next = periodIn(text.slice(from))) {
    const start = from + next.before.length;
    const end = text.length - next.after.length;
    found.push({ period: next.period, start, end });
    from = end;
  }
  return found;
}

/** Words before a time that make it one to compare with, and behind it that make it the beginning of something. */
const COMPARED = /(?:比|较|同比|与|和|同|自|从|由|低于|高于|超过|、|及|(?<!截)至|[-—–~到])$/;
const SINCE = /^(?:以来|起|开始|至今|同期|相比|、|和|及|与|[-—–~至到])/;
const PREFIX = /(?:截止到?|截至到?|在|于|其中|其中,|其中，)$/;

function governingOf(before: string, told: readonly Told[]): Period | undefined {
  const last = told.at(-1);
  // 比2021年的3个工作日压缩: the time is the number's own.
  if (last && before.slice(last.end) === '的') return last.period;
  const clauses = clausesOf(before);
  const [ownFrom] = clauses.at(-1)!;
  const own = told.filter((t) => t.start >= ownFrom);
  if (own.length > 0) return own.length === 1 && isPlain(before, own[0]!) ? own[0]!.period : undefined;
  for (const [from, to] of clauses.slice(0, -1).reverse()) {
    const here = told.filter((t) => t.start >= from && t.end <= to);
    if (here.length === 0) continue;
    return here.length === 1 && isPlain(before, here[0]!) && isHead(before, from, to, here[0]!)
      ? here[0]!.period
      : undefined;
  }
  return undefined;
}

const isPlain = (text: string, { start, end }: Told): boolean =>
  !COMPARED.test(text.slice(Math.max(0, start - 3), start)) && !SINCE.test(text.slice(end, end + 3));

/** Whether a clause only tells a time (2023年一季度，…), or tells it for all that follows (截至2020年底，…；…；…). */
function isHead(text: string, from: number, to: number, { start, end }: Told): boolean {
  const [lead, rest] = [text.slice(from, start), text.slice(end, to)];
  if (/截[至止]/.test(lead)) return true;
  return lead.replace(PREFIX, '') === '' && /^(?:末|止|为止|时|间|期间|以前|前|24时|\d{1,2}时)?$/.test(rest);
}

/** Where the clauses of a text begin and end; the last one is open. */
function clausesOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  for (const stop of text.matchAll(/[，；：,;:]/g)) {
    found.push([from, stop.index]);
    from = stop.index + 1;
  }
  return [...found, [from, text.length]];
}

/** The last time that a sentence of the paragraph has set for what follows. */
function inheritedFrom(earlier: string): Period | undefined {
  for (const sentence of condensed(earlier)
    .split(/[。！？!?]/)
    .reverse()) {
    const [first, ...others] = toldIn(sentence);
    if (!first) continue;
    const [from, to] = clausesOf(sentence).find(([a, b]) => first.start >= a && first.end <= b) ?? [0, 0];
    return others.length === 0 && isPlain(sentence, first) && (isHead(sentence, from, to, first) || from === 0)
      ? first.period
      : undefined;
  }
  return undefined;
}

/** A text with its full times blanked, so that no part of one is taken for a time without a year. */
const without = (text: string, told: readonly Told[]): string =>
  told.reduce((rest, { start, end }) => rest.slice(0, start) + '□'.repeat(end - start) + rest.slice(end), text);

const PART =
  /(今年|本年|去年|上年|前年)?(?:第?[一二三四1-4]季度[末底]?|前[二三两23]个?季度|[上下]半年|\d{1,2}月?[-—–~至到]\d{1,2}月份?|\d{1,2}月(?:\d{1,2}日|份?[底末初]|份)?|年[底末初]|(?<=[今本去上前]年)[底末初]?)/g;
const BACK: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 去年: 1, 上年: 1, 前年: 2 };

/**
 * Times of which the text leaves out the year: 1—11月, 去年底, 一季度. It is the year told before, else the last in which the
 * time had passed by the bulletin's date.
 */
function withoutYear(text: string, yearBefore: () => number | undefined, date: string | null): Period[] {
  const parts = [...halfWidth(text).matchAll(PART)];
  if (parts.length === 0) return [];
  const year = yearBefore();
  const issued = date === null ? year : Number(date.slice(0, 4));
  return parts.flatMap(([part]) => {
    const word = Object.keys(BACK).find((w) => part.startsWith(w));
    const rest = (word === undefined ? part : part.slice(2)).replace(/^年/, '');
    const read = (y: number | undefined): Period | undefined => (y === undefined ? undefined : period(`${y}年${rest}`));
    if (word !== undefined) return read(issued === undefined ? undefined : issued - BACK[word]!) ?? [];
    const found = read(year ?? issued);
    const isLater = year === undefined && found !== undefined && date !== null && found.end > date;
    return (isLater ? read(issued! - 1) : found) ?? [];
  });
}
