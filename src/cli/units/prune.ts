import { existsSync, lstatSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SPARES } from '../spare.ts';
import { workshopsIn } from '../workshop.ts';
import { contentOf, isDenied, recordIn } from './store.ts';

/** In milliseconds: what no build has used for so long is removed, and looked for as often as that. */
const DAY = 86_400_000;
const UNUSED = 30 * DAY;
const EVERY = 7 * DAY;

/**
 * Removes from a cache what no build has used for thirty days, once a week, unless another build is at work.
 * @param now milliseconds since 1970, by the disk's clock, which dates the files. No file of a site depends on it.
 */
export function pruneWeekly(cache: string, now = timeOf(cache)): void {
  if (workshopsIn(cache).length > 0) return;
  const mark = join(cache, 'pruned');
  if (existsSync(mark) && lstatSync(mark).mtimeMs > now - EVERY) return;
  touch(mark);
  prune(cache, now - UNUSED);
}

/** A process may have been told another time. */
function timeOf(cache: string): number {
  const probe = join(cache, 'clock');
  touch(probe);
  return lstatSync(probe).mtimeMs;
}

/** Whatever stands in its place. */
function touch(file: string): void {
  rmSync(file, { recursive: true, force: true });
  writeFileSync(file, '');
}

function prune(cache: string, before: number): void {
  const isOld = (path: string): boolean => lstatSync(path).mtimeMs < before;
  const units = join(cache, 'units/units');
  for (const path of ['bundle', 'sites', SPARES, 'units/units'].flatMap((part) => entriesOf(join(cache, part))))
    if (isOld(path)) remove(path);
  for (const path of entriesOf(join(cache, 'units/last')))
    if (!existsSync(join(units, contentOf(path)?.toString() || NONE))) rmSync(path, { recursive: true });
  const named = digestsNamed(units);
  const files = entriesOf(join(cache, 'units/files')).flatMap(entriesOf);
  for (const path of files) if (!named.has(path.slice(-DIGEST)) && isOld(path)) rmSync(path, { recursive: true });
}

/** What another account has made there stays. */
function remove(path: string): void {
  try {
    rmSync(path, { recursive: true });
  } catch (cause) {
    if (!isDenied(cause)) throw cause;
  }
}

/** Of no unit. */
const NONE = 'none';

/** Digests of all files that the units of a store consist of. */
function digestsNamed(units: string): Set<string> {
  const named = new Set<string>();
  for (const path of entriesOf(units)) {
    const { files = [], packed = [] } = recordIn(contentOf(path)) ?? {};
    for (const [, digest] of [...files, ...packed]) named.add(digest);
  }
  return named;
}

/** Characters of a file's name in a store. */
const DIGEST = 64;

const entriesOf = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder).map((name) => join(folder, name))
    : [];
