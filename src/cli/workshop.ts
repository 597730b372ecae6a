import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DISK, type Disk } from './disk.ts';
import { isAbandoned, ownedName } from './owner.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** Below the project, so that what Astro bundles finds its packages. */
export const CACHE = join(PROJECT, '.cache');

/**
 * A root of its own for each run of Astro. Astro keeps the list of texts in a file below its root; two runs that shared
 * it could publish each other's text.
 */
export function openWorkshop(disk: Disk = DISK, cache = CACHE): string {
  const workshop = join(cache, ownedName('astro'));
  disk.makeFolder(workshop);
  return workshop;
}

/**
 * Puts a complete site in the place of an earlier one, by two renames on one disk: at no moment does `target` hold half a
 * site. Between the two it holds none. What undoes the first is written down before it is done, so that whoever comes
 * next brings the earlier site back; a server meanwhile serves it from where it is (`standing`).
 * Tried: a link in place of `dist/`, which is replaced in one step, but is no folder that can be copied elsewhere, and
 * needs a right that Windows gives to administrators; exchanging two folders, which Node cannot.
 * Returns where the earlier site is then, if there was one, until the workshop is closed.
 */
export function replace(site: string, target: string, workshop: string, disk: Disk = DISK): string {
  const beside = join(dirname(target), ownedName('.build'));
  disk.write(join(workshop, JOURNAL), JSON.stringify({ target, beside } satisfies Replacement));
  disk.makeFolder(beside);
  move(site, join(beside, 'new'), disk);
  const old = join(beside, 'old');
  if (existsSync(target)) disk.rename(target, old);
  disk.rename(join(beside, 'new'), target);
  return old;
}

/** To another disk a folder can only be copied. */
function move(from: string, to: string, disk: Disk): void {
  try {
    disk.rename(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    disk.copy(from, to);
  }
}

const JOURNAL = 'replacement.json';

interface Replacement {
  /** Absolute, as is all that follows. */
  readonly target: string;
  /** Holds `new` until it is put in place, and `old` once that was taken away. */
  readonly beside: string;
}

/** Ends a workshop, at whatever point. The earlier site is never removed before another stands in its place. Returns what was brought back. */
export function closeWorkshop(workshop: string, disk: Disk = DISK): string | null {
  const replacement = replacementOf(workshop);
  const old = replacement && join(replacement.beside, 'old');
  const lost = old && existsSync(old) && !existsSync(replacement.target) ? replacement.target : null;
  if (lost !== null) disk.rename(old!, lost);
  if (replacement) disk.remove(replacement.beside);
  disk.remove(workshop);
  return lost;
}

function replacementOf(workshop: string): Replacement | null {
  try {
    return JSON.parse(readFileSync(join(workshop, JOURNAL), 'utf8')) as Replacement;
  } catch {
    // None was begun, or it was stopped while this was written, before anything was moved.
    return null;
  }
}

/** Of every run, living or dead. */
export const workshopsIn = (cache: string): string[] =>
  existsSync(cache)
    ? readdirSync(cache)
        .filter((name) => name.startsWith('astro-'))
        .map((name) => join(cache, name))
    : [];

/** Closes the workshops of runs that were killed. Returns the sites that were brought back. */
export const recover = (disk: Disk = DISK, cache = CACHE): string[] =>
  workshopsIn(cache)
    .filter((workshop) => isAbandoned(basename(workshop)))
    .flatMap((workshop) => closeWorkshop(workshop, disk) ?? []);

/** Where the site of `target` is at this moment: while it is being replaced, the earlier one beside it. */
export function standing(target: string, cache = CACHE): string {
  if (existsSync(target)) return target;
  const folders = workshopsIn(cache).map(replacementOf);
  const moved = folders.find((replacement) => replacement?.target === target);
  return moved ? join(moved.beside, 'old') : target;
}
