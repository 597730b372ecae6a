import type { Problem } from '../../ingest/problem/problem.ts';
import { parseBulletin } from '../../ingest/bulletin.ts';
import type { SourceFile } from '../../ingest/source.ts';
import type { Registry } from '../../ingest/table/registry.ts';
import { reconcileBulletin, type ReconciledBulletin } from '../../reconcile/bulletin.ts';
import { occurrences, placeIn, type Occurrence } from '../../reconcile/occurrence.ts';
import { pathsOf } from '../files.ts';

/** What the check makes of the files of a draft. */
export interface Standing {
  /** Undefined where they cannot be read as a bulletin at all. */
  readonly bulletin: ReconciledBulletin | undefined;
  readonly problems: readonly Problem[];
}

/** @param files by path: the text, the tables and, if they are drafted, the facts */
export function standingOf(number: number, files: ReadonlyMap<string, string>, registry: Registry): Standing {
  const { text, folder } = pathsOf(number);
  const source = (path: string): SourceFile => ({ path, bytes: new TextEncoder().encode(files.get(path)) });
  const tables = [...files.keys()].filter((path) => path.startsWith(`${folder}/`));
  const byName = new Map(tables.map((path) => [path.slice(folder.length + 1), source(path)]));
  return reconcileBulletin(parseBulletin(number, source(text), byName, registry), registry);
}

export const problemsOf = (
  number: number,
  files: ReadonlyMap<string, string>,
  registry: Registry,
): readonly Problem[] => standingOf(number, files, registry).problems;

/** Where a number stands, as a key. */
export const keyOf = ({ index, figure }: Occurrence): string => `${index}|${figure.start}`;

/** The numbers of a text that its tables and facts state, or that are computed of them. */
export const tiedIn = ({ bulletin }: Standing): Set<string> =>
  new Set((bulletin?.ties ?? []).map(({ block, start }) => `${block}|${start}`));

/** The numbers of a text that are computed otherwise than they are written: these are for a person, and no row hides them. */
export function miscounted(all: readonly Occurrence[], { problems }: Standing): Set<string> {
  const wrong = new Set(problems.filter((p) => p.code === 'prose/change').map((p) => `${p.line}|${p.found}`));
  return new Set(all.filter((o) => wrong.has(`${placeIn('', o).line}|${o.figure.text.trim()}`)).map(keyOf));
}

/** The numbers of the text; none where it cannot be read. */
export const numbersOf = ({ bulletin }: Standing, names: readonly string[], { units }: Registry): Occurrence[] =>
  bulletin ? occurrences(bulletin.blocks, names, units) : [];
