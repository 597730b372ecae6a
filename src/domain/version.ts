import type { Comparison } from './comparison.ts';
import type { Correction } from './correction.ts';
import type { Bulletin } from './issue.ts';

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

/** What a reader of the earlier version would now be told otherwise. */
export function outcomeChanges(before: Bulletin, after: Bulletin): OutcomeChange[] {
  const earlier = new Map(before.groups.flatMap((g) => g.rows.map((r) => [r.indicator, r.comparison])));
  return after.groups.flatMap((g) => g.rows.flatMap(({ indicator, name, comparison }) => {
    const was = earlier.get(indicator);
    return was && was.outcome !== comparison.outcome ? [{ indicator, name, before: was, after: comparison }] : [];
  }));
}

/** The corrections that concern cells of these indicators in a table, newest first. */
export const correctionsOf = (editions: readonly Edition[], indicators: ReadonlySet<string>): Correction[] =>
  editions.flatMap((e) => [...e.corrections].reverse()).filter((c) => c.code !== null && indicators.has(c.code) && c.column !== '数值');

/** Every correction of every bulletin, newest first; those of one day in the order of the log, last first. */
export const allCorrections = (histories: Iterable<readonly Edition[]>): Correction[] =>
  [...histories].flatMap((editions) => editions.flatMap((e) => [...e.corrections].reverse())).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
