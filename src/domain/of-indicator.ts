import type { Bulletin, Row } from './issue.ts';
import { memo } from './memo.ts';
import type { Observation } from './observation.ts';

/** Rows of a bulletin's tables by their indicator. */
const rows = memo(({ groups }: Pick<Bulletin, 'groups'>) =>
  Map.groupBy(
    groups.flatMap((group) => group.rows),
    ({ indicator }) => indicator,
  ),
);

const observations = memo(({ observations: all }: Pick<Bulletin, 'observations'>) =>
  Map.groupBy(all, ({ indicator }) => indicator),
);

const bulletins = memo((all: readonly Bulletin[]) => {
  const found = new Map<string | null, Bulletin[]>();
  for (const bulletin of all)
    for (const code of observations(bulletin).keys()) {
      const known = found.get(code);
      if (known) known.push(bulletin);
      else found.set(code, [bulletin]);
    }
  return found;
});

const NONE: readonly never[] = [];

/** Every row of an indicator in the tables of a bulletin, in their order. */
export const rowsOfIndicator = (bulletin: Pick<Bulletin, 'groups'>, code: string): readonly Row[] =>
  rows(bulletin).get(code) ?? NONE;

/** All that a bulletin states of an indicator, in its tables and its text. */
export const observationsOfIndicator = (
  bulletin: Pick<Bulletin, 'observations'>,
  code: string,
): readonly Observation[] => observations(bulletin).get(code) ?? NONE;

/** The bulletins that speak of an indicator, in their order; of the same bulletins the same list. */
export const bulletinsOfIndicator = (all: readonly Bulletin[], code: string): readonly Bulletin[] =>
  bulletins(all).get(code) ?? NONE;
