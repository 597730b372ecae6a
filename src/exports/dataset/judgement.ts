import type { Difference } from '../../domain/comparison.ts';
import type { Bulletin, Cell, Row } from '../../domain/issue.ts';
import { memo } from '../../domain/memo.ts';
import type { Observation } from '../../domain/observation.ts';
import { isExact, isNotComputable, lowerOf, type NotComputable } from '../../domain/quantity.ts';
import { rowIn } from '../../domain/target-view.ts';

/** What follows from an observation of a table, as a line of a file says it beside the value. */
export interface JudgementColumns {
  /** met missed pending no-target. */
  readonly outcome: string | null;
  /** achieved − baseline, exact; null where it cannot be computed or only bounded. */
  readonly change: string | null;
  /** achieved − target, likewise. */
  readonly margin: string | null;
}

const NO_JUDGEMENT: JudgementColumns = { outcome: null, change: null, margin: null };

/** A target's line says what became of it; a reached value's line what became of all targets, and its change. */
export const judgementsOf =
  (bulletin: Pick<Bulletin, 'groups'>) =>
  (o: Observation): JudgementColumns =>
    (o.role === 'stated' ? undefined : judged(bulletin).get(keyOf(o))) ?? NO_JUDGEMENT;

/** Each chart of a bulletin asks for its own. */
const judged = memo(
  ({ groups }: Pick<Bulletin, 'groups'>) =>
    new Map(
      groups.flatMap((group) => group.rows.flatMap((row) => row.all.map((cell) => [keyOf(cell.o), of(row, cell)]))),
    ),
);

const keyOf = ({ indicator, area, role, setter, period, source }: Observation): string =>
  JSON.stringify([indicator, area, role, setter, period?.code, source.place]);

function of(row: Row, { column, o }: Cell): JudgementColumns {
  const { comparison, cells } = row;
  if (column.role === 'target') {
    const { outcome, margin } = rowIn(row, column).comparison;
    return { outcome, change: null, margin: written(margin) };
  }
  if (o !== cells.achieved) return NO_JUDGEMENT;
  const { outcome, change, margin, targets } = comparison;
  return { outcome, change: written(change), margin: targets.length === 1 ? written(margin) : null };
}

const written = (d: Difference | NotComputable): string | null =>
  !isNotComputable(d) && isExact(d.quantity) ? lowerOf(d.quantity) : null;
