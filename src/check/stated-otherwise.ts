import { areaOf } from '../domain/area.ts';
import type { Row } from '../domain/issue.ts';
import { isNumeric, type NumericObservation } from '../domain/observation.ts';
import { within } from '../domain/interval.ts';
import { rowsOfIndicator } from '../domain/of-indicator.ts';
import { comparatorOf, interval, sameQuantity, type Quantity } from '../domain/quantity.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';

/** A number of a row, and the last one before it that should be the same. */
export interface StatedOtherwise {
  readonly column: string;
  readonly now: NumericObservation;
  readonly before: NumericObservation;
}

/**
 * Baselines and targets of a row that an earlier bulletin gives otherwise for the same time: a baseline is mostly what was
 * reached before, and a target stays. Where rows were exchanged in every table and sentence of a bulletin, nothing else shows
 * it. What is reached may go on while its year does, and what one of several numbers says is said.
 * @param earlier bulletins in which the indicator is defined alike, newest last
 */
export function statedOtherwise(row: Row, earlier: readonly ReconciledBulletin[]): StatedOtherwise[] {
  const said = earlier.map((bulletin) => numbersOf(bulletin, row));
  return row.all.flatMap(({ column, o: now }) => {
    if (!isNumeric(now) || !(now.role === 'baseline' || now.role === 'target') || now.period === null) return [];
    const before = said.map((all) => all.filter((o) => isComparable(o, now))).findLast((all) => all.length > 0);
    if (!before?.every((o) => contradicts(o.quantity, now.quantity))) return [];
    return [{ column: column.label, now, before: before.at(-1)! }];
  });
}

/** What a bulletin's tables say of a row's indicator in its area. */
const numbersOf = (bulletin: ReconciledBulletin, { indicator, area }: Row): NumericObservation[] =>
  rowsOfIndicator(bulletin, indicator)
    .filter((row) => areaOf(row.area) === areaOf(area))
    .flatMap(({ all }) => all.map(({ o }) => o).filter(isNumeric));

/** What is expected may come otherwise, and what one level has is not another's. */
const isComparable = (before: NumericObservation, now: NumericObservation): boolean =>
  roleOf(before) === roleOf(now) &&
  before.period?.code === now.period?.code &&
  before.unit === now.unit &&
  before.status === now.status &&
  before.cumulative === now.cumulative &&
  isOne(before.setter, now.setter) &&
  isOne(before.level, now.level) &&
  isOne(before.asOf?.end, now.asOf?.end);

const roleOf = ({ role }: NumericObservation): string => (role === 'achieved' ? 'baseline' : role);

/** Where a bulletin does not say, it may be either. */
const isOne = <T>(a: T | null | undefined, b: T | null | undefined): boolean => a == null || b == null || a === b;

/** Of one kind, where they are not equal; else where no number is both: 14.8 was 15左右 before. */
function contradicts(a: Quantity, b: Quantity): boolean {
  if (comparatorOf(a) === comparatorOf(b)) return !sameQuantity(a, b);
  const [x, y] = [interval(a), interval(b)];
  return x !== undefined && y !== undefined && within(x, y) === false;
}
