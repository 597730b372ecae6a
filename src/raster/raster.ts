import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Picture } from '../publication/file.ts';
import { draw, RENDERER } from './draw.ts';
import { drawable } from './letters.ts';
import { skia } from './skia.ts';
import { storeIn } from './store.ts';

/** Where PNGs are kept from one run to the next. */
const CACHE = join(import.meta.dirname, '../../.cache');

/**
 * Hands over the PNG of every picture, kept or drawn, and returns how many were drawn. The bytes depend on a picture's own SVG and
 * scale alone.
 * @param cache the folder in which PNGs are kept.
 */
export async function eachPng<P extends Picture>(
  pictures: readonly P[],
  cache: string,
  done: (png: Buffer, picture: P) => void,
): Promise<number> {
  const store = storeIn(cache);
  let drawn = 0;
  for (const [key, same] of Map.groupBy(pictures, keyOf)) {
    const kept = store.get(key);
    const png = kept ?? (await pngOf(same[0]!));
    if (!kept) {
      store.keep(key, png);
      drawn += 1;
    }
    for (const picture of same) done(png, picture);
  }
  return drawn;
}

/** One PNG, as the development server wants it. */
export async function rasterised(picture: Picture, cache = CACHE): Promise<Buffer> {
  let made: Buffer | undefined;
  await eachPng([picture], cache, (png) => {
    made = png;
  });
  return made!;
}

async function pngOf({ svg, scale }: Picture): Promise<Buffer> {
  const loaded = await skia();
  const has = (letter: string): boolean => loaded.regular.glyph(letter).id > 0 && loaded.bold.glyph(letter).id > 0;
  return draw(loaded, drawable(svg, has), scale);
}

const keyOf = ({ svg, scale }: Picture): string =>
  createHash('sha256').update([RENDERER, scale, svg].join('\n')).digest('hex');
