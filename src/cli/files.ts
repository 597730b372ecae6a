import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content, ExportFile, Picture } from '../publication/file.ts';
import { rasterise, type Print, type RasterOptions } from '../raster/raster.ts';

/** Pictures handed over at once: enough to keep every core busy, few enough to hold in memory. */
const BATCH = 512;

/** Writes files below a folder and says how many pictures had to be drawn: the others are those of earlier builds. */
export async function writeFiles(
  files: Iterable<ExportFile>,
  folder: string,
  options: Partial<RasterOptions> = {},
): Promise<number> {
  let prints: Print[] = [];
  let drawn = 0;
  const made = new Set<string>();
  for (const { path, make } of files) {
    const content = await make();
    const target = join(folder, path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    if (!isPicture(content)) {
      writeFileSync(target, content);
      continue;
    }
    prints.push({ ...content, write: target });
    if (prints.length < BATCH) continue;
    drawn += await rasterise(prints, options);
    prints = [];
  }
  return drawn + (await rasterise(prints, options));
}

export const isPicture = (content: Content): content is Picture => typeof content === 'object' && 'svg' in content;
