import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls back after whatever happens below folders, until it is closed. Each folder is watched by itself: Node's own `recursive`
 * watches files on Linux, and is deaf to one that another has taken the place of, as git and many editors save.
 */
export function watchBelow(folders: readonly string[], changed: () => void): { readonly close: () => void } {
  const watchers = new Map<string, FSWatcher>();
  const drop = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const scan = (): void => {
    const there = new Set(folders.flatMap(foldersIn));
    for (const folder of watchers.keys()) if (!there.has(folder)) drop(folder);
    for (const folder of there) {
      if (watchers.has(folder)) continue;
      const watcher = watched(folder, () => {
        scan();
        changed();
      });
      if (!watcher) continue;
      // The folder has gone, which the one above it tells too.
      watcher.on('error', () => {
        drop(folder);
      });
      watchers.set(folder, watcher);
    }
  };
  scan();
  return {
    close: () => {
      for (const folder of watchers.keys()) drop(folder);
    },
  };
}

/** Undefined where the folder has gone since it was listed, which the one above it tells. */
function watched(folder: string, changed: () => void): FSWatcher | undefined {
  try {
    return watch(folder, changed);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** A folder and all below it; none where it is not there. */
function foldersIn(folder: string): string[] {
  try {
    const below = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))];
  } catch {
    return [];
  }
}
