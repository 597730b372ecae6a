import { resolve } from 'node:path';
import { checkRoot, publishable, readRoot, type RootFiles } from '../catalog.ts';
import type { Assembled } from '../check/assemble.ts';
import type { CheckedLibrary } from '../check/library.ts';

/** A root that is being edited: read when something is asked of it, and then again only after a change. */
export interface Preview {
  /** Absolute. */
  readonly root: string;
  readonly checked: () => Assembled;
  /** Throws what may not be published, so that Astro shows it on the page. */
  readonly library: () => CheckedLibrary;
  readonly forget: () => void;
}

export function previewOf(root: string): Preview {
  let read: { readonly files: RootFiles; readonly checked: Assembled } | undefined;
  let library: CheckedLibrary | undefined;
  const current = (): NonNullable<typeof read> => {
    if (read) return read;
    const files = readRoot(root);
    return (read = { files, checked: checkRoot(files) });
  };
  return {
    root: resolve(root),
    checked: () => current().checked,
    library: () => (library ??= publishable(current().files, current().checked)),
    forget: () => {
      read = undefined;
      library = undefined;
    },
  };
}
