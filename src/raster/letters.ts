/** Code points of an OpenType font's Unicode `cmap` (format 12, which every font with rare Chinese letters has). */
export function covered(font: Buffer): Set<number> {
  const table = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  );
  if (table === undefined) throw new Error('the font has no cmap');
  const cmap = font.readUInt32BE(table + 8);
  const encodings = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, i) => cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4),
  );
  const start = encodings.find((at) => font.readUInt16BE(at) === 12);
  if (start === undefined) throw new Error('the font’s cmap has no format 12');
  const points = new Set<number>();
  for (let i = 0, at = start + 16; i < font.readUInt32BE(start + 12); i++, at += 12) {
    const [first, last, glyph] = [font.readUInt32BE(at), font.readUInt32BE(at + 4), font.readUInt32BE(at + 8)];
    // Glyph 0 is the box that stands for a letter the font has not.
    for (let point = first; point <= last; point++) if (glyph + point - first > 0) points.add(point);
  }
  return points;
}

/** The words of an SVG that are drawn: neither its title nor its description. */
const drawn = /<(title|desc)>[^<]*<\/\1>|>([^<]+)</g;

/** Each letter once, in the order of code points. */
export function lettersOf(svg: string): string[] {
  const words = [...svg.matchAll(drawn)].map(([, , text = '']) => text).join('');
  return [...new Set(decoded(words))]
    .filter((letter) => letter !== '\n')
    .sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const decoded = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/**
 * The SVG in letters of the font. ₂ and its like, which Chinese fonts lack, are drawn as the letter they lower or raise
 * (PM₂.₅ as PM2.5); any other missing letter would be an empty box, which resvg draws without a word.
 */
export function drawable(svg: string, letters: ReadonlySet<number>): string {
  const missing = lettersOf(svg).filter((letter) => !letters.has(letter.codePointAt(0)!));
  if (missing.length === 0) return svg;
  const plain = new Map(missing.map((letter) => [letter, SCRIPT.test(letter) ? letter.normalize('NFKC') : '']));
  const unknown = missing.filter((letter) => ![...plain.get(letter)!].some((one) => letters.has(one.codePointAt(0)!)));
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
