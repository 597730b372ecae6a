import type { Bulletin } from './issue.ts';

/** How many rows of a bulletin's tables had what outcome. */
export interface OutcomeCounts {
  readonly met: number;
  readonly missed: number;
  readonly pending: number;
  readonly noTarget: number;
}

/** Over every row of every table, so never of a part; a row of several targets counts once, by the worst of them. */
export function outcomeCounts({ groups }: Pick<Bulletin, 'groups'>): OutcomeCounts {
  const outcomes = groups.flatMap(({ rows }) => rows.map(({ comparison }) => comparison.outcome));
  const of = (outcome: (typeof outcomes)[number]): number => outcomes.filter((o) => o === outcome).length;
  return { met: of('met'), missed: of('missed'), pending: of('pending'), noTarget: of('no-target') };
}
