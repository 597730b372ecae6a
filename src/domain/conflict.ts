import { isNumeric, type NumericObservation, type Observation } from './observation.ts';
import { yearOf } from './period.ts';
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
 * Pairs `[figure of the text, other figure]` of one bulletin that a reader would set against each other: the same
 * indicator or confusingly similar names, same unit, period and level, different numbers. Two names in one section
 * are told apart by the text itself. Each pair once; of two figures of the text the later one comes first. Pairs that
 * are `related` are left out, and no more than `most` are told of one figure.
 */
export function* conflicts(
  observations: readonly Observation[],
  related: (a: NumericObservation, b: NumericObservation) => boolean = () => false,
  most = Infinity,
): Generator<[NumericObservation, NumericObservation]> {
  const numbers = observations.filter(isNumeric);
  const stated = numbers.filter((o) => o.role === 'stated');
  const near = nearby([...numbers.filter((o) => o.role === 'achieved' || o.role === 'baseline'), ...stated]);
  const earlier = new Set(numbers.filter((o) => o.role !== 'stated'));
  for (const a of stated) {
    let left = most;
    for (const b of near(a)) {
      if (!earlier.has(b) || !clash(a, b) || related(a, b)) continue;
      yield [a, b];
      left -= 1;
      if (left === 0) break;
    }
    earlier.add(a);
  }
}

function clash(a: NumericObservation, b: NumericObservation): boolean {
  if (a.unit !== b.unit || !samePeriod(a, b) || (a.level && b.level && a.level !== b.level)) return false;
  if (sameQuantity(a.quantity, b.quantity) && a.status === b.status) return false;
  if (a.indicator !== null && a.indicator === b.indicator) return true;
  return a.source.place !== b.source.place && isLookAlike(a.name, b.name);
}

/** A figure of the text without a date speaks of what was reached, not of the baseline year. */
function samePeriod(a: NumericObservation, b: NumericObservation): boolean {
  if (a.period && b.period) return yearOf(a.period) === yearOf(b.period);
  return b.role !== 'baseline';
}

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
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
}
