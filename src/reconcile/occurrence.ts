import type { Units } from '../domain/unit.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import type { Place } from '../ingest/problem/problem.ts';
import { figuresOf, type Figure } from './figure/figure.ts';
import { Numbering } from './figure/numbering.ts';

/** A number of the text where it stands. */
export interface Occurrence {
  readonly figure: Figure;
  readonly block: Block;
  /** Of its block in the text. */
  readonly index: number;
  /** Of the number among those of its block. */
  readonly turn: number;
  /** All numbers of its block. */
  readonly all: readonly Figure[];
}

/** Every number of the text in reading order; `names` hold digits that are no figures. */
export function occurrences(text: readonly Block[], names: readonly string[], units: Units): Occurrence[] {
  const numbering = new Numbering();
  return text.flatMap((block, index) => {
    const all = figuresOf(block.text, names, units, numbering);
    return all.map((figure, turn) => ({ figure, block, index, turn, all }));
  });
}

/** Its line in a file. */
export const placeIn = (file: string, { figure, block }: Occurrence): Place => ({
  file,
  line: block.line + (block.text.slice(0, figure.start).match(/\n/g)?.length ?? 0),
});

/** Where in its block the piece around it begins and ends, cut at these stops. */
export function spanOf({ figure: { start, end }, block: { text } }: Occurrence, stops: string): [number, number] {
  let [from, to] = [start, end];
  while (from > 0 && !stops.includes(text[from - 1]!)) from -= 1;
  while (to < text.length && !stops.includes(text[to]!)) to += 1;
  return [from, to];
}

export const CLAUSE = '，。；！？：,;!?:\n';
export const SENTENCE = '。！？!?\n';

/** The sentence around it as it is quoted: from the last full stop to the next, 。！？ or ；. */
export function sentenceOf(occurrence: Occurrence): string {
  const [from, to] = spanOf(occurrence, '。！？；\n');
  const { text } = occurrence.block;
  return text.slice(from, text[to] === undefined ? to : to + 1).trim();
}

/** What stands before it since the last comma or stop. */
export function clauseBefore(occurrence: Occurrence): string {
  const [from] = spanOf(occurrence, '，。；,;\n');
  return occurrence.block.text.slice(from, occurrence.figure.start);
}

export const textAfter = ({ figure, block }: Occurrence): string => block.text.slice(figure.end);

/** A few words around it, by which it can be told from others. */
export const contextOf = ({ figure, block }: Occurrence): string =>
  block.text
    .slice(Math.max(0, figure.start - 10), figure.end + 4)
    .replace(/\s+/g, ' ')
    .trim();

/** The same without the numbers beside it, so that it holds this one alone. */
export function snippetOf({ figure, block, all, turn }: Occurrence): string {
  const from = Math.max(0, figure.start - 10, all[turn - 1]?.end ?? 0);
  const to = Math.min(block.text.length, figure.end + 4, all[turn + 1]?.start ?? block.text.length);
  return block.text
    .slice(from, to)
    .replace(/\s+/g, ' ')
    .replace(/^[，。；、：\s]{1,4}|[，。；、：\s]{1,4}$/g, '');
}

/** Whether marks of the text divide it: `9**7.2%**`. */
export const isSplit = ({ figure: { start, end, text }, block }: Occurrence): boolean =>
  block.seams.some((seam) => seam > start && seam < end - (text.length - text.trimEnd().length));
