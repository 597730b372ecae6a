import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckedLibrary } from '../../check/library.ts';
import type { Renderer } from '../../integrations/renderer.ts';
import { manifestLine } from '../../exports/site/manifest.ts';
import { fileAt } from '../../publication/address.ts';
import { volumesOf } from '../../publication/volume.ts';
import { isPicture, type Content, type ExportFile } from '../../publication/file.ts';
import { keyOf, pngOf } from '../../raster/raster.ts';
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
  const store = unitStoreIn(bench.store, bench.isScratch);
  const done = (record: UnitRecord): Done => {
    if (bench.isScratch) remove([...record.files, ...record.packed], bench.site);
    return doneOf(record);
  };
  return {
    take: ({ key }) => {
      const record = store.record(key);
      return record && isPlaced(record, store, bench.site) ? done(record) : null;
    },
    make: async (task) => {
      const record = await recordOf(task, renderer, store, bench);
      store.keepRecord(task.key, task.name, record);
      return done(record);
    },
  };
}

async function recordOf(
  { kind, name, made }: Task,
  renderer: Renderer,
  store: UnitStore,
  bench: Bench,
): Promise<UnitRecord> {
  const { library, entries } = made!;
  const contents = renderer.contents(kind, name, library, entries);
  const writing = writingOf(name, store, bench);
  for (const page of contents.pages) {
    await heard();
    await writing.write(fileAt(page), await renderer.render(page, library));
  }
  const files: Iterable<ExportFile> = kind === 'search' ? await indexed(name, library) : contents.files();
  for (const { path, make } of files) {
    await heard();
    await writing.write(path, await make());
  }
  return { ...writing.record(), entries: contents.entries() };
}

/** Of an earlier volume, or of the newest. */
function indexed(name: string, library: CheckedLibrary): Promise<ExportFile[]> {
  const [, earlier] = name.split('/');
  const volume = earlier === undefined ? volumesOf(library.bulletins)[0] : Number(earlier);
  return searchFiles(recordsOf(library, volume, earlier === undefined), volume);
}

/** Whoever started this process may have ended it meanwhile. */
const heard = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The files of a unit while it is made. */
interface Writing {
  readonly write: (path: string, content: Content) => Promise<void>;
  readonly record: () => Omit<UnitRecord, 'entries'>;
}

/** A picture that the unit had before, or that it has at another address, is not drawn again. */
function writingOf(name: string, store: UnitStore, { form, site }: Bench): Writing {
  const files: [path: string, digest: string][] = [];
  const packed: [path: string, digest: string][] = [];
  const before = new Map(store.last(name)?.pictures);
  const pictures = new Map<string, string>();
  const keep = (path: string, content: string | Uint8Array): string => {
    const { bytes, packed: all } = written(path, content, form);
    for (const [beside, smaller] of all) packed.push([beside, store.keep(smaller, join(site, beside))]);
    return store.keep(bytes, join(site, path));
  };
  return {
    write: async (path, content) => {
      if (!isPicture(content)) {
        files.push([path, keep(path, content)]);
        return;
      }
      const key = keyOf(content);
      const known = pictures.get(key) ?? before.get(key);
      const isKept = known !== undefined && store.place(known, join(site, path));
      const digest = isKept ? known : keep(path, await pngOf(content));
      pictures.set(key, digest);
      files.push([path, digest]);
    },
    record: () => ({ files, packed, pictures: [...pictures] }),
  };
}

/** Half a unit is none. */
function isPlaced({ files, packed }: UnitRecord, store: UnitStore, site: string): boolean {
  const all = [...files, ...packed];
  const end = all.findIndex(([path, digest]) => !store.place(digest, join(site, path)));
  if (end < 0) return true;
  remove(all.slice(0, end), site);
  return false;
}

function remove(files: UnitRecord['files'], site: string): void {
  for (const [path] of files) rmSync(join(site, path));
}

const doneOf = ({ files, entries }: UnitRecord): Done => ({
  lines: files.map(([path, digest]) => manifestLine(path, digest)).join(''),
  entries,
});
