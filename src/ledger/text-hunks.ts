import { HEADING, PLACED, WORDS } from '../domain/correction.ts';
import { similarity } from '../domain/conflict.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import { aligned, type Gap } from './aligned.ts';

/** A paragraph, heading or chart tag of a text, as it is written. */
export interface Passage {
  readonly text: string;
  /** 列 of a correction that changes it. */
  readonly column: typeof WORDS | typeof HEADING | typeof PLACED;
  readonly place: string;
  readonly line: number;
}

/** From the first letter to before the last. */
interface Span {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** Words that changed: null where a whole passage was added or taken away. */
export interface Hunk {
  readonly then: Span | null;
  readonly now: Span | null;
}

/** The passages of a text below its front matter; blank lines between them say nothing. */
export function passagesOf(body: string, blocks: readonly Block[]): Passage[] {
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const passages: Passage[] = [];
  let place = '引言';
  for (let from = 0; from < lines.length; from += 1) {
    if (lines[from]!.trim() === '') continue;
    let to = from;
    while (to + 1 < lines.length && lines[to + 1]!.trim() !== '') to += 1;
    const inside = blocks.filter(({ line }) => line > from && line <= to + 1);
    place = inside[0]?.place ?? place;
    const text = lines.slice(from, to + 1).join('\n');
    passages.push({ text, column: columnOf(text), place, line: from + 1 });
    from = to;
  }
  return passages;
}

function columnOf(text: string): Passage['column'] {
  if (text.startsWith('#')) return HEADING;
  return text.startsWith('<') ? PLACED : WORDS;
}

/** Every change between two texts. */
export const hunksOf = (then: readonly Passage[], now: readonly Passage[]): Hunk[] =>
  aligned(
    then.map(({ text }) => text),
    now.map(({ text }) => text),
  ).flatMap(({ was, is }) => gapHunks(then.slice(was.start, was.end), now.slice(is.start, is.end)));

/** How alike passages are of which one was made of the other. */
const ALIKE = 0.4;

function gapHunks(then: readonly Passage[], now: readonly Passage[]): Hunk[] {
  let from = 0;
  const hunks: Hunk[] = [];
  for (const was of then) {
    const at = now.findIndex(
      (is, i) =>
        i >= from && is.column === was.column && (then.length === now.length || similarity(is.text, was.text) >= ALIKE),
    );
    if (at < 0) hunks.push({ then: whole(was), now: null });
    else {
      hunks.push(...now.slice(from, at).map((is) => ({ then: null, now: whole(is) })), ...wordHunks(was, now[at]!));
      from = at + 1;
    }
  }
  return [...hunks, ...now.slice(from).map((is) => ({ then: null, now: whole(is) }))];
}

const whole = (passage: Passage): Span => ({ passage, start: 0, end: passage.text.length });

/** Numbers, words of other scripts and runs of spaces are not taken apart. */
const TOKEN = /\d+(?:[.,]\d+)*|[A-Za-z]+|\s+|[^]/gu;

/** Letters that stay between two changes that are told as one. */
const NEAR = 3;

function wordHunks(then: Passage, now: Passage): Hunk[] {
  const [a, b] = [then.text.match(TOKEN) ?? [], now.text.match(TOKEN) ?? []];
  const [x, y] = [offsetsOf(a), offsetsOf(b)];
  return together(aligned(a, b)).map(({ was, is }) => ({
    then: { passage: then, start: x[was.start]!, end: x[was.end]! },
    now: { passage: now, start: y[is.start]!, end: y[is.end]! },
  }));
}

function offsetsOf(tokens: readonly string[]): number[] {
  const offsets = [0];
  for (const token of tokens) offsets.push(offsets.at(-1)! + token.length);
  return offsets;
}

function together(gaps: readonly Gap[]): Gap[] {
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    if (last && gap.was.start - last.was.end <= NEAR)
      joined.splice(-1, 1, {
        was: { start: last.was.start, end: gap.was.end },
        is: { start: last.is.start, end: gap.is.end },
      });
    else joined.push(gap);
  }
  return joined;
}
