import Big from 'big.js';

/** How a printed number bounds the true one. `over`/`under` are 余、多/近: near the number, on that side of it. */
export const COMPARATORS = ['eq', 'ge', 'gt', 'le', 'lt', 'about', 'over', 'under', 'range'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** A printed number: digits exactly as printed (`84.0` stays `84.0`), never a float. */
export interface Quantity {
  readonly value: string;
  /** Upper end of a range; null unless `comparator` is `range`. */
  readonly upper: string | null;
  readonly comparator: Comparator;
}

/** Why something cannot be computed, as a clause the page prints. */
export interface Undefined {
  readonly reason: string;
}

interface End {
  readonly at: Big;
  readonly open: boolean;
}

/** The set of numbers a quantity allows; an absent end is unbounded. */
export interface Interval {
  readonly low?: End;
  readonly high?: End;
}

export const isUndefined = (x: object): x is Undefined => 'reason' in x;

export const exactly = (value: string): Quantity => ({ value, upper: null, comparator: 'eq' });

/** 概数 (about, over, under) have no stated bounds, so they yield none. */
export function interval(q: Quantity): Interval | undefined {
  const at = new Big(q.value);
  const closed = { at, open: false };
  const open = { at, open: true };
  switch (q.comparator) {
    case 'eq':
      return { low: closed, high: closed };
    case 'ge':
      return { low: closed };
    case 'gt':
      return { low: open };
    case 'le':
      return { high: closed };
    case 'lt':
      return { high: open };
    case 'range':
      return { low: closed, high: { at: new Big(q.upper ?? q.value), open: false } };
    default:
      return undefined;
  }
}

/**
 * `a − b`, exact. A bound stays a bound: 85 − (≥70) is at most +15.
 * Undefined, with the reason, where either is 概数 or nothing bounds the difference.
 */
export function difference(a: Quantity, b: Quantity): Quantity | Undefined {
  const x = interval(a);
  const y = interval(b);
  if (!x || !y) return { reason: '其中有概数（约、余、近），不作加减' };
  const low = x.low && y.high ? end(x.low.at.minus(y.high.at), x.low.open || y.high.open) : undefined;
  const high = x.high && y.low ? end(x.high.at.minus(y.low.at), x.high.open || y.low.open) : undefined;
  if (low && high) {
    if (low.at.eq(high.at)) return exactly(low.at.toFixed());
    if (low.open || high.open) return { reason: '两数都只有界限，差额无法确定' };
    return { value: low.at.toFixed(), upper: high.at.toFixed(), comparator: 'range' };
  }
  if (low) return { value: low.at.toFixed(), upper: null, comparator: low.open ? 'gt' : 'ge' };
  if (high) return { value: high.at.toFixed(), upper: null, comparator: high.open ? 'lt' : 'le' };
  return { reason: '两数都只有界限，差额无法确定' };
}

/** Whether every number `a` allows lies in `b` (true), none does (false), or it cannot be told (undefined). */
export function within(a: Interval, b: Interval): boolean | undefined {
  const inside =
    (!b.low || (!!a.low && (a.low.at.gt(b.low.at) || (a.low.at.eq(b.low.at) && (a.low.open || !b.low.open))))) &&
    (!b.high || (!!a.high && (a.high.at.lt(b.high.at) || (a.high.at.eq(b.high.at) && (a.high.open || !b.high.open)))));
  if (inside) return true;
  return before(a.high, b.low) || before(b.high, a.low) ? false : undefined;
}

/** Sign of a difference: 1, 0, −1, or undefined where its bounds straddle zero. */
export function sign(q: Quantity): -1 | 0 | 1 | undefined {
  const i = interval(q);
  if (!i) return undefined;
  const zero = new Big(0);
  if (i.low && (i.low.at.gt(zero) || (i.low.at.eq(zero) && i.low.open))) return 1;
  if (i.high && (i.high.at.lt(zero) || (i.high.at.eq(zero) && i.high.open))) return -1;
  return i.low?.at.eq(zero) && i.high?.at.eq(zero) ? 0 : undefined;
}

/** Equal as numbers: `88` and `88.0` are. */
export const sameValue = (a: string, b: string): boolean => new Big(a).eq(b);

const end = (at: Big, open: boolean): End => ({ at, open });

const before = (a: End | undefined, b: End | undefined): boolean =>
  !!a && !!b && (a.at.lt(b.at) || (a.at.eq(b.at) && (a.open || b.open)));
