import { halfWidth } from '../../ingest/text/letters.ts';
import { isDay } from '../../ingest/text/moment.ts';

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

/** The lines at the head of the file to a masthead. The number of the issue is the one sure sign of where it is. */
export function masthead(lines: readonly { readonly text: string; readonly heading: number }[]): Masthead {
  const head = lines.slice(0, 15);
  const at = head.findIndex(({ text }) => NUMBER.test(halfWidth(text)));
  const numbered = NUMBER.exec(halfWidth(head[at]?.text ?? ''));
  const found = {
    office: null as string | null,
    date: null as string | null,
    docNumber: null as string | null,
    signer: null as string | null,
  };
  const left: string[] = [];
  const above = head.slice(0, Math.max(at, 0)).map((l) => l.text);
  const series =
    [...above.filter((text) => !take(text, found)), numbered?.[1] ?? ''].join('').replace(/\s+/g, '') || null;
  let next = at + 1;
  while (next < head.length && take(head[next]!.text, found)) next += 1;

  const title: string[] = [];
  while (next < head.length && title.length < 4) {
    const { text } = head[next]!;
    if (text.length > LONGEST_TITLE_LINE || BODY.test(text)) break;
    if (!take(text, found)) title.push(text);
    next += 1;
    if (TITLE_END.test(text)) break;
  }
  const sure = TITLE_END.test(title.at(-1) ?? '') || /^关于/.test(title[0] ?? '');
  const printed = title.join('⏎');
  const joined = title.reduce(
    (whole, line) => whole + (/[A-Za-z\d]$/.test(whole) && /^[A-Za-z\d]/.test(line) ? ' ' : '') + line,
    '',
  );
  const clean = joined.replace(/(?<=[^ -~])\s+|\s+(?=[^ -~])/g, '');
  if (!sure) left.push(...title);
  return {
    ...found,
    series,
    number: numbered ? Number(numbered[2]) : null,
    title: sure ? clean : null,
    titlePrinted: sure && printed !== clean ? printed : null,
    left,
    length: next,
  };
}

/** Takes a line that says by itself what it is. */
function take(
  text: string,
  found: { office: string | null; date: string | null; docNumber: string | null; signer: string | null },
): boolean {
  const plain = halfWidth(text);
  const dated = DATE.exec(plain);
  const day = dated && iso(dated[2]!, dated[3]!, dated[4]!);
  if (day && (dated[1] === '' || OFFICE.test(dated[1]!.replace(/\s+/g, '')))) {
    found.date ??= day;
    found.office ??= dated[1]!.replace(/\s+/g, '') || null;
  } else if (OFFICE.test(text.replace(/\s+/g, ''))) found.office ??= text.replace(/\s+/g, '');
  else if (DOCUMENT.test(text)) found.docNumber ??= text.replace(/\s+/g, '');
  else if (SIGNER.test(text)) found.signer ??= SIGNER.exec(text)![1]!;
  else return false;
  return true;
}

/** `2021`, `1`, `25` to `2021-01-25`; undefined for no day of the calendar. */
export function iso(year: string, month: string, day: string): string | undefined {
  return isDay(Number(year), Number(month), Number(day))
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined;
}
