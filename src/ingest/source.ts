import type { Entry } from './table/sheet.ts';

/** A file by its path from the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A table of a bulletin as it was read. */
export interface Table {
  readonly path: string;
  readonly sheet: { readonly entries: readonly Pick<Entry<never>, 'row' | 'cells'>[] };
}
