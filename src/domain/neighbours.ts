import type { Bulletin } from './issue.ts';
import { memo } from './memo.ts';

/** The bulletins of one topic that came before and after one; null where there is none. */
export interface Neighbours {
  readonly before: Bulletin | null;
  readonly after: Bulletin | null;
}

/** @param bulletins newest first */
export function neighboursOf({ issue: { number, topic } }: Bulletin, bulletins: readonly Bulletin[]): Neighbours {
  const alike = byTopic(bulletins).get(topic) ?? [];
  const [later, notLater] = [firstWhere(alike, (n) => n <= number), firstWhere(alike, (n) => n < number)];
  return { before: alike[notLater] ?? null, after: alike[later - 1] ?? null };
}

const byTopic = memo((bulletins: readonly Bulletin[]) => Map.groupBy(bulletins, ({ issue }) => issue.topic));

/** Where in a list of falling numbers those begin that are so small, found by halves. */
function firstWhere(bulletins: readonly Bulletin[], isSmall: (number: number) => boolean): number {
  let [from, to] = [0, bulletins.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isSmall(bulletins[middle]!.issue.number)) to = middle;
    else from = middle + 1;
  }
  return from;
}
