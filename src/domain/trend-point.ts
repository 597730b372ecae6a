import type { NumericObservation } from './observation.ts';
import type { Time } from './time.ts';

/** One number at its time, however many bulletins state it. */
export interface TrendPoint extends Time {
  readonly o: NumericObservation;
  /** Bulletins that state it, ascending. */
  readonly issues: readonly number[];
  /** How many changes of definition came before it. */
  readonly era: number;
  /** 省定 … of a target. */
  readonly setter: string | null;
}
