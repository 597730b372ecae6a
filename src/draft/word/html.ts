import type { Element, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visible } from '../../ingest/text/letters.ts';

/** A line of a Word file: a paragraph, or a piece of one between two line breaks. */
export interface Line {
  readonly kind: 'line';
  readonly text: string;
  /** Level of Word's heading style; 0 for none. */
  readonly heading: number;
  /** True where Word numbered the paragraph itself: the number is not in its text. */
  readonly numbered: boolean;
  /** True for a line that looks like a heading and is none. */
  readonly plain?: boolean;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** Row and column of the cells that a merged one reaches over: each is given the text of the whole. */
  readonly copies: readonly (readonly [row: number, column: number])[];
}

export interface Word {
  readonly parts: readonly (Line | Table)[];
  readonly images: number;
  readonly footnotes: readonly string[];
  /** Words that are struck out. */
  readonly struck?: readonly string[];
  /** Raised and lowered digits with what stands before them: `10⁴`. */
  readonly raised?: readonly string[];
  /** What of the file's words the conversion leaves out. */
  readonly unseen?: readonly string[];
  /** Paragraphs whose number Word had counted, with that number in front. */
  readonly counted?: readonly string[];
}

type Part = Line | Table;

/** What surrounds a run of text: the heading it stands in, and whether in a list. */
interface Surroundings {
  readonly heading: number;
  readonly numbered: boolean;
}

const HEADING = /^h([1-6])$/;
const BLOCKS = new Set(['p', 'ol', 'ul', 'li', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/**
 * The HTML that mammoth makes of a Word file (https://github.com/mwilliamson/mammoth.js#supported-features) to its
 * lines and tables in order.
 */
export function readWord(html: string): Word {
  const root = fromHtml(html, { fragment: true });
  const parts = partsIn(root.children, { heading: 0, numbered: false });
  const notes = elementsIn(root).filter(isNote);
  return {
    parts: parts.flatMap((part, i) => tabbed(parts, part, i)),
    struck: elementsIn(root)
      .filter(({ tagName }) => STRUCK.has(tagName))
      .map((struck) => struck.children.map(textOf).join('')),
    raised: raisedIn(root),
    images: elementsIn(root).filter(({ tagName }) => tagName === 'img').length,
    footnotes: notes.flatMap((note) =>
      partsIn(note.children, { heading: 0, numbered: false }).map((part) => wordsOf(part).replace(/\s*↑$/, '')),
    ),
  };
}

/** Every element, in the order of the file. */
const elementsIn = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));

/** Of the notes' marks none. */
const raisedIn = (root: Root): string[] =>
  elementsIn(root).flatMap((parent) =>
    parent.children.flatMap((child, i) => {
      const text = child.type === 'element' && /^su[bp]$/.test(child.tagName) ? textOf(child) : '';
      const before = parent.children.slice(0, i).map(textOf).join('');
      return /[⁰-⁹¹²³₀-₉]/.test(text) ? [`${before.slice(-6)}${text}`] : [];
    }),
  );

/** Footnotes and endnotes stand in a list of their own at the end. */
const isNote = ({ tagName, properties }: Element): boolean =>
  tagName === 'li' && /^(?:foot|end)note-/.test(String(properties['id']));

/** The mark in the text that leads to a note, and is no digit of it. */
const isNoteMark = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && /^#(?:foot|end)note-\d/.test(String(properties['href']));

/** Text that no element sets apart is a line of what surrounds it. */
function partsIn(nodes: readonly RootContent[], around: Surroundings): Part[] {
  const parts: Part[] = [];
  let text = '';
  for (const node of nodes) {
    if (node.type === 'element' && BLOCKS.has(node.tagName)) {
      parts.push(...linesIn(text, around), ...partsOfBlock(node, around));
      text = '';
    } else text += textOf(node);
  }
  return [...parts, ...linesIn(text, around)];
}

function partsOfBlock(block: Element, around: Surroundings): Part[] {
  if (block.tagName === 'table') return [tableOf(block)];
  if (isNote(block)) return [];
  const heading = Number(HEADING.exec(block.tagName)?.[1] ?? 0);
  return partsIn(block.children, { heading, numbered: around.numbered || /^[ou]l$/.test(block.tagName) });
}

function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || isNoteMark(node)) return '';
  if (node.tagName === 'br') return '\n';
  // Struck out is withdrawn: it is listed, and never joined to what stands beside it.
  if (STRUCK.has(node.tagName)) return '';
  const text = node.children.map(textOf).join('');
  return raised(node.tagName, text);
}

const STRUCK = new Set(['s', 'del', 'strike']);
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** 10<sup>4</sup> to 10⁴: a raised digit is none of the number before it. */
function raised(tagName: string, text: string): string {
  const digits = { sup: RAISED, sub: LOWERED }[tagName];
  return digits === undefined ? text : text.replace(/[0-9]/g, (d) => digits[Number(d)]!);
}

const linesIn = (text: string, { heading, numbered }: Surroundings): Line[] =>
  text
    .split('\n')
    .map(visible)
    .filter(Boolean)
    .map((line) => ({ kind: 'line', text: line, heading, numbered }));

/** A table in a cell is read as the text of that cell. */
const wordsOf = (part: Part): string => (part.kind === 'line' ? part.text : part.rows.flat().join(' '));

function tableOf(table: Element): Table {
  const rows = childrenOf(table).flatMap((part) => (part.tagName === 'tr' ? [part] : childrenOf(part)));
  const grid: (string | undefined)[][] = rows.map(() => []);
  const copies: [number, number][] = [];
  for (const [r, row] of rows.entries())
    for (const cell of childrenOf(row)) {
      const [across, down] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      const words = partsIn(cell.children, { heading: 0, numbered: false }).map(wordsOf).join(' ');
      copies.push(...place(grid, r, words, across, down));
    }
  // Cells are handed on with no gap, also where a row has fewer of its own than a merged one above reaches over.
  return { kind: 'table', rows: grid.map((row) => Array.from(row, (cell) => cell ?? '')), copies };
}

const childrenOf = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');

const spanOf = ({ properties }: Element, name: 'colSpan' | 'rowSpan'): number => Number(properties[name] ?? 1);

/** Puts a cell into the first free place of its row, and its text into every place that it reaches over: these are returned. */
function place(
  grid: readonly (string | undefined)[][],
  row: number,
  words: string,
  across: number,
  down: number,
): [number, number][] {
  let column = 0;
  while (grid[row]![column] !== undefined) column += 1;
  const over = grid
    .slice(row, row + down)
    .flatMap((_line, i) => Array.from({ length: across }, (_, k): [number, number] => [row + i, column + k]));
  for (const [r, c] of over) grid[r]![c] = words;
  return over.slice(1);
}

const cells = (p: Part | undefined): string[] => (p?.kind === 'line' ? p.text.split('\t').map((c) => c.trim()) : []);
const isRow = (p: Part | undefined): boolean => cells(p).length >= 3;

/** Lines of three cells or more, divided by tabs, are a table that was pasted as text; any other tab is a space. */
function tabbed(parts: readonly Part[], p: Part, i: number): Part[] {
  if (p.kind === 'table') return [p];
  const alone = !isRow(parts[i - 1]) && !isRow(parts[i + 1]);
  if (!isRow(p) || alone) return [{ ...p, text: p.text.replace(/\t+/g, ' ') }];
  if (isRow(parts[i - 1])) return [];
  const end = parts.findIndex((q, k) => k > i && !isRow(q));
  return [{ kind: 'table', rows: parts.slice(i, end < 0 ? undefined : end).map(cells), copies: [] }];
}
