import { chmodSync, lstatSync, mkdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Of paths below a folder, makes the folders in which they stand, each looked at once, so that all may be entered by whom the one
 * above them all may be. What else stands in the place of one is removed: a link would lead out of the site.
 */
export function foldersBelow(root: string): (path: string) => string {
  const above = dirname(root);
  mkdirSync(above, { recursive: true });
  const mode = statSync(above).mode & MODE;
  const known = new Set<string>();
  const make = (folder: string): void => {
    if (known.has(folder) || folder === above) return;
    make(dirname(folder));
    set(folder, mode);
    if (known.size >= REMEMBERED) known.clear();
    known.add(folder);
  };
  return (path) => {
    make(dirname(path));
    return path;
  };
}

const MODE = 0o777;

/** More than a unit has. */
const REMEMBERED = 10_000;

function set(folder: string, mode: number): void {
  const there = lstatSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory()) {
    if ((there.mode & MODE) !== mode) chmodSync(folder, mode);
    return;
  }
  if (there) removeFile(folder);
  // Another process may just have made it.
  mkdirSync(folder, { recursive: true });
}

/** Unless another process has, and has put a folder there. */
function removeFile(file: string): void {
  try {
    unlinkSync(file);
  } catch (cause) {
    if (!statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw cause;
  }
}

/** Of a path from the root of the site. */
export type Write = (path: string, content: Uint8Array) => void;

/** Writes files below a folder, whatever stands in their places; never into what stands there, which may be a link. */
export function writerBelow(root: string): Write {
  const ready = foldersBelow(root);
  return (path, content) => {
    const file = ready(join(root, path));
    rmSync(file, { recursive: true, force: true });
    writeFileSync(file, content);
  };
}
