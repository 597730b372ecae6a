import { isNumeric, type Numeric, type Observation } from './observation.ts';
import { sameValue } from './quantity.ts';

/** Share of two-character pieces two names have in common at which a reader may take one for the other. */
const LOOKALIKE = 0.5;

/** Sørensen–Dice coefficient over the names' character pairs, 0…1 (Dice 1945, https://doi.org/10.2307/1932409). */
export function similarity(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)];
  const shared = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size === 0 ? Number(a === b) : (2 * shared) / (x.size + y.size);
}

/** Whether a reader may take `a` and `b` for the same indicator. */
export const lookalike = (a: string, b: string): boolean => a === b || similarity(a, b) >= LOOKALIKE;

/**
 * Pairs `[figure of the text, other figure]` of one bulletin that a reader would set against each other: the same
 * indicator or confusingly similar names, same unit, period and level, different numbers. Two names in one section
 * are told apart by the text itself.
 */
export function conflicts(observations: readonly Observation[]): [Numeric, Numeric][] {
  const numbers = observations.filter(isNumeric);
  const stated = numbers.filter((o) => o.role === 'stated');
  const others = numbers.filter((o) => o.role === 'achieved' || o.role === 'baseline');
  return stated.flatMap((a, i) => [...others, ...stated.slice(i + 1)].filter((b) => clash(a, b)).map((b): [Numeric, Numeric] => [a, b]));
}

function clash(a: Numeric, b: Numeric): boolean {
  if (a.unit !== b.unit || !samePeriod(a, b) || (a.level && b.level && a.level !== b.level)) return false;
  if (sameValue(a.value, b.value) && a.comparator === b.comparator && a.status === b.status) return false;
  if (a.indicator !== null && a.indicator === b.indicator) return true;
  return a.source.place !== b.source.place && lookalike(a.name, b.name);
}

/** A figure of the text without a date speaks of what was reached, not of the baseline year. */
function samePeriod(a: Numeric, b: Numeric): boolean {
  if (a.period && b.period) return a.period.year === b.period.year;
  return b.role !== 'baseline';
}

function pairs(name: string): Set<string> {
  const letters = [...name.replace(/[^\p{L}\p{N}]/gu, '')];
  return new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`));
}
