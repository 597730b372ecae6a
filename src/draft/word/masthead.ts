import { halfWidth } from '../../ingest/text/letters.ts';
import { isDay } from '../../domain/period.ts';

/** What stands above a bulletin's text; null where the file does not say. */
export interface Masthead {
  readonly series: string | null;
  readonly number: number | null;
  readonly office: string | null;
  /** ISO. */
  readonly date: string | null;
  readonly docNumber: string | null;
  readonly signer: string | null;
  readonly title: string | null;
  /** The title as its lines stood, where it was joined or lost spaces. */
  readonly titlePrinted: string | null;
  /** Lines of no known kind. */
  readonly left: readonly string[];
  /** How many lines it takes up. */
  readonly length: number;
}

const NUMBER = /^(.*?)[（(]?\s*第\s*(\d{1,6})\s*期\s*[)）]?$/;
const DATE = /^(.*?)\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/;
const DOCUMENT = /^\S{2,20}\s*[〔\[(（]\d{4}[〕\])）]\s*第?\s*\d+\s*号$/u;
const SIGNER = /^签发人?\s*[:：]\s*(\S.*)$/;
const OFFICE = /^\p{Script=Han}{4,40}(?:办公室|领导小组|委员会|政府|局|委|办|中心)$/u;
/** Words a title of the series ends with. */
const TITLE_END = /(?:通报|通知|报告|意见|方案|决定|公告|通告|函|纪要|情况|简报)(?:[（(].{1,12}[)）])?$/;
/** What no line of a masthead is: a sentence, a chapter, a section. */
const BODY = /[。；]|^[一二三四五六七八九十]+[、.．]|^[（(][一二三四五六七八九十]+[)）]|[:：]$/;
const LONGEST_TITLE_LINE = 60;

/** 第 49 期, with or without what stands before it. */
export const isIssueNumber = (text: string): boolean => NUMBER.test(halfWidth(text));

type Lines = readonly { readonly text: string; readonly heading: number }[];

/** What lines say by themselves. */
type Signs = { -readonly [K in 'office' | 'date' | 'docNumber' | 'signer']: string | null };

/** The lines at the head of the file to a masthead. The number of the issue is the one sure sign of where it is. */
export function masthead(lines: Lines): Masthead {
  const head = lines.slice(0, 15);
  const at = head.findIndex(({ text }) => NUMBER.test(halfWidth(text)));
  const numbered = NUMBER.exec(halfWidth(head[at]?.text ?? ''));
  const signs: Signs = { office: null, date: null, docNumber: null, signer: null };
  const above = head.slice(0, Math.max(at, 0)).map((l) => l.text);
  const unsigned = above.filter((text) => !take(text, signs));
  const series = [...unsigned, numbered?.[1] ?? ''].join('').replace(/\s+/g, '') || null;
  let next = at + 1;
  while (next < head.length && take(head[next]!.text, signs)) next += 1;
  const { title, length } = titleFrom(head, next, signs);
  const sure = isTitle(title);
  return {
    ...signs,
    series,
    number: numbered ? Number(numbered[2]) : null,
    ...(sure ? joined(title) : { title: null, titlePrinted: null }),
    left: sure ? [] : title,
    length,
  };
}

/** A title is told by how it ends or begins. */
const isTitle = (lines: readonly string[]): boolean =>
  TITLE_END.test(lines.at(-1) ?? '') || /^关于/.test(lines[0] ?? '');

/** The lines of the title from `start`, and how many lines the masthead has with them. */
function titleFrom(head: Lines, start: number, signs: Signs): { title: string[]; length: number } {
  const title: string[] = [];
  let next = start;
  while (next < head.length && title.length < 4) {
    const { text } = head[next]!;
    if (text.length > LONGEST_TITLE_LINE || BODY.test(text)) break;
    if (!take(text, signs)) title.push(text);
    next += 1;
    if (TITLE_END.test(text)) break;
  }
  return { title, length: next };
}

/** Lines of a title as one: a space stays only between two words in Latin letters. */
function joined(lines: readonly string[]): Pick<Masthead, 'title' | 'titlePrinted'> {
  const whole = lines.reduce((title, line) => {
    const words = /[A-Za-z\d]$/.test(title) && /^[A-Za-z\d]/.test(line);
    return title + (words ? ' ' : '') + line;
  }, '');
  const title = whole.replace(/(?<=[^ -~])\s+|\s+(?=[^ -~])/g, '');
  const printed = lines.join('⏎');
  return { title, titlePrinted: printed === title ? null : printed };
}

/** Takes a line that says by itself what it is. */
function take(text: string, signs: Signs): boolean {
  const sign = dated(text) ?? signOf(text);
  if (!sign) return false;
  for (const [key, value] of Object.entries(sign)) signs[key as keyof Signs] ??= value;
  return true;
}

/** A day of the calendar, alone or behind the office that dates. */
function dated(text: string): Partial<Signs> | undefined {
  const [, before = '', year, month, day] = DATE.exec(halfWidth(text)) ?? [];
  const date = year === undefined ? undefined : iso(year, month!, day!);
  const office = before.replace(/\s+/g, '');
  if (date === undefined || (office !== '' && !OFFICE.test(office))) return undefined;
  return { date, office: office || null };
}

function signOf(text: string): Partial<Signs> | undefined {
  const plain = text.replace(/\s+/g, '');
  if (OFFICE.test(plain)) return { office: plain };
  if (DOCUMENT.test(text)) return { docNumber: plain };
  const signer = SIGNER.exec(text)?.[1];
  return signer === undefined ? undefined : { signer };
}

/** `2021`, `1`, `25` to `2021-01-25`; undefined for no day of the calendar. */
export function iso(year: string, month: string, day: string): string | undefined {
  return isDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined;
}
