import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { BuildOptions } from '../../src/cli/build-options.ts';
import { build } from '../../src/cli/build.ts';
import { entriesBelow } from '../../src/cli/manifest.ts';
import { digestsBelow } from './tree.ts';

export const HERE = { base: '/', site: null } as const;

type Built = (root: string, name: string, more?: Partial<BuildOptions>) => Promise<string[]>;

/** Builds into folders of one that a test file has. Returns the files with their digests; of a shard, which makes no site, none. */
export const builtIn =
  (work: string): Built =>
  async (root, name, more = {}) => {
    const out = join(work, name);
    const said: string[] = [];
    expect([await build({ ...HERE, root, out, ...more }, (text) => said.push(text)), said.join('\n')]).toEqual([
      0,
      expect.any(String),
    ]);
    return more.shard ? [] : digestsBelow(out);
  };

export const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** Folders of a site with their modes. */
export const foldersIn = (site: string): string[] =>
  entriesBelow(site)
    .folders.map((path) => `${path} ${modeOf(join(site, path))}`)
    .sort();
