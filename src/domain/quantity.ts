import Big from 'big.js';
import type { End, Interval } from './interval.ts';

/** How a printed number bounds the true one. `over`/`under` are 余、多/近: near the number, on that side of it. */
export const COMPARATORS = ['eq', 'ge', 'gt', 'le', 'lt', 'about', 'over', 'under', 'range'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/** A printed number: digits exactly as printed (`84.0` stays `84.0`), never a float. */
export type Quantity = PointQuantity | RangeQuantity;

export interface PointQuantity {
  readonly kind: 'point';
  readonly value: string;
  readonly comparator: Exclude<Comparator, 'range'>;
}

/** `1—2`: both ends belong to it. */
interface RangeQuantity {
  readonly kind: 'range';
  readonly lower: string;
  readonly upper: string;
}

/** Why something cannot be computed, as a clause the page prints. */
export interface NotComputable {
  readonly kind: 'not-computable';
  readonly reason: string;
}

export const isNotComputable = (x: { readonly kind: string }): x is NotComputable => x.kind === 'not-computable';

export const notComputable = (reason: string): NotComputable => ({ kind: 'not-computable', reason });

export const exactly = (value: string): PointQuantity => ({ kind: 'point', value, comparator: 'eq' });

/** The printed number, or the first of a range. */
export const lowerOf = (q: Quantity): string => (q.kind === 'range' ? q.lower : q.value);

/** The printed number, or the second of a range. */
export const upperOf = (q: Quantity): string => (q.kind === 'range' ? q.upper : q.value);

export const comparatorOf = (q: Quantity): Comparator => (q.kind === 'range' ? 'range' : q.comparator);

/** 以上, 超过, 以下, 不足: one end is known and the other is open. */
export const isBound = (q: Quantity): boolean => ['ge', 'gt', 'le', 'lt'].includes(comparatorOf(q));

/** A plain number: no bound, no range, no 概数. */
export const isExact = (q: Quantity): q is PointQuantity => q.kind === 'point' && q.comparator === 'eq';

/** The numbers a quantity allows. 概数 (about, over, under) have no stated bounds, so they yield none. */
export function interval(q: Quantity): Interval | undefined {
  if (q.kind === 'range') return { low: closed(q.lower), high: closed(q.upper) };
  switch (q.comparator) {
    case 'eq':
      return { low: closed(q.value), high: closed(q.value) };
    case 'ge':
      return { low: closed(q.value) };
    case 'gt':
      return { low: open(q.value) };
    case 'le':
      return { high: closed(q.value) };
    case 'lt':
      return { high: open(q.value) };
    case 'about':
    case 'over':
    case 'under':
      return undefined;
  }
}

const closed = (value: string): End => ({ at: new Big(value), open: false });
const open = (value: string): End => ({ at: new Big(value), open: true });

/**
 * `a − b`, exact. A bound stays a bound: 85 − (≥70) is at most +15.
 * Not computable where either is 概数 or nothing bounds the difference.
 */
export function difference(a: Quantity, b: Quantity): Quantity | NotComputable {
  const [x, y] = [interval(a), interval(b)];
  if (!x || !y) return notComputable('其中有概数（约、余、近），不作加减');
  return quantityIn({ ...endOf('low', x.low, y.high), ...endOf('high', x.high, y.low) });
}

/** One end of a difference, which needs an end of both numbers. */
const endOf = (side: 'low' | 'high', a: End | undefined, b: End | undefined): Interval =>
  a && b ? { [side]: { at: a.at.minus(b.at), open: a.open || b.open } } : {};

/** Both ends are closed where both exist: only a range has two. */
function quantityIn({ low, high }: Interval): Quantity | NotComputable {
  if (low && high) {
    const [lower, upper] = [low.at.toFixed(), high.at.toFixed()];
    return low.at.eq(high.at) ? exactly(lower) : { kind: 'range', lower, upper };
  }
  if (low) return { kind: 'point', value: low.at.toFixed(), comparator: low.open ? 'gt' : 'ge' };
  if (high) return { kind: 'point', value: high.at.toFixed(), comparator: high.open ? 'lt' : 'le' };
  return notComputable('两数都只有界限，差额无法确定');
}

/** Sign of a difference: 1, 0, −1, or undefined where its bounds straddle zero. */
export function sign(q: Quantity): -1 | 0 | 1 | undefined {
  const { low, high } = interval(q) ?? {};
  if (low && isBeyondZero(low, low.at.cmp(0))) return 1;
  if (high && isBeyondZero(high, -high.at.cmp(0))) return -1;
  return low?.at.eq(0) && high?.at.eq(0) ? 0 : undefined;
}

/** @param side 1 where the end lies on the side to which the numbers go on, 0 at zero, −1 on the other. */
const isBeyondZero = ({ open }: End, side: number): boolean => side > 0 || (side === 0 && open);

/** Equal as numbers: `88` and `88.0` are. */
export const sameValue = (a: string, b: string): boolean => new Big(a).eq(b);

/** The same for all digits of one value: `97.20` and `097.2` are `97.2`. */
export const plainDigits = (digits: string): string => new Big(digits).toFixed();

/** Equal as quantities, however many digits are printed. */
export const sameQuantity = (a: Quantity, b: Quantity): boolean =>
  comparatorOf(a) === comparatorOf(b) && sameValue(lowerOf(a), lowerOf(b)) && sameValue(upperOf(a), upperOf(b));

/** The same for all quantities that are equal. */
export const quantityKey = (q: Quantity): string =>
  [comparatorOf(q), plainDigits(lowerOf(q)), plainDigits(upperOf(q))].join(' ');

/** Equal to the last printed digit: `88` and `88.0` are not. */
export const sameDigits = (a: Quantity, b: Quantity): boolean =>
  comparatorOf(a) === comparatorOf(b) && lowerOf(a) === lowerOf(b) && upperOf(a) === upperOf(b);
