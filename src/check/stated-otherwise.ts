import type { Cell, Row } from '../domain/issue.ts';
import { isNumeric, type NumericObservation } from '../domain/observation.ts';
import { rowsOfIndicator } from '../domain/of-indicator.ts';
import { sameQuantity } from '../domain/quantity.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';

/** A number of a row, and the last one before it that should be the same. */
export interface StatedOtherwise {
  readonly column: string;
  readonly now: NumericObservation;
  readonly before: NumericObservation;
}

/**
 * Numbers of a row that an earlier bulletin gives otherwise for the same time: a baseline is mostly what was reached before, and a
 * target stays. Where rows were exchanged in every table and sentence of a bulletin, nothing else shows it.
 * @param earlier bulletins, newest last
 */
export const statedOtherwise = (row: Row, earlier: readonly ReconciledBulletin[]): StatedOtherwise[] =>
  row.all.flatMap(({ column, o: now }) => {
    // Of what frontier somebody else was at, mostly no time is told.
    if (!isNumeric(now) || now.period === null) return [];
    const before = earlier
      .flatMap((bulletin) => rowsOfIndicator(bulletin, row.indicator).filter(({ area }) => area === row.area))
      .flatMap(({ all }) => numbersOf(all))
      .findLast((o) => isOfOneThing(o, now));
    return before && !sameQuantity(before.quantity, now.quantity) ? [{ column: column.label, now, before }] : [];
  });

const numbersOf = (cells: readonly Cell[]): NumericObservation[] => cells.map(({ o }) => o).filter(isNumeric);

/** What is expected may come otherwise, and what one level has is not another's. */
const isOfOneThing = (a: NumericObservation, b: NumericObservation): boolean =>
  kindOf(a) === kindOf(b) && isOne(a.level, b.level) && isOne(a.asOf?.end, b.asOf?.end);

const kindOf = ({ role, setter, period, unit, status, cumulative }: NumericObservation): string =>
  JSON.stringify([role === 'achieved' ? 'baseline' : role, setter, period?.code, unit, status, cumulative]);

/** Where a bulletin does not say, it may be either. */
const isOne = <T>(a: T | null | undefined, b: T | null | undefined): boolean => a == null || b == null || a === b;
