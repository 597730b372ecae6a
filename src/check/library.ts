import { format } from '../ingest/problem/problem.ts';
import type { Edition } from '../domain/version.ts';
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
  readonly editions: ReadonlyMap<number, readonly Edition<ReconciledBulletin>[]>;
  /** The text of `data/indicators.csv`, for checks in a browser that come without one. */
  readonly registry: string;
  /** SHA-256 of each scan that a bulletin names, hexadecimal, by its name below `public/`: a reader can tell that it has not changed. */
  readonly originals: ReadonlyMap<string, string>;
}

/** Throws one error that lists everything if anything may not be published. */
export function libraryOf(
  { bulletins, histories, indicators, problems }: Assembled,
  registry: string,
  digest: (path: string) => string,
): CheckedLibrary {
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new Error(`${errors.map(format).join('\n\n')}\n`);
  const published = bulletins.filter((b) => !b.issue.draft).reverse();
  const originals = published.flatMap(({ issue }) => (issue.original === null ? [] : `originals/${issue.original}`));
  return {
    bulletins: published,
    editions: new Map(published.map(({ issue }) => [issue.number, histories.get(issue.number)!.editions])),
    indicators,
    registry,
    originals: new Map(originals.map((path) => [path, digest(path)])),
  };
}
