/** A1, G7, AA12: Excel's name of a cell. `column` counts from 0, `row` from 1. */
export function address(column: number, row: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Soft hyphen, Mongolian vowel separator, zero-width and direction marks, word joiner, variation selectors, BOM: they take no room. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]/g;

/** NBSP, typographic and full-width spaces: a reader sees a gap, so `97[NBSP]2` must not become 972. */
const SPACES = /[\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/** Left-to-right overrides and isolates can make a cell read otherwise than it is stored (Unicode TR #36 §3.5). */
export const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** Text without invisible letters and outer spaces; every kind of space is a plain one. */
export const visible = (text: string): string => text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();

export const hasInvisible = (text: string): boolean => text.search(INVISIBLE) >= 0 || text.search(SPACES) >= 0;

/** Full-width ASCII (U+FF01–FF5E) and its kin to the ASCII that a value is written in. */
export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/﹪/g, '%')
    .replace(/−/g, '-');

/** The form under which names and headings are looked up: no spaces, one kind of quotation mark and bracket. */
export const lookup = (text: string): string =>
  halfWidth(visible(text))
    .replace(/\s+/g, '')
    .replace(/[“”„‟"'‘’「」『』﹁﹂＂]/g, '"')
    .replace(/[〔﹝［\[【〖]/g, '(')
    .replace(/[〕﹞］\]】〗]/g, ')');
