import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckedLibrary } from '../../src/check/library.ts';
import type { Renderer } from '../../src/integrations/renderer.ts';
import { fileAt } from '../../src/publication/address.ts';
import type { UnitKind } from '../../src/units/unit.ts';
import { share } from './together.ts';

/** Units whose pages a process renders and writes into a folder. */
export interface PagesShare {
  readonly units: readonly { readonly kind: UnitKind; readonly name: string; readonly library: CheckedLibrary }[];
  /** The entry of Astro's bundle. */
  readonly renderer: string;
  readonly folder: string;
}

share(async ({ units, renderer, folder }: PagesShare) => {
  const { render, contents } = (await import(pathToFileURL(renderer).href)) as Renderer;
  const all = units.map(({ kind, name, library }) => {
    const { pages, entries } = contents(kind, name, library, new Map());
    // Their page says how large the data files are, which are no pages and are kept once they are made.
    entries();
    return { pages, library };
  });
  return async () => {
    let count = 0;
    for (const { pages, library } of all)
      for (const page of pages) {
        const file = join(folder, fileAt(page));
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, await render(page, library));
        count += 1;
      }
    return count;
  };
});
