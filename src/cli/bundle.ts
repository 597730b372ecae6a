import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestLine } from '../exports/site/manifest.ts';
import { sha256 } from '../integrations/sha256.ts';
import { childOf } from './child.ts';
import { pathsBelow } from './manifest.ts';

/** Where a site will stand. */
export interface Where {
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** Public address, without sub-path; null while there is none. */
  readonly site: string | null;
}

/** Astro's bundle of this project's pages: what makes units, and the styles and scripts that pages load. */
export interface Bundle {
  /** Digest of the code that it is made of, and of where the site will stand. */
  readonly key: string;
  readonly renderer: string;
  /** The folder of styles and scripts, from it as from the root of the site. */
  readonly assets: string;
}

/** The bundle of code of a digest: that of an earlier build if there is one and it is as it was. */
export async function bundleFor(where: Where, code: string, workshop: string, cache: string): Promise<Bundle> {
  const key = sha256(JSON.stringify([code, where]));
  const folder = join(cache, 'bundle', key);
  if (!isWhole(folder)) await makeBundle(where, workshop, folder);
  return { key, renderer: join(folder, 'server/entry.mjs'), assets: join(folder, 'client') };
}

async function makeBundle(where: Where, workshop: string, folder: string): Promise<void> {
  const made = join(workshop, 'bundling');
  await astroBuild(where, workshop, made);
  writeFileSync(join(made, DIGESTS), digestsBelow(made));
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(made, folder);
}

const DIGESTS = 'digests.txt';

const digestsBelow = (folder: string): string =>
  ['server', 'client']
    .flatMap((part) => pathsBelow(join(folder, part)).map((path) => `${part}/${path}`))
    .map((path) => manifestLine(path, sha256(readFileSync(join(folder, path)))))
    .join('');

function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, DIGESTS), 'utf8') === digestsBelow(folder);
  } catch {
    // There is none, or not all of it.
    return false;
  }
}

/** What the process that runs Astro is told. */
export interface Bundling {
  readonly where: Where;
  /** A root of its own for Astro, and the folder to write into, both absolute. */
  readonly workshop: string;
  readonly made: string;
}

function astroBuild(where: Where, workshop: string, made: string): Promise<void> {
  const bundling = JSON.stringify({ where, workshop, made } satisfies Bundling);
  const astro = childOf(join(import.meta.dirname, 'bundling.ts'), [bundling]);
  return new Promise((resolve, reject) => {
    astro.once('error', reject);
    astro.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`网页程序没有编译成（${signal ?? code}），没有发布任何内容`));
    });
  });
}
