import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Picture } from '../publication/file.ts';
import { RENDERER } from './draw.ts';
import { font, subsetFiles } from './font.ts';
import { drawable, lettersOf } from './letters.ts';
import { isWhole } from './png.ts';
import { drawAll } from './pool.ts';

/** A picture and the file that its PNG becomes. */
export interface Print extends Picture {
  readonly write: string;
}

export interface RasterOptions {
  /** Where PNGs and fonts are kept from one run to the next. */
  readonly cache: string;
  readonly threads: number;
}

const OPTIONS: RasterOptions = {
  cache: fileURLToPath(new URL('../../.cache', import.meta.url)),
  threads: availableParallelism(),
};

/** Writes all PNGs and says how many had to be drawn. The bytes depend on a picture's own SVG and scale alone. */
export async function rasterise(prints: readonly Print[], options: Partial<RasterOptions> = {}): Promise<number> {
  const { cache, threads } = { ...OPTIONS, ...options };
  const byKey = Map.groupBy(prints, keyOf);
  const wanting = [...byKey].flatMap(([key, same]) => {
    const png = kept(fileOf(cache, key));
    if (png) publish(png, same);
    return png ? [] : [{ key, same, svg: drawable(same[0]!.svg, font().letters), scale: same[0]!.scale }];
  });
  if (wanting.length === 0) return 0;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'font-'));
  try {
    const letters = [...new Set(wanting.flatMap(({ svg }) => lettersOf(svg)))].sort().join('');
    await drawAll(wanting, await subsetFiles(letters, folder), threads, (png, i) => {
      const { key, same } = wanting[i]!;
      keep(fileOf(cache, key), png);
      publish(png, same);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return wanting.length;
}

/** One PNG, as the development server wants it. */
export async function rasterised(picture: Picture, options: Partial<RasterOptions> = {}): Promise<Buffer> {
  const { cache } = { ...OPTIONS, ...options };
  const file = fileOf(cache, keyOf(picture));
  await rasterise([{ ...picture, write: file }], { ...options, threads: 1 });
  return readFileSync(file);
}

const fileOf = (cache: string, key: string): string => join(cache, 'png', `${key}.png`);

const keyOf = ({ svg, scale }: Picture): string =>
  createHash('sha256').update([RENDERER, font().digest, scale, svg].join('\n')).digest('hex');

/** What a stopped run has left half written is drawn again. */
function kept(file: string): Buffer | undefined {
  const png = existsSync(file) ? readFileSync(file) : undefined;
  return png && isWhole(png) ? png : undefined;
}

/** Under a name of its own first: whoever reads the folder meanwhile finds all of it or nothing. */
function keep(file: string, png: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}`;
  writeFileSync(half, png);
  renameSync(half, file);
}

function publish(png: Buffer, prints: readonly Print[]): void {
  for (const { write } of prints) {
    mkdirSync(dirname(write), { recursive: true });
    writeFileSync(write, png);
  }
}
