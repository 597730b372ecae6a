import { unescaped } from './svg.ts';

/** The words of an SVG that are drawn: neither its title nor its description. */
const drawn = /<(title|desc)>[^<]*<\/\1>|>([^<]+)</g;

/** Each letter once, in the order of code points. */
export function lettersOf(svg: string): string[] {
  const words = [...svg.matchAll(drawn)].map(([, , text = '']) => text).join('');
  return [...new Set(unescaped(words))]
    .filter((letter) => letter !== '\n')
    .sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}

/**
 * The SVG in letters of the font. ₂ and its like, which Chinese fonts lack, are drawn as the letter they lower or raise
 * (PM₂.₅ as PM2.5); any other missing letter would be an empty box.
 */
export function drawable(svg: string, has: (letter: string) => boolean): string {
  const missing = lettersOf(svg).filter((letter) => !has(letter));
  if (missing.length === 0) return svg;
  const plain = new Map(missing.map((letter) => [letter, SCRIPT.test(letter) ? letter.normalize('NFKC') : '']));
  const unknown = missing.filter((letter) => ![...plain.get(letter)!].some(has));
  if (unknown.length > 0) {
    const title = /<title>([^<]*)/.exec(svg)?.[1] ?? svg.slice(0, 80);
    const names = unknown.map((letter) => `“${letter}”（${codePoint(letter)}）`).join('、');
    throw new Error(`图片所用的字体里没有${names}，图是“${title}”；请在数据里换一个写法`);
  }
  return svg.replace(drawn, (whole) =>
    /^<(title|desc)>/.test(whole) ? whole : whole.replace(/./gu, (letter) => plain.get(letter) ?? letter),
  );
}

/** `U+4E00`. */
const codePoint = (letter: string): string => `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Superscripts and subscripts. */
const SCRIPT = /[\u00b2\u00b3\u00b9\u2070-\u209c]/u;
