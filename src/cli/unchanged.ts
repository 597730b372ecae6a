import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readAttachment, type RootFiles } from '../catalog.ts';
import { digestsIn, MANIFEST, type Digests } from '../exports/site/manifest.ts';
import { sha256 } from '../integrations/sha256.ts';
import { digestOf } from '../units/digest.ts';
import type { BuildOptions } from './build-options.ts';
import { pathsBelow } from './manifest.ts';

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
export function unchanged(target: string, key: string, cache: string): string | undefined {
  const last = lastIn(recordOf(target, cache));
  return last?.key === key && isStanding(target, last.manifest) ? last.said : undefined;
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

function isStanding(target: string, manifest: string): boolean {
  try {
    const text = readFileSync(join(target, MANIFEST), 'utf8');
    return sha256(text) === manifest && isWhole(target, digestsIn(text));
  } catch {
    return false;
  }
}

/** By all, since a server is seldom who builds. */
const READABLE = 0o444;

/** Every listed file as it is listed, and no other. Paths that are links to one content are read once. */
function isWhole(target: string, digests: Digests): boolean {
  const paths = pathsBelow(target).filter((path) => path !== MANIFEST);
  if (paths.length !== digests.size) return false;
  const read = new Map<string, string>();
  return paths.every((path) => {
    const file = join(target, path);
    // In full: the number of a content may be larger than a double can hold.
    const status = lstatSync(file, { bigint: true });
    if (!status.isFile() || (Number(status.mode) & READABLE) !== READABLE) return false;
    const { dev, ino } = status;
    const content = `${dev} ${ino}`;
    const digest = read.get(content) ?? sha256(readFileSync(file));
    read.set(content, digest);
    return digests.get(path) === digest;
  });
}
