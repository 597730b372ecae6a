import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { Section } from '../../domain/issue.ts';
import { exactly, type Quantity } from '../../domain/quantity.ts';
import { BUILT_IN_UNITS, type Units } from '../../domain/unit.ts';
import { halfWidth } from '../text/letters.ts';
import { readQuantity } from '../value/quantity.ts';
import { unitAtEnd } from '../text/number.ts';

/** A heading, paragraph or list item of the text with the section it stands in. */
export interface Block {
  readonly place: string;
  readonly line: number;
  readonly text: string;
  /** Offsets in `text` at which its text nodes begin. */
  readonly seams: readonly number[];
  readonly nodes: readonly { value: string }[];
  /** The section this block opens, if it is a heading or a paragraph that begins like one. */
  readonly opens: Section | undefined;
}

/** A number of the text, as a reader would quote it: `70多项`, `1—2个`, `99.8%`. */
export interface Mention {
  readonly text: string;
  readonly start: number;
  readonly quantity: Quantity;
  /** Undefined where no known unit follows. */
  readonly unit: string | undefined;
}

const CHAPTER = /^([一二三四五六七八九十]+)[、.．]\s*(\S.*)$/;
const SECTION = /^[（(]([一二三四五六七八九十]+)[)）]\s*([^\s。].*?)(?:。|$)/;

/** The blocks of a text in reading order. `引言` is what stands before the first heading. */
export function blocks(tree: Root): Block[] {
  const found: Block[] = [];
  const outline = new Outline();
  let place = '引言';
  const walk = (node: RootContent): void => {
    if (node.type !== 'heading' && node.type !== 'paragraph') {
      if ('children' in node) for (const child of node.children) walk(child);
      return;
    }
    const { text, seams, nodes } = textOf(node);
    const opens = outline.open(node, text.trim());
    place = opens?.place ?? place;
    found.push({ place, line: node.position?.start.line ?? 1, text, seams, nodes, opens });
  };
  for (const node of tree.children) walk(node);
  return found;
}

function textOf(node: Heading | Paragraph): Pick<Block, 'text' | 'seams' | 'nodes'> {
  const nodes = leaves(node);
  const seams: number[] = [];
  let text = '';
  for (const leaf of nodes) {
    seams.push(text.length);
    text += leaf.value;
  }
  return { text, seams, nodes };
}

/** Where in the text's chapters and sections a reader of it has come. */
class Outline {
  private chapter = '';
  private unnumbered = 0;

  /** The section that a heading or a paragraph opens: chapters are numbered `一、`, sections `（一）`. */
  open(node: Heading | Paragraph, text: string): Section | undefined {
    const [, chapter, chapterTitle] = (node.type === 'heading' && CHAPTER.exec(text)) || [];
    if (chapter && chapterTitle) {
      this.chapter = chapter;
      return section(chapter, chapterTitle, 1);
    }
    const [, number, title] = SECTION.exec(text) ?? [];
    if (number && title) return section(`${this.chapter}(${number})`, title, 2);
    return node.type === 'heading' ? this.openUnnumbered(node, text) : undefined;
  }

  private openUnnumbered({ depth }: Heading, text: string): Section {
    if (depth <= 2) this.chapter = '';
    this.unnumbered += 1;
    return { place: text, title: text, depth: depth <= 2 ? 1 : 2, id: `h${this.unnumbered}` };
  }
}

const section = (place: string, title: string, depth: 1 | 2): Section => ({ place, title, depth, id: anchor(place) });

const NUMERALS = '〇一二三四五六七八九';

/** `二(十一)` to `s2-11`: an address within the page that can be typed. */
function anchor(place: string): string {
  const value = (han: string): number => {
    const [tens, ones] = han.includes('十') ? han.split('十') : ['', han];
    return (han.includes('十') ? NUMERALS.indexOf(tens || '一') * 10 : 0) + (ones ? NUMERALS.indexOf(ones) : 0);
  };
  return `s${place
    .split('(')
    .map((part) => (part ? value(part.replace(')', '')) : 0))
    .join('-')}`;
}

function leaves(node: RootContent): { value: string }[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [node];
  return 'children' in node ? node.children.flatMap((child) => leaves(child as RootContent)) : [];
}

/** `2020年`, `2018—2020年`; a month or day, or two of them. */
const DASH = '[—–~～至-]';
const YEARS = String.raw`(?:19|20)\d{2}\s*(?:${DASH}\s*(?:19|20)\d{2}\s*)?年`;
const TO_MONTH = String.raw`\d{1,2}\s*(?:${DASH}\s*\d{1,2}\s*)?`;

/** Dates, years, clock times, issue numbers and the numbering of headings and items: digits that are no figures. */
const NO_FIGURES: readonly RegExp[] = [
  new RegExp(`${YEARS}(?:\\s*${TO_MONTH}月(?:\\s*${TO_MONTH}日)?)?`, 'g'),
  /(?<![\d.])(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?![\d.])/g,
  /(?<![\d.])\d{1,2}\s*月\s*\d{1,2}\s*日/g,
  /(?<![\d.])\d{1,2}\s*月(?:份|底|初|末|中旬|上旬|下旬)/g,
  /(?<![\d.])\d{1,2}[:：]\d{2}(?!\d)/g,
  /第\s*\d+\s*期/g,
  /(?:^|(?<=[。；;：:]))\s*(?:[（(]\d{1,2}[)）]|\d{1,2}[)）、.．](?!\d))/g,
];

const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
/** What may stand before a number and qualify it; 最近, 附近 and the like end in 近 and qualify nothing. */
const QUALIFIERS = [
  ...['≥', '>=', '≤', '<=', '>', '<', '不低于', '不少于', '不小于', '至少', '不超过', '不高于', '不大于', '至多'],
  ...['超过', '高于', '大于', '不足', '不到', '低于', '小于', '少于', '大约', '约为', '约', '将近', '接近'],
  '(?<!最|附|就|靠|邻|临|远)近',
];
const BEFORE = String.raw`(?:(?:${QUALIFIERS.join('|')})\s*)?`;
const patterns = new WeakMap<Units, RegExp>();

/** A number with its qualifiers and unit, or a range. */
function numberIn(units: Units): RegExp {
  const unit = units.pattern;
  const pattern =
    patterns.get(units) ??
    new RegExp(
      `${BEFORE}(?<![\\d.])(?:(?<=^|[\\s(（为:,，])-)?${DIGITS}(?:\\s*%)?` +
        `(?:(?:\\s*(?:${unit}))?\\s*(?:—+|–|~|-|至|到)\\s*${DIGITS}(?:\\s*%)?)?` +
        `(?:\\s*(?:余|多(?!于)))?(?:\\s*(?:${unit}))?(?:\\s*(?:及以上|以上|及以下|以下|以内|左右|上下))?`,
      'g',
    );
  patterns.set(units, pattern);
  return pattern;
}

/** The figures of a block, in order. `names` are proper names that hold digits. */
export function mentions(text: string, names: readonly string[], units: Units = BUILT_IN_UNITS): Mention[] {
  let masked = halfWidth(text);
  const hide = (s: string): string => '□'.repeat(s.length);
  for (const name of [...names].sort((a, b) => b.length - a.length))
    masked = masked.split(halfWidth(name)).join(hide(name));
  for (const pattern of NO_FIGURES) masked = masked.replace(pattern, hide);
  return [...masked.matchAll(numberIn(units))].map((m) => {
    const written = m[0];
    const read = reading(written, units);
    return { text: text.slice(m.index, m.index + written.length), start: m.index, ...read };
  });
}

/** By the grammar of cells, so that a number means the same in the text and in a file. */
function reading(written: string, units: Units): { quantity: Quantity; unit: string | undefined } {
  const bare = written.replace(/(?:及以上|以上|及以下|以下|以内|左右|上下)$/, '').trim();
  const unit = unitAtEnd(bare, units)?.unit ?? unitAtEnd(/^.*?\d%/.exec(bare)?.[0] ?? '', units)?.unit;
  const read = readQuantity(written, unit ?? '项', units);
  if (read.kind === 'quantity') return { quantity: read.quantity, unit };
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(written)![0].replace(/,/g, '');
  return { quantity: exactly(digits), unit };
}
