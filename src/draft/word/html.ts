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
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  /** True where cells were merged: each part is given the text of the whole. */
  readonly merged: boolean;
}

export interface Word {
  readonly parts: readonly (Line | Table)[];
  readonly images: number;
  readonly footnotes: readonly string[];
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
    images: elementsIn(root).filter(({ tagName }) => tagName === 'img').length,
    footnotes: notes.flatMap((note) =>
      partsIn(note.children, { heading: 0, numbered: false }).map((part) => wordsOf(part).replace(/\s*↑$/, '')),
    ),
  };
}

/** Every element, in the order of the file. */
const elementsIn = (node: Root | Element): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' ? [child, ...elementsIn(child)] : []));

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
  return node.tagName === 'br' ? '\n' : node.children.map(textOf).join('');
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
  let merged = false;
  for (const [r, row] of rows.entries())
    for (const cell of childrenOf(row)) {
      const [across, down] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      const words = partsIn(cell.children, { heading: 0, numbered: false }).map(wordsOf).join(' ');
      place(grid, r, words, across, down);
      merged ||= across > 1 || down > 1;
    }
  // Cells are handed on with no gap, also where a row has fewer of its own than a merged one above reaches over.
  return { kind: 'table', rows: grid.map((row) => Array.from(row, (cell) => cell ?? '')), merged };
}

const childrenOf = (node: Element): Element[] => node.children.filter((child) => child.type === 'element');

const spanOf = ({ properties }: Element, name: 'colSpan' | 'rowSpan'): number => Number(properties[name] ?? 1);

/** Puts a cell into the first free place of its row, and its text into every place that it reaches over. */
function place(
  grid: readonly (string | undefined)[][],
  row: number,
  words: string,
  across: number,
  down: number,
): void {
  let column = 0;
  while (grid[row]![column] !== undefined) column += 1;
  for (const line of grid.slice(row, row + down)) for (let k = 0; k < across; k += 1) line[column + k] = words;
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
  return [{ kind: 'table', rows: parts.slice(i, end < 0 ? undefined : end).map(cells), merged: false }];
}
