import type { Place } from '../ingest/problem/problem.ts';

/**
 * One thing that the newest version published and what the files say in its place now. `before` is null for a row that the
 * version had not, `after` for one that the files have no more; '' says that it is there and blank.
 */
export interface Pair {
  /** What a correction of it may say as 指标; a blank name where it is the bulletin's own. */
  readonly names: readonly string[];
  /** As 列. */
  readonly column: string;
  /** As 出处, where names alone do not tell it. */
  readonly places: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
  /** Where the files say it now. */
  readonly at: Place;
}
