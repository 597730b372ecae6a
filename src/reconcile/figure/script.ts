import { halfWidth, IGNORED_CLASS } from '../../ingest/text/letters.ts';
import { meant } from '../../ingest/value/look-alike.ts';

/** A text in plain letters: digits of every script as ASCII, letters that take no room left out. */
export interface Plain {
  readonly text: string;
  /** For each letter of `text` where in the original it begins; one more for the end. */
  readonly at: readonly number[];
  /** Offsets in `text` of numbers that are one letter in the original: ①, Ⅻ. */
  readonly singles: ReadonlySet<number>;
}

const IGNORED = new RegExp(`[${IGNORED_CLASS}]`, 'u');

/** First digits of the scripts whose digits Unicode lists from 0 to 9 (DerivedNumericType, Nd). */
const ZEROS = [
  ...[0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20],
  ...[0x1040, 0x17e0, 0x1810, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6],
];

/** Numbers that are one letter: circled, in brackets, with a full stop, Roman. `first` stands for `from`. */
const SINGLES: readonly { first: number; last: number; from: number }[] = [
  { first: 0x2460, last: 0x2473, from: 1 },
  { first: 0x2474, last: 0x2487, from: 1 },
  { first: 0x2488, last: 0x249b, from: 1 },
  { first: 0x24f5, last: 0x24fe, from: 1 },
  { first: 0x2776, last: 0x277f, from: 1 },
  { first: 0x2780, last: 0x2789, from: 1 },
  { first: 0x278a, last: 0x2793, from: 1 },
  { first: 0x3251, last: 0x325f, from: 21 },
  { first: 0x32b1, last: 0x32bf, from: 36 },
  { first: 0x2160, last: 0x216b, from: 1 },
  { first: 0x2170, last: 0x217b, from: 1 },
];

const SINGLE = /[\u2460-\u249b\u24f5-\u24fe\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\u2160-\u216b\u2170-\u217b]/;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The digits that a letter stands for; undefined for every other letter. */
function digitsOf(letter: string): string | undefined {
  const code = letter.codePointAt(0)!;
  if (code < 0x660) return undefined;
  const zero = ZEROS.find((z) => code >= z && code <= z + 9);
  if (zero !== undefined) return String(code - zero);
  const single = SINGLES.find(({ first, last }) => code >= first && code <= last);
  return single && String(code - single.first + single.from);
}

/** Half-width but for the comma of a sentence, which divides no thousands: 办理3，123件另办. */
const narrow = (text: string): string => text.replace(/[\uff01-\uff0b\uff0d-\uff5e﹪−]/g, halfWidth);

/** A raised digit: after a digit the exponent of a power, after a letter a part of a unit (m²), else a digit. */
function raised(letter: string, before: string): string {
  const digit = String(SUPERSCRIPTS.indexOf(letter));
  if (before === '') return digit;
  if (/[A-Za-zμ米]/.test(before)) return letter;
  return /\d/.test(before) ? `^${digit}` : digit;
}

const PLAIN_ALREADY = /^[\n\r\t -~\u3001-\u303f\u4e00-\u9fff“”‘’…—、，。；：？！（）《》％]*$/;

/** Classes are named in Roman numerals: Ⅲ类水质, Ⅰ—Ⅲ类. */
const CLASSES = /[Ⅰ-Ⅻⅰ-ⅻ](?:\s?(?:[—~至、和或-])\s?[Ⅰ-Ⅻⅰ-ⅻ]){0,9}\s?(?=[类级型等期度标])/g;

export function plain(written: string): Plain {
  if (PLAIN_ALREADY.test(written))
    return { text: narrow(written), at: [...Array(written.length + 1).keys()], singles: new Set() };
  return converted(written.replace(CLASSES, (classes) => '□'.repeat(classes.length)));
}

function converted(source: string): Plain {
  let text = '';
  const at: number[] = [];
  const singles = new Set<number>();
  let offset = 0;
  let inRaised = false;
  for (const letter of source) {
    const isRaised = SUPERSCRIPTS.includes(letter);
    const written: string = isRaised
      ? raised(letter, inRaised ? '' : (text.at(-1) ?? ''))
      : (digitsOf(letter) ?? (IGNORED.test(letter) ? '' : narrow(meant(letter))));
    if (SINGLE.test(letter)) singles.add(text.length);
    // A run of raised digits goes on as it began.
    inRaised = isRaised && written !== letter;
    for (let i = 0; i < written.length; i += 1) at.push(offset);
    text += written;
    offset += letter.length;
  }
  return { text, at: [...at, offset], singles };
}
