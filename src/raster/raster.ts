import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Picture } from '../publication/file.ts';
import { RENDERER } from './draw.ts';
import { drawable } from './letters.ts';
import { drawAll } from './pool.ts';
import { skia } from './skia.ts';
import { storeIn } from './store.ts';

/** A picture and the file that its PNG becomes. */
export interface Print extends Picture {
  readonly write: string;
}

export interface RasterOptions {
  /** Where PNGs are kept from one run to the next. */
  readonly cache: string;
  readonly threads: number;
}

const OPTIONS: RasterOptions = {
  cache: join(import.meta.dirname, '../../.cache'),
  threads: availableParallelism(),
};

/** Writes all PNGs and says how many had to be drawn. The bytes depend on a picture's own SVG and scale alone. */
export const rasterise = (prints: readonly Print[], options: Partial<RasterOptions> = {}): Promise<number> =>
  pngsOf(prints, { ...OPTIONS, ...options }, (png, { write }) => {
    mkdirSync(dirname(write), { recursive: true });
    writeFileSync(write, png);
  });

/** One PNG, as the development server wants it. */
export async function rasterised(picture: Picture, options: Partial<RasterOptions> = {}): Promise<Buffer> {
  let made: Buffer | undefined;
  await pngsOf([picture], { ...OPTIONS, ...options, threads: 1 }, (png) => {
    made = png;
  });
  return made!;
}

/** Hands over each PNG, drawn in this very thread unless it is kept. */
export const eachPng = <P extends Picture>(
  pictures: readonly P[],
  cache: string,
  done: (png: Buffer, picture: P) => void,
): Promise<number> => pngsOf(pictures, { cache, threads: 1 }, done);

/** Hands over the PNG of every picture, kept or drawn, and returns how many were drawn. */
async function pngsOf<P extends Picture>(
  pictures: readonly P[],
  { cache, threads }: RasterOptions,
  done: (png: Buffer, picture: P) => void,
): Promise<number> {
  const store = storeIn(cache);
  const wanting = [...Map.groupBy(pictures, keyOf)].flatMap(([key, same]) => {
    const png = store.get(key);
    if (png) for (const picture of same) done(png, picture);
    return png ? [] : [{ key, same, ...same[0]! }];
  });
  if (wanting.length === 0) return 0;
  const { regular, bold } = await skia();
  const has = (letter: string): boolean => regular.glyph(letter).id > 0 && bold.glyph(letter).id > 0;
  const drawings = wanting.map(({ svg, scale }) => ({ svg: drawable(svg, has), scale }));
  await drawAll(drawings, threads, (png, i) => {
    const { key, same } = wanting[i]!;
    store.keep(key, png);
    for (const picture of same) done(png, picture);
  });
  return wanting.length;
}

const keyOf = ({ svg, scale }: Picture): string =>
  createHash('sha256').update([RENDERER, scale, svg].join('\n')).digest('hex');
