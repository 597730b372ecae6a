import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../integrations/sha256.ts';
import { ownedName } from './owner.ts';

/**
 * A site that another has replaced is kept, and the next one that is built for the same place begins with it: of tens of thousands of
 * folders and links nearly all are right already. Whatever is not, is made right: files are proved by the unit that they belong to,
 * and what belongs to none is swept out.
 */
const spareOf = (target: string, cache: string): string => join(cache, SPARES, sha256(target));

export const SPARES = 'spares';

/** Puts the spare site of a target at a path, where nothing stands. Returns whether there was one. */
export function takeSpare(target: string, path: string, cache: string): boolean {
  try {
    renameSync(spareOf(target, cache), path);
    return true;
  } catch {
    // There is none, or another build has it.
    return false;
  }
}

/** Keeps what has been replaced, if there is any. */
export function keepSpare(old: string, target: string, cache: string): void {
  const spare = spareOf(target, cache);
  try {
    mkdirSync(dirname(spare), { recursive: true });
    renameSync(old, spare);
    // So that it counts as used (`units/prune.ts`).
    utimesSync(spare, new Date(), new Date());
  } catch {
    // It is on another disk, or another build has kept its own: then it is removed with the rest.
  }
}

/** Takes a spare site that could not be made right out of the way: what cannot even be removed belongs to another account. */
export function dropSpare(path: string, cache: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    renameSync(path, join(cache, SPARES, ownedName('dropped')));
  }
}

/** Removes from a folder whatever is no file that was made, and folders that are left empty. @param made from it, with `/` */
export function sweep(folder: string, made: { readonly has: (path: string) => boolean }, from = ''): boolean {
  let isEmpty = true;
  for (const entry of readdirSync(join(folder, from), { withFileTypes: true })) {
    const path = from + entry.name;
    const stays = entry.isDirectory() ? !sweep(folder, made, `${path}/`) : made.has(path);
    if (stays) isEmpty = false;
    else if (entry.isDirectory()) rmdirSync(join(folder, path));
    else rmSync(join(folder, path));
  }
  return isEmpty;
}
