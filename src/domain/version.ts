import type { Comparison } from './comparison.ts';
import { isCharted, type Correction } from './correction.ts';
import type { Bulletin, Row } from './issue.ts';

/** A line of the ledger `data/published.csv`. */
export interface Release {
  readonly issue: number;
  readonly version: number;
  /** ISO. */
  readonly date: string;
  /** Of what the version's tables say, hexadecimal. */
  readonly sha256: string;
}

/** A bulletin as one version states it, with the corrections that made it of the version before. */
export interface Edition<B extends Bulletin = Bulletin> {
  readonly bulletin: B;
  readonly corrections: readonly Correction[];
}

/** A judgement that is not the same in two versions. */
export interface OutcomeChange {
  readonly indicator: string;
  readonly name: string;
  readonly before: Comparison;
  readonly after: Comparison;
}

const rowKey = ({ indicator, area }: Row): string => `${indicator}|${area ?? ''}`;

/** What a reader of the earlier version would now be told otherwise. */
export function outcomeChanges(before: Bulletin, after: Bulletin): OutcomeChange[] {
  const earlier = new Map(before.groups.flatMap((g) => g.rows.map((r) => [rowKey(r), r.comparison])));
  return after.groups.flatMap((g) =>
    g.rows.flatMap((row) => {
      const { indicator, name, comparison } = row;
      const was = earlier.get(rowKey(row));
      return was && was.outcome !== comparison.outcome ? [{ indicator, name, before: was, after: comparison }] : [];
    }),
  );
}

/** Corrections of a bulletin, newest first; with `indicators`, those that concern their cells in a table. */
export const correctionsOf = (editions: readonly Edition[], indicators?: ReadonlySet<string>): Correction[] =>
  editions
    .flatMap((e) => [...e.corrections].reverse())
    .filter((c) => !indicators || (isCharted(c) && indicators.has(c.code)));
