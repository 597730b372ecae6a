import type { SourceFile } from '../ingest/source.ts';
import { EMPTY, registry, type Registry } from '../ingest/table/registry.ts';
import { units } from '../ingest/table/units.ts';
import { textOf, type VersionFiles } from './version-folder.ts';

/** The files that a bulletin is made of: its text, and its tables by name. */
export interface Sources {
  readonly text: SourceFile;
  readonly tables: ReadonlyMap<string, SourceFile>;
}

export const REGISTRY = 'data/indicators.csv';
export const UNITS = 'data/units.csv';

/** The copies that a version keeps, at their paths below its folder. */
export function sourcesIn(files: VersionFiles, issue: number): Sources {
  const path = `content/issues/${issue}.mdx`;
  const folder = `data/issues/${issue}/`;
  return {
    text: { path, bytes: files.get(path)! },
    tables: new Map(
      [...files].flatMap(([name, bytes]) =>
        name.startsWith(folder) ? [[name.slice(folder.length), { path: name, bytes }] as const] : [],
      ),
    ),
  };
}

/** The registry's rows and the units that a version keeps. */
export function registryIn(files: VersionFiles): Registry {
  const own = files.get(UNITS);
  const known = own ? units(UNITS, textOf(own)).units : EMPTY.units;
  return registry(REGISTRY, textOf(files.get(REGISTRY)), known).registry;
}

export const areSameBytes = (a: Sources, b: Sources): boolean =>
  isSame(a.text, b.text) &&
  a.tables.size === b.tables.size &&
  [...a.tables].every(([name, file]) => isSame(file, b.tables.get(name)));

const isSame = (a: SourceFile, b: SourceFile | undefined): boolean =>
  b !== undefined && a.bytes.length === b.bytes.length && a.bytes.every((byte, i) => byte === b.bytes[i]);
