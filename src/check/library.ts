import { neighboursOf, type Neighbours } from '../domain/neighbours.ts';
import { format } from '../ingest/problem/problem.ts';
import { editionsOf } from '../ledger/editions.ts';
import type { Library } from '../publication/library.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import type { Assembled } from './assemble.ts';

/**
 * All that pages and files are made from, once it has passed the check. Plain data, so that it can be written into a
 * module: no functions, no instances of classes.
 */
export interface CheckedLibrary extends Library {
  /** Newest first, drafts left out. */
  readonly bulletins: readonly ReconciledBulletin[];
  /** Of each bulletin by its number those of its topic before and after it. */
  readonly neighbours: ReadonlyMap<number, Neighbours>;
  /** The text of `data/indicators.csv`, for checks in a browser that come without one. */
  readonly registry: string;
  /** SHA-256 of each scan that a bulletin names, hexadecimal, by its name below `public/`: a reader can tell that it has not changed. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Files that are handed on as they are. */
export interface Texts {
  readonly registry: string;
  readonly ledger: string | undefined;
}

/** Throws one error that lists everything if anything may not be published. */
export function libraryOf(
  { bulletins, histories, indicators, problems }: Assembled,
  { registry, ledger }: Texts,
  digest: (path: string) => string,
): CheckedLibrary {
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(format).join('\n\n')}\n`);
  const published = bulletins
    .filter((b) => !b.issue.draft)
    .reverse()
    .map((bulletin) => editionsOf(histories.get(bulletin.issue.number)!, bulletin));
  const newest = published.map(([{ bulletin }]) => bulletin);
  const originals = newest.flatMap(({ issue }) => (issue.original === null ? [] : `originals/${issue.original}`));
  return {
    bulletins: newest,
    editions: new Map(published.map((editions) => [editions[0].bulletin.issue.number, editions])),
    indicators,
    neighbours: neighboursOf(newest),
    registry,
    ...(ledger === undefined ? {} : { ledger }),
    originals: new Map(originals.map((path) => [path, digest(path)])),
  };
}
