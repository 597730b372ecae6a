import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { BuildOptions } from '../../src/cli/build-options.ts';
import { build } from '../../src/cli/build.ts';
import { entriesBelow } from '../../src/cli/manifest.ts';
import { digestsBelow } from './tree.ts';

export const HERE = { base: '/', site: null } as const;

/** Builds into a folder. Returns its files with their digests; of a shard, which makes no site, none. */
export async function built(root: string, out: string, more: Partial<BuildOptions> = {}): Promise<string[]> {
  const said: string[] = [];
  expect([await build({ ...HERE, root, out, ...more }, (text) => said.push(text)), said.join('\n')]).toEqual([
    0,
    expect.any(String),
  ]);
  return more.shard ? [] : digestsBelow(out);
}

export const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Folders of a site with their modes. */
export const foldersIn = (site: string): string[] =>
  entriesBelow(site)
    .folders.map((path) => `${path} ${modeOf(join(site, path))}`)
    .sort();
