import { sameValue } from '../domain/quantity.ts';
import { halfWidth } from '../ingest/text/letters.ts';

/** Numbers at the odd places. */
const NUMBERS = /(\d+(?:,\d{3})*(?:\.\d+)?)/;

/**
 * Whether two cells say the same, however a program saved them: numbers count by their value (97.20% is 97.2%, which Excel
 * makes of it), and neither spaces nor the width of letters tell.
 */
export function isSameText(a: string, b: string): boolean {
  if (a === b) return true;
  const [x, y] = [a, b].map((text) => halfWidth(text).replace(/\s+/g, '').split(NUMBERS)) as [string[], string[]];
  return x.length === y.length && x.every((part, i) => (i % 2 === 0 ? part === y[i] : isSameNumber(part, y[i]!)));
}

const isSameNumber = (a: string, b: string): boolean =>
  a === b || sameValue(a.replaceAll(',', ''), b.replaceAll(',', ''));
