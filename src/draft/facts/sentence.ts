const ENDS = /[。！？!?\n]/;
const CLAUSE_ENDS = /[，,。；;！？!?：:（(\n]/;

/** The sentence around a position, from the last 。 to the next; 截止 at its head dates all of it, over every ；. */
export const sentenceAt = (text: string, at: number): { start: number; text: string } => between(text, at, ENDS);

/** The clause around a position, between two commas. */
export const clauseAt = (text: string, at: number): { start: number; text: string } => between(text, at, CLAUSE_ENDS);

function between(text: string, at: number, ends: RegExp): { start: number; text: string } {
  let [start, end] = [at, at];
  while (start > 0 && !ends.test(text[start - 1]!)) start -= 1;
  while (end < text.length && !ends.test(text[end]!)) end += 1;
  return { start, text: text.slice(start, end) };
}
