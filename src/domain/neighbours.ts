import type { Bulletin } from './issue.ts';
import { outcomeCounts, type OutcomeCounts } from './outcome-counts.ts';

/** What a bulletin's page says of another. */
interface Neighbour {
  readonly number: number;
  readonly title: string;
  readonly counts: OutcomeCounts;
}

/** The bulletins of one topic that came before and after one; null where there is none. */
export interface Neighbours {
  readonly before: Neighbour | null;
  readonly after: Neighbour | null;
}

/** Those of every bulletin by its number. @param bulletins newest first */
export function neighboursOf(bulletins: readonly Bulletin[]): Map<number, Neighbours> {
  const found = new Map<number, Neighbours>();
  for (const alike of Map.groupBy(bulletins, ({ issue }) => issue.topic).values()) {
    const line = alike.map(neighbour);
    for (const [i, { number }] of line.entries())
      found.set(number, { before: line[i + 1] ?? null, after: line[i - 1] ?? null });
  }
  return found;
}

const neighbour = (bulletin: Bulletin): Neighbour => ({
  number: bulletin.issue.number,
  title: bulletin.issue.title,
  counts: outcomeCounts(bulletin),
});
