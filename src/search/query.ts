import { tokensOf } from './token.ts';

/** What a reader asks for: parts of sentences, all of which a sentence must hold. */
export interface Query {
  /** As typed, without outer spaces. */
  readonly text: string;
  /** The words of each part, in their order. */
  readonly parts: readonly (readonly string[])[];
}

/** Parts are divided by spaces; signs between words (“”、) do not count. */
export function queryOf(typed: string): Query {
  const text = typed.trim();
  const parts = text.split(/\s+/u).map((part) => tokensOf(part).map(({ word }) => word));
  return { text, parts: parts.filter((words) => words.length > 0) };
}

/** The same by words of the language, for what stands nowhere as a whole. Null where there are not several, or where the browser knows none. */
export function byWords({ text }: Query): Query | null {
  if (typeof Intl.Segmenter !== 'function') return null;
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)].filter(
    ({ isWordLike }) => isWordLike,
  );
  const query = queryOf(words.map(({ segment }) => segment).join(' '));
  return query.parts.length > 1 ? { ...query, text } : null;
}

/** A word as the index has it: Pagefind would take 97.2 for three words, 97, 2 and 972. */
export const indexed = (word: string): string => word.replace('.', 'x');

/** A part as Pagefind is asked for it: its words in their order without a gap. */
export const phraseOf = (words: readonly string[]): string => `"${words.map(indexed).join(' ')}"`;
