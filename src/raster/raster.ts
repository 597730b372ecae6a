import { createHash } from 'node:crypto';
import type { Picture } from '../publication/file.ts';
import { draw, RENDERER } from './draw.ts';
import { drawable } from './letters.ts';
import { skia } from './skia.ts';

/** The PNG of a picture. Its bytes depend on the picture's own SVG and scale alone. */
export async function pngOf({ svg, scale }: Picture): Promise<Buffer> {
  const loaded = await skia();
  const has = (letter: string): boolean => loaded.regular.glyph(letter).id > 0 && loaded.bold.glyph(letter).id > 0;
  return draw(loaded, drawable(svg, has), scale);
}

const renderer = createHash('sha256').update(RENDERER).digest('hex');

/** SHA-256 of all that decides a picture's PNG, hexadecimal. */
export const keyOf = ({ svg, scale }: Picture): string =>
  createHash('sha256').update([renderer, scale, svg].join('\n')).digest('hex');
