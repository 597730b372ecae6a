import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { paragraphAnchor } from '../publication/address.ts';
import { closed } from '../wording/closed.ts';

/** A sentence of a bulletin's text. */
interface Sentence {
  readonly words: string;
  /** Of the section it stands in: `二(一)`. */
  readonly place: string;
  /** Of its heading or paragraph on the bulletin's page. */
  readonly anchor: string;
}

/** The sentences of a bulletin's text in their order; a heading is one. */
export const sentencesOf = ({ blocks }: Pick<ReconciledBulletin, 'blocks'>): Sentence[] =>
  blocks.flatMap(({ text, place, opens }, index) =>
    split(text).map((words) => ({ words, place, anchor: opens?.id ?? paragraphAnchor(index) })),
  );

/** At 。！？ with the marks that close behind them, and at the ends of lines. */
const SENTENCE = /[^。！？\n]+(?:[。！？]+[”’）」』]*)?/gu;

const split = (text: string): string[] =>
  [...text.matchAll(SENTENCE)].map(([words]) => closed(words.trim())).filter((words) => /[\p{L}\p{N}]/u.test(words));
