import type { CanvasKit, Font } from 'canvaskit-wasm';
import { placed, type Box } from './box.ts';

/** One weight of a font. */
export interface Face {
  readonly name: string;
  readonly glyph: (letter: string) => Glyph;
  readonly sized: (size: number) => Font;
}

/** In em. */
interface Glyph {
  /** 0 for a letter that the font lacks. */
  readonly id: number;
  /** How far the next one stands from it. */
  readonly advance: number;
  /** Around its ink, from where it stands. */
  readonly box: Box;
}

/** Units of its em, in which an OpenType font with PostScript outlines gives its widths. */
const EM = 1000;

export function faceOf(kit: CanvasKit, name: string, bytes: Buffer): Face {
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
    const [width = 0] = sized(EM).getGlyphWidths(ids);
    const [left = 0, top = 0, right = 0, bottom = 0] = sized(EM).getGlyphBounds(ids);
    const found = {
      id: ids[0] ?? 0,
      advance: width / EM,
      box: placed([left, top, right, bottom], { x: 0, y: 0, scale: 1 / EM }),
    };
    glyphs.set(letter, found);
    return found;
  };
  return { name, glyph, sized };
}
