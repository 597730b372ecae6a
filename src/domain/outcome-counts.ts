import type { Bulletin } from './issue.ts';

/** How many targets of a bulletin's tables had what outcome, and how many rows have none. */
export interface OutcomeCounts {
  readonly met: number;
  readonly missed: number;
  readonly pending: number;
  readonly noTarget: number;
}

/** Over every row of every table, so never of a part; each of a row's targets counts, as a headline counts them. */
export function outcomeCounts({ groups }: Pick<Bulletin, 'groups'>): OutcomeCounts {
  const outcomes = groups.flatMap(({ rows }) =>
    rows.flatMap(({ comparison: { targets } }) => {
      const judged = targets.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'no-target');
      return judged.length > 0 ? judged : ['no-target' as const];
    }),
  );
  const of = (outcome: (typeof outcomes)[number]): number => outcomes.filter((o) => o === outcome).length;
  return { met: of('met'), missed: of('missed'), pending: of('pending'), noTarget: of('no-target') };
}
