import type { Bulletin } from './issue.ts';

/** The bulletins of one topic that came before and after one; null where there is none. */
export interface Neighbours {
  readonly before: Bulletin | null;
  readonly after: Bulletin | null;
}

/** @param bulletins newest first */
export function neighboursOf({ issue: { number, topic } }: Bulletin, bulletins: readonly Bulletin[]): Neighbours {
  const isAlike = ({ issue }: Bulletin): boolean => issue.topic === topic;
  return {
    before: bulletins.find((b) => b.issue.number < number && isAlike(b)) ?? null,
    after: bulletins.findLast((b) => b.issue.number > number && isAlike(b)) ?? null,
  };
}
