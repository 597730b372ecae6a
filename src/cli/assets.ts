import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestLine } from '../exports/site/manifest.ts';
import { sha256 } from '../integrations/sha256.ts';
import { pathsBelow } from './manifest.ts';
import type { Write } from './units/folders.ts';
import { written } from './units/form.ts';
import type { Bench } from './units/task.ts';
import { PROJECT } from './workshop.ts';

/** Writes what every page of this project loads: styles, scripts, the icon. Returns their lines of the manifest. */
export function writeAssets({ assets, form }: Pick<Bench, 'assets' | 'form'>, write: Write): string[] {
  const files = [
    ...pathsBelow(assets).map((path) => [path, join(assets, path)] as const),
    ['icon.svg', join(PROJECT, 'public/icon.svg')] as const,
  ];
  return files.map(([path, file]) => {
    const { bytes, packed } = written(path, readFileSync(file), form);
    for (const [one, content] of [[path, bytes] as const, ...packed]) write(one, content);
    return manifestLine(path, sha256(bytes));
  });
}
