import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { VersionFiles } from '../ledger/version-folder.ts';

/** What sealing does to the disk, one by one, so that a test can stop it before any of them. */
export interface SealingDisk {
  readonly makeFolder: (path: string) => void;
  /** Written through to the disk. */
  readonly write: (path: string, bytes: Uint8Array) => void;
  /** The list of what a folder holds, written through. */
  readonly sync: (folder: string) => void;
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
}

export const SEALING_DISK: SealingDisk = {
  makeFolder: (path) => {
    mkdirSync(path, { recursive: true });
  },
  write: (path, bytes) => {
    const file = openSync(path, 'w');
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  },
  sync: (folder) => {
    // Windows opens no folders, and writes their lists through by itself.
    if (process.platform === 'win32') return;
    const list = openSync(folder, 'r');
    try {
      fsyncSync(list);
    } finally {
      closeSync(list);
    }
  },
  rename: renameSync,
  remove: (path) => {
    rmSync(path, { recursive: true, force: true });
  },
};

/** Folders that are being written: readers of the root pass over names that begin with a dot. */
const UNFINISHED = '.unfinished-';

/** A folder with these files, which is there whole or not at all. */
export function writeFolder(folder: string, files: VersionFiles, disk: SealingDisk): void {
  const unfinished = join(dirname(folder), `${UNFINISHED}${basename(folder)}`);
  disk.remove(unfinished);
  const folders = new Set([unfinished]);
  for (const [name, bytes] of files) {
    const path = join(unfinished, name);
    for (let above = dirname(path); !folders.has(above); above = dirname(above)) folders.add(above);
    disk.makeFolder(dirname(path));
    disk.write(path, bytes);
  }
  for (const one of folders) disk.sync(one);
  disk.rename(unfinished, folder);
  disk.sync(dirname(folder));
}

/** A file with these bytes, in the place of an earlier one in one step. */
export function writeWhole(path: string, bytes: Uint8Array, disk: SealingDisk): void {
  const unfinished = join(dirname(path), `${UNFINISHED}${basename(path)}`);
  disk.makeFolder(dirname(path));
  disk.write(unfinished, bytes);
  disk.rename(unfinished, path);
  disk.sync(dirname(path));
}

/** Takes away what a release that was stopped had only begun to write. */
export function clearUnfinished(root: string, disk: SealingDisk): void {
  const published = join(root, 'data/published');
  const folders = existsSync(published) ? readdirSync(published).map((name) => join(published, name)) : [];
  for (const folder of [join(root, 'data'), published, ...folders])
    for (const name of namesIn(folder)) if (name.startsWith(UNFINISHED)) disk.remove(join(folder, name));
}

const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .map(({ name }) => name)
        .sort()
    : [];
