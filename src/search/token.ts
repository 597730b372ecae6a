/** A piece of a text that is searched for as a whole: a Chinese character, a number, or a word of another script. */
export interface Token {
  /** As it is compared: half-width, small letters, a number without its commas and without zeros behind its last decimal. */
  readonly word: string;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

const PIECE =
  /\p{Nd}+(?:[,，]\p{Nd}{3}(?!\p{Nd}))*(?:[.．]\p{Nd}+)?|\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+|\p{N}/gu;

/**
 * The tokens of a text in their order. Any part of a sentence is then a sequence of tokens without a gap, and a number is
 * found only by all its digits: 97.2 is no part of 197.25.
 */
export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(PIECE)].flatMap(({ 0: piece, index }) => {
    const whole = !/[,，]/u.test(piece) || THOUSANDS.test(piece);
    return whole ? [token(piece, index)] : divided(piece, index);
  });

/** 65,826 and 1,255,420, but not the list 2019,100. */
const THOUSANDS = /^\p{Nd}{1,3}(?:,\p{Nd}{3})+(?:[.．]\p{Nd}+)?$/u;

/** A comma that divides no thousands divides two numbers. */
const divided = (piece: string, index: number): Token[] =>
  [...piece.matchAll(/[^,，]+/gu)].map((part) => token(part[0], index + part.index));

const token = (piece: string, start: number): Token => ({
  word: plain(piece.normalize('NFKC').toLowerCase()),
  start,
  end: start + piece.length,
});

const plain = (piece: string): string => {
  const number = piece.replaceAll(',', '');
  return number.includes('.') ? number.replace(/0+$/, '').replace(/\.$/, '') : number;
};

/** Where in a text a sequence of words stands, each place once, from its first letter to behind its last. */
export function placesOf(words: readonly string[], text: string): [start: number, end: number][] {
  const tokens = tokensOf(text);
  const places: [number, number][] = [];
  for (let i = 0; i + words.length <= tokens.length; i += 1) {
    if (!words.every((word, k) => tokens[i + k]!.word === word)) continue;
    places.push([tokens[i]!.start, tokens[i + words.length - 1]!.end]);
    i += words.length - 1;
  }
  return places;
}
