import type { NamedCell } from './cells.ts';
import type { LocatedCorrection } from './corrections.ts';
import type { RecordedCell } from './record.ts';

/** Whether two names are of one indicator. */
export type Same = (a: string, b: string) => boolean;

/** What a released version recorded, and what the files say in its place once their later corrections are undone. */
export interface VersionDiff {
  readonly issue: number;
  readonly version: number;
  /** Both by the keys of the present rows. */
  readonly was: ReadonlyMap<string, RecordedCell>;
  readonly is: ReadonlyMap<string, NamedCell>;
  /** The cells of `is` in their order. */
  readonly state: readonly NamedCell[];
  /** Corrections that came after the version. */
  readonly later: readonly LocatedCorrection[];
  readonly same: Same;
}
