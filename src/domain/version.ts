import type { Comparison } from './comparison.ts';
import { isCharted, type Correction } from './correction.ts';
import type { Indicator } from './indicator.ts';
import type { Bulletin, Row } from './issue.ts';

/** A line of the ledger `data/published.csv`. */
export interface Release {
  readonly issue: number;
  readonly version: number;
  /** Number of the layout that the version was sealed in. */
  readonly format: number;
  /** ISO. */
  readonly date: string;
  /** Of the list of the version's files and their digests, hexadecimal. */
  readonly sha256: string;
}

/** Who publishes, as pages, files and citations of a version name it. */
export interface Publisher {
  /** Of the site. */
  readonly name: string;
  readonly series: string;
  readonly office: string;
  /** Whose figures these are. */
  readonly city: string;
}

/** What a released version keeps besides the bulletin. */
interface Sealed {
  /** The indicators it speaks of, as the registry had them. */
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly publisher: Publisher;
  /** Its public data files by name, byte for byte. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Every address that it promised, from the root of the site. */
  readonly addresses: readonly string[];
}

/** A bulletin as one version states it, with the corrections that made it of the version before. */
export interface Edition<B extends Bulletin = Bulletin> {
  readonly bulletin: B;
  readonly corrections: readonly Correction[];
  /** Absent until it is released. */
  readonly sealed?: Sealed;
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
