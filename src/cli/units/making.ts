import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Renderer } from '../../integrations/renderer.ts';
import { manifestLine } from '../../exports/site/manifest.ts';
import { fileAt } from '../../publication/address.ts';
import { isPicture, type Picture } from '../../publication/file.ts';
import { eachPng } from '../../raster/raster.ts';
import { topicsOf } from '../../search/facet.ts';
import { recordsOf } from '../../search/records.ts';
import { searchFiles } from '../search-index.ts';
import { written } from './form.ts';
import { unitStoreIn, type UnitRecord, type UnitStore } from './store.ts';
import type { Bench, Done, Task } from './task.ts';

/** Takes units from the store, or makes them and keeps them there; and puts them into the site. */
export interface Maker {
  /** Null where the unit is not kept, or not as it was. */
  readonly take: (task: Task) => Done | null;
  readonly make: (task: Task) => Promise<Done>;
}

export async function makerAt(bench: Bench): Promise<Maker> {
  const renderer = (await import(pathToFileURL(bench.renderer).href)) as Renderer;
  const store = unitStoreIn(bench.store);
  return {
    take: ({ key }) => {
      const record = store.record(key);
      return record && placed(record, store, bench.site) ? doneOf(record) : null;
    },
    make: async (task) => {
      // Whoever clears the store meanwhile is no reason to give up.
      for (let left = ATTEMPTS; left > 0; left -= 1) {
        const record = await recordOf(task, renderer, store, bench);
        store.keepRecord(task.key, record);
        if (placed(record, store, bench.site)) return doneOf(record);
      }
      throw new Error('刚写好的文件总是不在了，没有发布任何内容\n→ 别的程序在删除生成的文件，等它结束，再运行一次');
    },
  };
}

const ATTEMPTS = 3;

async function recordOf(
  { kind, name, made }: Task,
  renderer: Renderer,
  store: UnitStore,
  { form, cache }: Bench,
): Promise<UnitRecord> {
  const { library, entries } = made!;
  const contents = renderer.contents(kind, name, library, entries);
  const record = { files: [] as [string, string][], packed: [] as [string, string][] };
  const keep = (path: string, content: string | Uint8Array): void => {
    const { bytes, packed } = written(path, content, form);
    record.files.push([path, store.keep(bytes)]);
    for (const [beside, smaller] of packed) record.packed.push([beside, store.keep(smaller)]);
  };
  for (const page of contents.pages) {
    await heard();
    keep(fileAt(page), await renderer.render(page, library));
  }
  const pictures: (Picture & { readonly path: string })[] = [];
  const all = kind === 'search' ? await searchFiles(recordsOf(library), topicsOf(library.bulletins)) : contents.files();
  for (const { path, make } of all) {
    await heard();
    const content = await make();
    if (isPicture(content)) pictures.push({ ...content, path });
    else keep(path, content);
  }
  await eachPng(pictures, cache, (png, { path }) => {
    keep(path, png);
  });
  return { ...record, entries: contents.entries() };
}

/** Whoever started this process may have ended it meanwhile. */
const heard = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Half a unit is none. */
function placed({ files, packed }: UnitRecord, store: UnitStore, site: string | null): boolean {
  const all = [...files, ...packed];
  if (site === null) return all.every(([, digest]) => store.holds(digest));
  const end = all.findIndex(([path, digest]) => !store.place(digest, join(site, path)));
  if (end < 0) return true;
  for (const [path] of all.slice(0, end)) rmSync(join(site, path));
  return false;
}

const doneOf = ({ files, entries }: UnitRecord): Done => ({
  lines: files.map(([path, digest]) => manifestLine(path, digest)).join(''),
  entries,
});
