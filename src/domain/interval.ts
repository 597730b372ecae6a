import type Big from 'big.js';

export interface End {
  readonly at: Big;
  /** Whether the end itself is left out. */
  readonly open: boolean;
}

/** A set of numbers; an absent end is unbounded. */
export interface Interval {
  readonly low?: End;
  readonly high?: End;
}

/** Whether every number of `a` lies in `b` (true), none does (false), or some may (undefined). */
export function within(a: Interval, b: Interval): boolean | undefined {
  if (reachesNoLower(a.low, b.low) && reachesNoHigher(a.high, b.high)) return true;
  return isBelow(a.high, b.low) || isBelow(b.high, a.low) ? false : undefined;
}

function reachesNoLower(low: End | undefined, bound: End | undefined): boolean {
  if (!bound) return true;
  return low !== undefined && (low.at.gt(bound.at) || (low.at.eq(bound.at) && (low.open || !bound.open)));
}

function reachesNoHigher(high: End | undefined, bound: End | undefined): boolean {
  if (!bound) return true;
  return high !== undefined && (high.at.lt(bound.at) || (high.at.eq(bound.at) && (high.open || !bound.open)));
}

/** Whether all that ends at `high` is smaller than all that begins at `low`. */
const isBelow = (high: End | undefined, low: End | undefined): boolean =>
  high !== undefined && low !== undefined && (high.at.lt(low.at) || (high.at.eq(low.at) && (high.open || low.open)));
