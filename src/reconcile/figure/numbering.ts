/** What stands in the place of a letter that belongs to no figure. */
export const HIDDEN = '□';

/** Ways of numbering items, which begin a block or follow a stop. */
const STYLES: readonly RegExp[] = [
  /(?<=^|[。；;:！])(\s{0,4}\()(\d{1,2})\)/g,
  /(?<=^|[。；;:！])(\s{0,4})(\d{1,2})\)/g,
  /(?<=^|[。；;:！])(\s{0,4})(\d{1,2})(?:[、.．](?=(?:19|20)\d{2}\s?年|(?!\s{0,2}\d)))/g,
];
const CIRCLED = /(?<=^|[。；;:！，,])(\s{0,4})(\d{1,2})(?=\s{0,2}\p{Script=Han})/gu;
/** `1.1 总体情况`. */
const SECTION = /^\s{0,4}\d{1,2}(?:\.\d{1,2}){1,3}\s+(?=\p{Script=Han})/u;

/** The numbering of a text's items: each is the first, or one more than the last of its style; anything else is a figure. */
export class Numbering {
  private readonly last = new Map<RegExp, number>();

  /** A block, in the order of the text, with the numbers of its items hidden. @param singles offsets at which a number is one letter (①) */
  hide(text: string, singles: ReadonlySet<number>): string {
    let masked = text.replace(SECTION, (whole) => HIDDEN.repeat(whole.length));
    for (const style of STYLES)
      masked = masked.replace(style, (whole: string, _: string, digits: string) => this.hidden(style, whole, digits));
    if (singles.size === 0) return masked;
    return masked.replace(CIRCLED, (whole: string, space: string, digits: string, offset: number) =>
      singles.has(offset + space.length) ? this.hidden(CIRCLED, whole, digits) : whole,
    );
  }

  private hidden(style: RegExp, whole: string, digits: string): string {
    const value = Number(digits);
    if (value !== 1 && value !== (this.last.get(style) ?? 0) + 1) return whole;
    this.last.set(style, value);
    return HIDDEN.repeat(whole.length);
  }
}
