import { beginsImprint, imprint, type Imprint } from './imprint.ts';
import type { Line, Table, Word } from './html.ts';
import { masthead, type Masthead } from './masthead.ts';

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
const TABLE_HEADING = /^附\s*[表件]\s*\d*(?:[:：].*)?$/;
const RULE = /^[-—_*=─━]{3,}$/;
/** A heading is short and no sentence. */
const isTitle = (text: string): boolean => text.length <= 40 && !/[。；;！？]/.test(text);
const around = (a: string, b: string): string => `…${a.slice(-12)}⏎${b.slice(0, 12)}…`;

/** Lines and tables to masthead, text and tail. `isTable` tells the bulletin's tables from those that only lay out lines. */
export function outline({ parts }: Word, isTable: (t: Table) => boolean): Outline {
  const flat = parts
    .flatMap((p): (Line | Table)[] => (p.kind === 'table' && !isTable(p) && layout(p) ? lines(p) : [p]))
    .map(unmarked)
    .filter((p) => p.kind === 'table' || !RULE.test(p.text));
  const firstTable = flat.findIndex((p) => p.kind === 'table');
  const top = masthead(flat.slice(0, firstTable < 0 ? undefined : firstTable) as Line[]);
  const tail = flat.findIndex((p, i) => i >= top.length && p.kind === 'line' && beginsImprint(p.text));
  const body = flat.slice(top.length, tail < 0 ? undefined : tail);
  const rest = tail < 0 ? [] : flat.slice(tail);
  const found = {
    joined: [] as string[],
    alone: [] as string[],
    uneven: [] as string[],
    numbered: [] as string[],
    headings: [] as string[],
  };
  const items: Item[] = [];
  for (const p of body) {
    const item = p.kind === 'table' ? p : itemOf(p);
    const last = items.at(-1);
    if (item.kind === 'paragraph' && last?.kind === 'paragraph' && broken(last.text, item.text)) {
      found.joined.push(around(last.text, item.text));
      items[items.length - 1] = { ...last, text: `${last.text}${item.text}` };
      continue;
    }
    if (
      item.kind === 'paragraph' &&
      last?.kind === 'paragraph' &&
      SECTION.test(last.text) &&
      /^[^。]*。$/.test(last.text) &&
      !SECTION.test(item.text)
    )
      found.alone.push(around(last.text, item.text));
    if (p.kind === 'line' && p.numbered) found.numbered.push(p.text);
    if (
      p.kind === 'line' &&
      item.kind === 'paragraph' &&
      isTitle(p.text) &&
      !SECTION.test(p.text) &&
      !STOP.test(p.text)
    )
      found.headings.push(p.text);
    items.push(item);
  }
  const chapters = body.filter(
    (p): p is Line => p.kind === 'line' && itemOf(p).kind === 'chapter' && CHAPTER.test(p.text),
  );
  if (new Set(chapters.map((c) => c.heading)).size > 1) found.uneven.push(...chapters.map((c) => c.text));
  const tables = rest.filter((p) => p.kind === 'table');
  return {
    masthead: top,
    items: [...items, ...tables],
    imprint: imprint(rest.flatMap((p) => (p.kind === 'line' ? [p.text] : []))),
    ...found,
  };
}

function itemOf(line: Line): Item {
  const { text, heading } = line;
  if (CHAPTER.test(text) && isTitle(text)) return { kind: 'chapter', text };
  if (TABLE_HEADING.test(text) && isTitle(text)) return { kind: 'chapter', text };
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

/** Word files lay out masthead and tail in tables of one or two columns. */
const layout = (t: Table): boolean => t.rows.every((row) => new Set(row.filter(Boolean)).size <= 2);
const lines = (t: Table): Line[] =>
  t.rows
    .map((row): Line => ({
      kind: 'line',
      text: [...new Set(row.filter(Boolean))].join(' '),
      heading: 0,
      numbered: false,
    }))
    .filter((l) => l.text !== '');
