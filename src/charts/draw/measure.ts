import { letters, words } from '../../wording/line-break.ts';

/** Advance of the widest common system font (DejaVu Sans, San Francisco), in em: a label may be narrower, never wider. */
const ADVANCE: Readonly<Record<string, number>> = {
  '%': 0.95,
  ' ': 0.34,
  '.': 0.34,
  ',': 0.34,
  ':': 0.36,
  '+': 0.84,
  '−': 0.84,
  '-': 0.42,
  '(': 0.42,
  ')': 0.42,
  '/': 0.4,
};
const CAPITAL = 0.74;
const LETTER = 0.64;
const BOLDER = 1.1;
/** An eighth of an em that a viewer may set between Chinese and Latin (`text-autospace: normal`); pages do not, since links' lines would run through it. */
const AUTOSPACE = 0.125;

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6“”‘’…—·]|[\u{20000}-\u{3ffff}]/u;
const IDEOGRAPH = /\p{Script=Han}/u;
const ALPHANUMERIC = /[\p{L}\p{N}%]/u;

interface Letter {
  /** Whether it is as wide as a Chinese letter, in bold too. */
  readonly wide: boolean;
  readonly em: number;
  readonly blank: boolean;
  readonly ideograph: boolean;
  readonly alphanumeric: boolean;
}

/** Each letter is looked at once: the same few thousand make up all labels. */
const LETTERS = new Map<string, Letter>();

function letterOf(letter: string): Letter {
  const known = LETTERS.get(letter);
  if (known) return known;
  const wide = WIDE.test(letter);
  const em = wide ? 1 : (ADVANCE[letter] ?? (/[A-Z]/.test(letter) ? CAPITAL : LETTER));
  const looked = {
    wide,
    em,
    blank: /\s/.test(letter),
    ideograph: IDEOGRAPH.test(letter),
    alphanumeric: ALPHANUMERIC.test(letter),
  };
  LETTERS.set(letter, looked);
  return looked;
}

/** How far a line reaches, in em. */
interface Reach {
  readonly em: number;
  /** Without the spaces at its end. */
  readonly closed: number;
  readonly last: Letter | undefined;
}

const START: Reach = { em: 0, closed: 0, last: undefined };

/** A line with more behind it. */
function further({ em, closed, last }: Reach, text: string, weight: number): Reach {
  const bolder = weight >= 600 ? BOLDER : 1;
  for (const each of text) {
    const letter = letterOf(each);
    em += letter.wide ? 1 : letter.em * bolder;
    if (last && meets(last, letter)) em += AUTOSPACE;
    if (!letter.blank) closed = em;
    last = letter;
  }
  return { em, closed, last };
}

/** Width in px of one line. Conservative: no font is read, since the reader's is unknown. */
export const measure = (text: string, size: number, weight = 400): number => further(START, text, weight).em * size;

const meets = (a: Letter, b: Letter): boolean => a.ideograph !== b.ideograph && a.alphanumeric && b.alphanumeric;

/** A label's or title's lines, no wider than `width` and of even length, that break between words. */
export function wrap(text: string, width: number, size: number, weight = 400): string[] {
  const total = measure(text, size, weight);
  if (total <= width) return [text];
  const pieces = fitting(words(text), width, size, weight);
  const lines = fill(pieces, width, size, weight);
  for (let even = total / lines.length; even < width; even += size / 2) {
    const balanced = fill(pieces, even, size, weight);
    if (balanced.length <= lines.length && balanced.every((line) => measure(line, size, weight) <= width))
      return balanced;
  }
  return lines;
}

/** Full lines, as running text is set. It may hold anything, an address too: what is wider than a line is parted where it must be. */
export const flow = (text: string, width: number, size: number, weight = 400): string[] =>
  flowing(text, size, weight)(width);

/** The same for several widths: the text is taken apart once. */
export function flowing(text: string, size: number, weight = 400): (width: number) => string[] {
  const pieces = letters(text).map((piece) => ({ piece, wide: measure(piece, size, weight) }));
  return (width) =>
    fill(
      pieces.flatMap(({ piece, wide }) => (wide > width ? [...piece] : [piece])),
      width,
      size,
      weight,
    );
}

/** A word wider than a line is parted between letters, as running text is. */
const fitting = (pieces: readonly string[], width: number, size: number, weight: number): string[] =>
  pieces.flatMap((piece) => (measure(piece, size, weight) > width ? letters(piece) : [piece]));

function fill(pieces: readonly string[], width: number, size: number, weight: number): string[] {
  const lines: string[] = [];
  let [line, reach] = ['', START];
  for (const piece of pieces) {
    const longer = further(reach, piece, weight);
    if (line === '' || longer.closed * size <= width) [line, reach] = [line + piece, longer];
    else {
      lines.push(line);
      line = piece.trimStart();
      reach = further(START, line, weight);
    }
  }
  return [...lines, line].map((one) => one.trim()).filter((one) => one !== '');
}
