import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAttachment, type RootFiles } from '../catalog.ts';
import { digestsIn, MANIFEST, type Digests } from '../exports/site/manifest.ts';
import { sha256 } from '../integrations/sha256.ts';
import { digestOf } from '../units/digest.ts';
import type { BuildOptions } from './build-options.ts';
import { areAllAsListed, type Listed } from './listed.ts';
import { entriesBelow, foldersOf } from './manifest.ts';

/** What the last build of a folder made, and of what. */
interface LastBuild {
  readonly key: string;
  /** What it said. */
  readonly said: string;
  /** SHA-256 of the site's manifest. */
  readonly manifest: string;
}

/** Of a build all that decides what it makes and says: the root as it was read, the code, and how it was called. */
export function keyOf(read: RootFiles, { base, site, portable = false }: BuildOptions, code: string): string {
  const { files, faults, attachments, commits } = read;
  const published = [...attachments].map(([path, fault]) => [
    path,
    fault === null ? sha256(readAttachment(read, path)) : fault,
  ]);
  const sources = files.map(({ path, bytes }) => [path, bytes] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return digestOf([code, base, site, portable, sources, faults, published, commits]);
}

/**
 * What the last build said, if the very site that this one would make stands in its place, file for file by its manifest; else
 * undefined.
 */
export async function unchanged(target: string, key: string, cache: string): Promise<string | undefined> {
  const last = lastIn(recordOf(target, cache));
  return last?.key === key && (await isStanding(target, last.manifest)) ? last.said : undefined;
}

export function rememberBuild(target: string, key: string, said: string, cache: string): void {
  const file = recordOf(target, cache);
  mkdirSync(dirname(file), { recursive: true });
  // Whatever else stands in its place.
  rmSync(file, { recursive: true, force: true });
  const manifest = sha256(readFileSync(join(target, MANIFEST)));
  writeFileSync(file, JSON.stringify({ key, said, manifest } satisfies LastBuild));
}

const recordOf = (target: string, cache: string): string => join(cache, 'sites', `${sha256(target)}.json`);

function lastIn(file: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LastBuild;
  } catch {
    // There was none, or it was stopped while it wrote this.
    return undefined;
  }
}

async function isStanding(target: string, manifest: string): Promise<boolean> {
  try {
    const text = readFileSync(join(target, MANIFEST), 'utf8');
    return sha256(text) === manifest && (await isWhole(target, digestsIn(text)));
  } catch {
    return false;
  }
}

/** Every listed file as it is listed, and no other; every folder of theirs, entered by whom the site's own is, and no other. */
async function isWhole(target: string, digests: Digests): Promise<boolean> {
  const { files, folders } = entriesBelow(target);
  const paths = files.filter((path) => path !== MANIFEST);
  if (paths.length !== digests.size || !paths.every((path) => digests.has(path))) return false;
  const needed = new Set(paths.flatMap(foldersOf));
  const { mode } = statSync(target);
  if (folders.length !== needed.size || !folders.every((folder) => statSync(join(target, folder)).mode === mode))
    return false;
  const listed = paths.map((path): Listed => [path, digests.get(path)!]);
  return areAllAsListed(target, listed);
}
