import { beginsImprint, imprint, type Imprint } from './imprint.ts';
import type { Line, Table, Word } from './html.ts';
import { isIssueNumber, masthead, type Masthead } from './masthead.ts';

/** A block of the text, or the place of a table. */
export type Item = { readonly kind: 'chapter' | 'section' | 'paragraph'; readonly text: string } | Table;

/** A bulletin's file taken apart, with the repairs that were made to its paragraphs. */
export interface Outline {
  readonly masthead: Masthead;
  readonly items: readonly Item[];
  readonly imprint: Imprint;
  /** Ends that were joined: `…单位的办事窗口整合⏎成 8 个综合…`. */
  readonly joined: readonly string[];
  /** Sections that are only their title's sentence, before a paragraph without a number. */
  readonly alone: readonly string[];
  /** Chapters that Word gave different levels. */
  readonly uneven: readonly string[];
  readonly numbered: readonly string[];
  readonly headings: readonly string[];
}

const CHAPTER = /^[一二三四五六七八九十]+[、.．]\s*\S/;
const SECTION = /^[（(][一二三四五六七八九十]+[)）]\s*\S/;
const STOP = /[。！？!?：:；;…”）)》]$/;
/** 附件1 alone, or with the title of the table that stands under it; 附件：1.…2.… is a list. */
const TABLE_HEADING = /^附\s*[表件]\s*\d*(?:[:：](?!\s*\d).*)?$/;
const ANNEXES = /^附\s*[表件]\s*[:：]/;
const LISTED = /^\d{1,2}\s*[.．、]/;
const RULE = /^[-—_*=─━]{3,}$/;
/** A heading is short and no sentence. */
const isTitle = (text: string): boolean => text.length <= 40 && !/[。；;！？]/.test(text);
const around = (a: string, b: string): string => `…${a.slice(-12)}⏎${b.slice(0, 12)}…`;

type Part = Line | Table;

/** Lines and tables to masthead, text and tail. `isTable` tells the bulletin's tables from those that only lay out lines. */
export function outline({ parts }: Word, isTable: (t: Table) => boolean): Outline {
  const flat = parts
    .flatMap((p): Part[] => (p.kind === 'table' && !isTable(p) && isLayout(p) ? lines(p) : [p]))
    .map(unmarked)
    .filter((p) => p.kind === 'table' || !RULE.test(p.text));
  const firstTable = flat.findIndex((p) => p.kind === 'table');
  const top = masthead(flat.slice(0, firstTable < 0 ? undefined : firstTable) as Line[]);
  const tail = flat.findIndex((p, i) => i >= top.length && p.kind === 'line' && beginsImprint(p.text));
  const body = flat.slice(top.length, tail < 0 ? undefined : tail).map(asHeading);
  const rest = tail < 0 ? [] : flat.slice(tail);
  const { items, joined, alone, continued } = itemsOf(body);
  const written = body.filter((p): p is Line => p.kind === 'line' && !continued.has(p));
  return {
    masthead: top,
    items: [...items, ...rest.filter((p) => p.kind === 'table')],
    imprint: imprint(rest.flatMap((p) => (p.kind === 'line' ? [p.text] : []))),
    joined,
    alone,
    uneven: unevenChapters(written),
    numbered: written.filter((line) => line.numbered).map((line) => line.text),
    headings: written.filter((line) => mayBeHeading(line) && !isOfTable(line, body)).map((line) => line.text),
  };
}

/** The text's blocks, paragraphs that were broken made one again. */
function itemsOf(body: readonly Part[]): { items: Item[]; joined: string[]; alone: string[]; continued: Set<Part> } {
  const [items, joined, alone]: [Item[], string[], string[]] = [[], [], []];
  const continued = new Set<Part>();
  for (const part of body) {
    const item = part.kind === 'table' ? part : itemOf(part);
    const last = items.at(-1);
    if (item.kind !== 'paragraph' || last?.kind !== 'paragraph') items.push(item);
    else if (broken(last.text, item.text)) {
      joined.push(around(last.text, item.text));
      items[items.length - 1] = { ...last, text: `${last.text}${item.text}` };
      continued.add(part);
    } else {
      if (standsAlone(last.text) && !SECTION.test(item.text)) alone.push(around(last.text, item.text));
      items.push(item);
    }
  }
  return { items, joined, alone, continued };
}

/** 附件：… names an annex that stands elsewhere, unless its table follows. */
function asHeading(part: Part, i: number, body: readonly Part[]): Part {
  if (part.kind === 'table' || !ANNEXES.test(part.text)) return part;
  const isAbove = body.slice(i + 1, i + 3).some((next) => next.kind === 'table');
  return isAbove && !body.slice(i + 1, i + 3).some((next) => next.kind === 'line' && TABLE_HEADING.test(next.text))
    ? part
    : { ...part, plain: true };
}

/** The title of the table below it, or a line of a list of annexes. */
function isOfTable(line: Line, body: readonly Part[]): boolean {
  const at = body.indexOf(line);
  if (body[at + 1]?.kind === 'table') return true;
  if (ANNEXES.test(line.text)) return true;
  if (!LISTED.test(line.text)) return false;
  let first = at;
  while (first > 0 && isListed(body[first - 1]!)) first -= 1;
  const head = body[first - 1];
  return head?.kind === 'line' && ANNEXES.test(head.text);
}

const isListed = (part: Part): boolean => part.kind === 'line' && LISTED.test(part.text);

/** A section that is only its title's sentence. */
const standsAlone = (text: string): boolean => SECTION.test(text) && /^[^。]*。$/.test(text);

/** A line like a heading that no mark says to be one. */
const mayBeHeading = (line: Line): boolean =>
  itemOf(line).kind === 'paragraph' && isTitle(line.text) && !SECTION.test(line.text) && !STOP.test(line.text);

/** Chapters of one text whose headings have different levels. */
function unevenChapters(written: readonly Line[]): string[] {
  const chapters = written.filter((line) => itemOf(line).kind === 'chapter' && CHAPTER.test(line.text));
  return new Set(chapters.map((c) => c.heading)).size > 1 ? chapters.map((c) => c.text) : [];
}

function itemOf(line: Line): Item {
  const { text, heading } = line;
  if (CHAPTER.test(text) && isTitle(text)) return { kind: 'chapter', text };
  if (TABLE_HEADING.test(text) && isTitle(text) && !line.plain) return { kind: 'chapter', text };
  if (SECTION.test(text)) return { kind: isTitle(text) ? 'section' : 'paragraph', text };
  return { kind: heading > 0 && isTitle(text) ? 'section' : 'paragraph', text };
}

/** A paragraph that stops in mid-sentence goes on in the next. */
const broken = (before: string, after: string): boolean =>
  !STOP.test(before) &&
  !SECTION.test(after) &&
  !CHAPTER.test(after) &&
  (/[，。；]/.test(before) || before.length > 40 || /^[，。；、]/.test(after));

/** Marks of Markdown in a file that was pasted from elsewhere. */
const unmarked = (p: Line | Table): Line | Table => {
  const marks = p.kind === 'line' ? /^(#{1,6})\s+/.exec(p.text) : null;
  return p.kind === 'line' && marks ? { ...p, text: p.text.slice(marks[0].length), heading: marks[1]!.length } : p;
};

/** Word files lay out masthead and tail in tables of one or two columns; a table of the bulletin's has more lines. */
const isLayout = ({ rows }: Table): boolean =>
  rows.every((row) => new Set(row.filter(Boolean)).size <= 2) &&
  (rows.length <= 2 || rows.some((row) => row.some((cell) => beginsImprint(cell) || isIssueNumber(cell))));
const lines = (t: Table): Line[] =>
  t.rows
    .map((row): Line => ({
      kind: 'line',
      text: [...new Set(row.filter(Boolean))].join(' '),
      heading: 0,
      numbered: false,
    }))
    .filter((l) => l.text !== '');
