import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Content, ExportFile, Picture } from '../exports/file.ts';
import { rasterise, type Print } from './raster.ts';

/** Pictures handed over at once: enough to keep every core busy, few enough to hold in memory. */
const BATCH = 512;

/** Writes files below a folder. Pictures become PNGs, drawn on every core, or taken from those of earlier builds. */
export async function writeFiles(files: Iterable<ExportFile>, folder: string): Promise<void> {
  let prints: Print[] = [];
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
    await rasterise(prints);
    prints = [];
  }
  await rasterise(prints);
}

export const isPicture = (content: Content): content is Picture => typeof content === 'object' && 'svg' in content;
