/** A1, G7, AA12: Excel's name of a cell. `column` counts from 0, `row` from 1. */
export function address(column: number, row: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/**
 * Letters that take no room: Unicode's default ignorables (zero-width and direction marks, variation selectors, tags, Hangul
 * fillers, BOM) and the blank braille cell. The inside of a character class of a regular expression.
 */
export const IGNORED_CLASS = String.raw`\p{Default_Ignorable_Code_Point}\u2800`;

/** NBSP, typographic and full-width spaces: a reader sees a gap, so `97[NBSP]2` must not become 972. */
export const SPACES_CLASS = String.raw`\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;

/** Overrides of direction are not among them: they are refused. */
const INVISIBLE = new RegExp(String.raw`(?![\u202a-\u202e\u2066-\u2069])[${IGNORED_CLASS}]`, 'gu');
const SPACES = new RegExp(`[${SPACES_CLASS}]`, 'gu');

/** Left-to-right overrides and isolates can make a cell read otherwise than it is stored (Unicode TR #36 §3.5). */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Letters that never stand in a text by accident: tags, fillers and other blanks can hide words in it. */
export const HIDDEN =
  /[\u034f\u115f\u1160\u17b4\u17b5\u206a-\u206f\u2800\u3164\uffa0\ufff0-\ufff8\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/u;

/** What nearly every cell is made of: ASCII, Chinese letters and marks, none of them unseen and none a space. */
const PLAIN = /^[!-~“”\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Text without invisible letters and outer spaces; every kind of space is a plain one. */
export const visible = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();

export const hasInvisible = (text: string): boolean =>
  !PLAIN.test(text) && (text.search(INVISIBLE) >= 0 || text.search(SPACES) >= 0);

/** Full-width ASCII (U+FF01–FF5E) and its kin to the ASCII that a value is written in. */
export const halfWidth = (text: string): string => (FULL.test(text) ? text.replace(FULLS, toHalf) : text);

const FULL = /[\uff01-\uff5e﹪−]/;
const FULLS = new RegExp(FULL, 'g');
const KIN: Readonly<Record<string, string>> = { '﹪': '%', '−': '-' };
const toHalf = (letter: string): string => KIN[letter] ?? String.fromCharCode(letter.charCodeAt(0) - 0xfee0);

/** What stands in the form under which names are looked up. */
const LOOKED_UP = /^[\w.%\u4e00-\u9fff]*$/;

/** The form under which names and headings are looked up: no spaces, one kind of quotation mark and bracket. */
export const lookup = (text: string): string =>
  LOOKED_UP.test(text)
    ? text
    : halfWidth(visible(text))
        .replace(/\s+/g, '')
        .replace(/[“”„‟"'‘’「」『』﹁﹂＂]/g, '"')
        .replace(/[〔﹝［\[【〖]/g, '(')
        .replace(/[〕﹞］\]】〗]/g, ')');
