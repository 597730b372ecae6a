import { mentions, type Block, type Mention } from '../ingest/prose/blocks.ts';
import type { Place } from '../ingest/problem/problem.ts';

/** A number of the text where it stands. */
export interface Occurrence {
  readonly mention: Mention;
  readonly block: Block;
  /** Of its block in the text. */
  readonly index: number;
}

/** Every number of the text in reading order; `names` hold digits that are no figures. */
export const occurrences = (text: readonly Block[], names: readonly string[]): Occurrence[] =>
  text.flatMap((block, index) => mentions(block.text, names).map((mention) => ({ mention, block, index })));

/** Its line in a file. */
export const placeIn = (file: string, { mention, block }: Occurrence): Place => ({
  file,
  line: block.line + (block.text.slice(0, mention.start).match(/\n/g)?.length ?? 0),
});

/** The sentence around it: from the last full stop to the next, 。！？ or ；. */
export function sentenceOf({ mention: { start: at }, block: { text } }: Occurrence): string {
  const start = Math.max(...['。', '！', '？', '；', '\n'].map((stop) => text.lastIndexOf(stop, at))) + 1;
  const stop = text.slice(at).search(/[。！？；\n]/);
  return text.slice(start, stop < 0 ? text.length : at + stop + 1).trim();
}

/** What stands before it since the last comma or stop. */
export function clauseBefore({ mention, block }: Occurrence): string {
  const before = block.text.slice(0, mention.start);
  return before.slice(Math.max(...['，', '。', '；', ',', ';', '\n'].map((stop) => before.lastIndexOf(stop))) + 1);
}

export const textAfter = ({ mention, block }: Occurrence): string =>
  block.text.slice(mention.start + mention.text.length);

/** Whether marks of the text divide it: `9**7.2%**`. */
export const isSplit = ({ mention: { start, text }, block }: Occurrence): boolean =>
  block.seams.some((seam) => seam > start && seam < start + text.trimEnd().length);
