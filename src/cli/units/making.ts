import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
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
import { foldersBelow } from './folders.ts';
import { written } from './form.ts';
import { unitStoreIn, type UnitRecord, type UnitStore } from './store.ts';
import type { Bench, Done, Task } from './task.ts';

/** Where a path of the site stands, in a folder that is there. */
type At = (path: string) => string;

/** Takes units from the store, or makes them and keeps them there; and puts them into the site. */
export interface Maker {
  /** Null where the unit is not kept, or not as it was. */
  readonly take: (task: Task) => Done | null;
  readonly make: (task: Task) => Promise<Done>;
}

export function makerAt(bench: Bench): Maker {
  const store = unitStoreIn(bench.store, bench.isScratch);
  const ready = foldersBelow(bench.site);
  const at = (path: string): string => ready(join(bench.site, path));
  const done = (record: UnitRecord): Done => {
    if (bench.isScratch) remove([...record.files, ...record.packed], at);
    return doneOf(record);
  };
  return {
    take: ({ key }) => {
      const record = store.record(key);
      return record && isPlaced(record, store, at) ? done(record) : null;
    },
    make: async (task) => {
      const record = await recordOf(task, bench, writingOf(task.name, store, at, bench));
      store.keepRecord(task.key, task.name, record);
      return done(record);
    },
  };
}

async function recordOf({ kind, name, made }: Task, bench: Bench, writing: Writing): Promise<UnitRecord> {
  const { library, entries } = made!;
  if (kind === 'search') {
    await writeAll(await indexed(name, library), writing);
    return { ...writing.record(), entries: [] };
  }
  const renderer = (await import(pathToFileURL(bench.renderer).href)) as Renderer;
  const contents = renderer.contents(kind, name, library, entries);
  for (const page of contents.pages) {
    // Whoever started this process may have ended it meanwhile.
    await setImmediate();
    await writing.write(fileAt(page), await renderer.render(page, library));
  }
  await writeAll(contents.files(), writing);
  return { ...writing.record(), entries: contents.entries() };
}

async function writeAll(files: Iterable<ExportFile>, writing: Writing): Promise<void> {
  for (const { path, make } of files) {
    await setImmediate();
    await writing.write(path, await make());
  }
}

/** Of an earlier volume, or of the newest. */
function indexed(name: string, library: CheckedLibrary): Promise<ExportFile[]> {
  const [, earlier] = name.split('/');
  const volume = earlier === undefined ? volumesOf(library.bulletins)[0] : Number(earlier);
  return searchFiles(recordsOf(library, volume, earlier === undefined), volume);
}

/** The files of a unit while it is made. */
interface Writing {
  readonly write: (path: string, content: Content) => Promise<void>;
  readonly record: () => Omit<UnitRecord, 'entries'>;
}

/** A picture that the unit had before, or that it has at another address, is not drawn again. */
function writingOf(name: string, store: UnitStore, at: At, { form }: Bench): Writing {
  const files: [path: string, digest: string][] = [];
  const packed: [path: string, digest: string][] = [];
  const before = new Map(store.last(name)?.pictures);
  const pictures = new Map<string, string>();
  const keep = (path: string, content: string | Uint8Array): string => {
    const { bytes, packed: all } = written(path, content, form);
    for (const [beside, smaller] of all) packed.push([beside, store.keep(smaller, at(beside))]);
    return store.keep(bytes, at(path));
  };
  return {
    write: async (path, content) => {
      if (!isPicture(content)) {
        files.push([path, keep(path, content)]);
        return;
      }
      const key = keyOf(content);
      const known = pictures.get(key) ?? before.get(key);
      const isKept = known !== undefined && store.place(known, at(path));
      const digest = isKept ? known : keep(path, await pngOf(content));
      pictures.set(key, digest);
      files.push([path, digest]);
    },
    record: () => ({ files, packed, pictures: [...pictures] }),
  };
}

/** Half a unit is none. */
function isPlaced({ files, packed }: UnitRecord, store: UnitStore, at: At): boolean {
  const all = [...files, ...packed];
  const end = all.findIndex(([path, digest]) => !store.place(digest, at(path)));
  if (end < 0) return true;
  remove(all.slice(0, end), at);
  return false;
}

function remove(files: UnitRecord['files'], at: At): void {
  for (const [path] of files) rmSync(at(path));
}

const doneOf = ({ files, entries }: UnitRecord): Done => ({
  lines: files.map(([path, digest]) => manifestLine(path, digest)).join(''),
  entries,
});
