import type { CanvasKit, Font } from 'canvaskit-wasm';

/** One weight of a font. */
export interface Face {
  /** The glyph of a letter, 0 for a letter that the font lacks, and how far the next one stands from it, in em. */
  readonly glyph: (letter: string) => Glyph;
  readonly sized: (size: number) => Font;
}

interface Glyph {
  readonly id: number;
  readonly advance: number;
}

/** Units of its em, in which an OpenType font with PostScript outlines gives its widths. */
const EM = 1000;

export function faceOf(kit: CanvasKit, bytes: Buffer): Face {
  const typeface = kit.Typeface.MakeTypefaceFromData(new Uint8Array(bytes).buffer);
  if (!typeface) throw new Error('the font cannot be read');
  const fonts = new Map<number, Font>();
  const glyphs = new Map<string, Glyph>();
  const sized = (size: number): Font => {
    const known = fonts.get(size);
    if (known) return known;
    const font = new kit.Font(typeface, size);
    // Letters stand where the drawing sets them, and keep their shapes at every size.
    font.setSubpixel(true);
    font.setLinearMetrics(true);
    font.setHinting(kit.FontHinting.None);
    font.setEdging(kit.FontEdging.AntiAlias);
    fonts.set(size, font);
    return font;
  };
  const glyph = (letter: string): Glyph => {
    const known = glyphs.get(letter);
    if (known) return known;
    const ids = sized(EM).getGlyphIDs(letter);
    const found = { id: ids[0] ?? 0, advance: (sized(EM).getGlyphWidths(ids)[0] ?? 0) / EM };
    glyphs.set(letter, found);
    return found;
  };
  return { glyph, sized };
}
