import { threshold, whyApart } from './comparison.ts';
import type { Direction } from './indicator.ts';
import type { Row } from './issue.ts';
import { isNumeric, type NumericObservation } from './observation.ts';
import { comparatorOf, isNotComputable, lowerOf, notComputable, type NotComputable } from './quantity.ts';

/** A row set against its target, so that the targets of all rows can stand in one place. */
export interface Aligned {
  readonly kind: 'aligned';
  readonly target: NumericObservation;
  /** The number at which the target is reached. */
  readonly threshold: string;
  /** 1 where a larger number is the better one, −1 where a smaller one is. */
  readonly sense: 1 | -1;
  readonly achieved: NumericObservation;
  /** Null where it is no number, or may not be set against what was reached. */
  readonly baseline: NumericObservation | null;
}

/** @param row with one target: one of `targetViews` */
export function aligned(row: Row, direction: Direction): Aligned | NotComputable {
  const { target, achieved, baseline } = row.cells;
  if (!isNumeric(target)) return notComputable('通报未列目标');
  if (!isNumeric(achieved)) return notComputable('通报没有达到水平的数值');
  const { margin } = row.comparison;
  if (isNotComputable(margin)) return margin;
  const sense = senseOf(target, direction);
  if (sense === null) return notComputable('这项指标不分高低好坏，等于目标才算达标');
  if (target.quantity.kind === 'range') return notComputable('目标是一段范围');
  const at = threshold(target);
  return {
    kind: 'aligned',
    target,
    threshold: lowerOf(isNumeric(at) ? at.quantity : target.quantity),
    sense,
    achieved,
    baseline: row.incomparable === null ? comparable(achieved, baseline) : null,
  };
}

const comparable = (achieved: NumericObservation, baseline: Row['cells']['baseline']): NumericObservation | null =>
  isNumeric(baseline) && whyApart(achieved, baseline) === null ? baseline : null;

/** A floor wants more and a ceiling less, whatever the registry says of the indicator. */
function senseOf({ quantity }: NumericObservation, direction: Direction): 1 | -1 | null {
  const comparator = comparatorOf(quantity);
  if (comparator === 'ge' || comparator === 'gt') return 1;
  if (comparator === 'le' || comparator === 'lt') return -1;
  if (direction === '中性') return null;
  return direction === '越高越好' ? 1 : -1;
}
