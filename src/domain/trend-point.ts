import type { Difference, Judgement, Outcome } from './comparison.ts';
import type { NumericObservation, Observation } from './observation.ts';
import type { NotComputable } from './quantity.ts';
import type { Time } from './time.ts';

/** What a bulletin's row says of a target and of what was reached for it. */
export type PointJudgement = Judgement & {
  readonly issue: number;
  readonly achieved: Observation | undefined;
  readonly margin: Difference | NotComputable;
};

/** One number at its time, however many bulletins state it. */
export interface TrendPoint extends Time {
  readonly o: NumericObservation;
  /** Bulletins that state it, ascending. */
  readonly issues: readonly number[];
  /** How many changes of definition came before it. */
  readonly era: number;
  /** 省定 … of a target. */
  readonly setter: string | null;
  /** Of a target what became of it, of a number that was reached what became of its targets; otherwise none. */
  readonly judgements: readonly PointJudgement[];
}

/**
 * The outcome of a target, or of what was reached for several: pending only while no bulletin has judged it, else missed where
 * one is. Null where there is nothing to judge.
 */
export function outcomeOf({ judgements }: Pick<TrendPoint, 'judgements'>): Exclude<Outcome, 'no-target'> | null {
  const outcomes = new Set(judgements.map(({ outcome }) => outcome));
  return (['missed', 'met', 'pending'] as const).find((outcome) => outcomes.has(outcome)) ?? null;
}

/** The judgement that decides a point's outcome, of the newest bulletin. */
export const judgementOf = (point: Pick<TrendPoint, 'judgements'>): PointJudgement | undefined =>
  point.judgements.findLast(({ outcome }) => outcome === outcomeOf(point));
