import type { GapStatus, Observation } from '../../src/domain/observation.ts';
import type { Comparator, Quantity } from '../../src/domain/quantity.ts';
import type { ObservationRecord } from '../../src/exports/dataset/observation-record.ts';

/** The observation that a record of a public file was made of. */
export function observationOf({
  value,
  upper,
  comparator,
  text,
  missing,
  missingReason,
  cumulative,
  rank,
  ...o
}: ObservationRecord): Observation {
  if (value !== null && comparator !== null)
    return {
      ...o,
      kind: 'number',
      cumulative,
      rank,
      quantity: quantityOf(value, upper, comparator),
      status: o.status === 'F' ? 'F' : 'A',
    };
  if (missing !== null)
    return { ...o, kind: 'gap', word: missing, reason: missingReason, status: o.status as GapStatus };
  return { ...o, kind: 'statement', text: text ?? '', status: 'A' };
}

export const quantityOf = (value: string, upper: string | null, comparator: Comparator): Quantity =>
  comparator === 'range'
    ? { kind: 'range', lower: value, upper: upper ?? value }
    : { kind: 'point', value, comparator };
