import { monthsOf, type Period } from '../../src/domain/period.ts';
import { period } from '../../src/ingest/text/period.ts';

export const year = (n: number): Period => monthsOf(`${n}年`, n, 1, 12);

/** A period by its words; a test that misspells one fails. */
export function written(words: string): Period {
  const found = period(words);
  if (!found) throw new Error(`“${words}” is no period`);
  return found;
}
