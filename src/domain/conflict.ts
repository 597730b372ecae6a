import { areaOf } from './area.ts';
import { isNumeric, type NumericObservation, type Observation } from './observation.ts';
import type { Period } from './period.ts';
import { sameQuantity } from './quantity.ts';

/** Share of two-character pieces two names have in common at which a reader may take one for the other. */
const LOOKALIKE = 0.5;

/** Sørensen–Dice coefficient over the names' character pairs, 0…1 (Dice 1945, https://doi.org/10.2307/1932409). */
export function similarity(a: string, b: string): number {
  const [x, y] = [pairsOf(a), pairsOf(b)];
  const shared = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size === 0 ? Number(a === b) : (2 * shared) / (x.size + y.size);
}

/** Whether a reader may take `a` and `b` for the same indicator. */
export const isLookAlike = (a: string, b: string): boolean => a === b || similarity(a, b) >= LOOKALIKE;

/**
 * Pairs `[figure of the text, other figure]` of one bulletin that a reader could take for one another: the same indicator or
 * confusingly similar names, one unit, time, level and area, different numbers. A figure that repeats a number of the table is
 * that number, and two registered indicators are two. Two names in one section are told apart by the text itself. Each pair
 * once; of two figures of the text the later one comes first. Pairs that are `related` are left out, and no more than `most` are
 * told of one figure.
 */
export function* conflicts(
  observations: readonly Observation[],
  related: (a: NumericObservation, b: NumericObservation) => boolean = () => false,
  most = Infinity,
): Generator<[NumericObservation, NumericObservation]> {
  const numbers = observations.filter(isNumeric);
  const stated = numbers.filter((o) => o.role === 'stated');
  const cells = numbers.filter((o) => o.role !== 'stated');
  const near = nearby([...cells, ...stated]);
  const earlier = new Set(cells);
  for (const a of stated) {
    const others = [...near(a)].filter((b) => earlier.has(b));
    const repeated = others.filter((b) => b.role !== 'stated' && isAlike(a, b) && isSameNumber(a, b));
    let left = most;
    for (const b of others) {
      if (!clash(a, b) || related(a, b) || repeated.some((r) => r.indicator === b.indicator && r.name === b.name))
        continue;
      yield [a, b];
      left -= 1;
      if (left === 0) break;
    }
    earlier.add(a);
  }
}

function clash(a: NumericObservation, b: NumericObservation): boolean {
  if (b.role === 'target' || b.role === 'frontier' || !isOfOneThing(a, b) || isSameNumber(a, b)) return false;
  if (a.indicator !== null && a.indicator === b.indicator) return true;
  return a.source.place !== b.source.place && isAlike(a, b);
}

/** Whether both are counted in one unit, for one time, level and area. */
const isOfOneThing = (a: NumericObservation, b: NumericObservation): boolean =>
  a.unit === b.unit &&
  isSameTime(a, b) &&
  areaOf(a.area) === areaOf(b.area) &&
  !(a.level && b.level && a.level !== b.level);

const isSameNumber = (a: NumericObservation, b: NumericObservation): boolean =>
  a.unit === b.unit && sameQuantity(a.quantity, b.quantity) && a.status === b.status;

/** Whether both may be of one indicator: two that are registered are only if they are the same. */
function isAlike(a: NumericObservation, b: NumericObservation): boolean {
  if (a.indicator !== null && b.indicator !== null) return a.indicator === b.indicator;
  return isLookAlike(a.name, b.name);
}

/** A figure of the text without a date speaks of what was reached, not of the baseline year. */
function isSameTime(a: NumericObservation, b: NumericObservation): boolean {
  const [own, others] = [timesOf(a), timesOf(b)];
  if (own.length === 0 || others.length === 0) return b.role !== 'baseline';
  return own.some((x) => others.some((y) => isOneTime(x, y)));
}

/** When a figure holds: of the text the time it states, of the table its column's time and the day it was reached by. */
const timesOf = ({ role, asOf, period }: NumericObservation): Period[] =>
  (role === 'stated' ? [asOf ?? period] : [asOf, period]).filter((time) => time !== null);

/** One span of time, or its last day. */
const isOneTime = (a: Period, b: Period): boolean =>
  a.code === b.code || (a.end === b.end && (a.kind === 'day' || b.kind === 'day'));

/**
 * Finds the figures that can clash with one, without looking at every pair of a long file: names alike by half share a
 * third of their pieces, so one of each name's rarest two thirds is shared.
 */
function nearby(all: readonly NumericObservation[]): (o: NumericObservation) => Iterable<NumericObservation> {
  const names = new Map<string, string[]>(
    [...new Set(all.map((o) => o.name))].map((name) => [name, [...pairsOf(name)]]),
  );
  const frequency = new Map<string, number>();
  for (const pieces of names.values()) for (const p of pieces) frequency.set(p, (frequency.get(p) ?? 0) + 1);
  const rare = (name: string): string[] => {
    const pieces = (names.get(name) ?? []).toSorted((a, b) => frequency.get(a)! - frequency.get(b)!);
    return pieces.slice(0, pieces.length - Math.ceil(pieces.length / 3) + 1);
  };
  const keys = (o: NumericObservation): string[] => [
    ...(o.indicator === null ? [] : [`indicator ${o.indicator}`]),
    `name ${o.name}`,
    ...rare(o.name),
  ];
  const index = new Map<string, NumericObservation[]>();
  for (const o of all)
    for (const key of keys(o)) {
      const found = index.get(key);
      if (found) found.push(o);
      else index.set(key, [o]);
    }
  return function* (o) {
    const seen = new Set<NumericObservation>();
    for (const key of keys(o)) {
      for (const other of index.get(key) ?? []) {
        if (!seen.has(other)) yield other;
        seen.add(other);
      }
    }
  };
}

/** The two-character pieces of a name, without signs. */
export function pairsOf(name: string): Set<string> {
  const pairs = new Set<string>();
  let before: string | undefined;
  for (const letter of name.replace(/[^\p{L}\p{N}]/gu, '')) {
    if (before !== undefined) pairs.add(before + letter);
    before = letter;
  }
  return pairs;
}
