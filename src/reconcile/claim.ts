import type { NumericObservation, Observation } from '../domain/observation.ts';
import { lowerOf, sameDigits } from '../domain/quantity.ts';
import type { Place } from '../ingest/problem/problem.ts';
import type { Mention } from '../ingest/prose/blocks.ts';
import { placeKey } from '../ingest/text/place.ts';

/** An observation of the tables that the text should mention. */
export interface Claim<O extends Observation = Observation> {
  readonly o: O;
  /** Where a figure that the text lacks is reported; undefined where it need not stand in the text. */
  readonly at: Place | undefined;
  /** The cell that says where in the text it stands. */
  readonly place: Place;
}

export type NumericClaim = Claim<NumericObservation>;

/** Whether a number of the text is the observation's: every digit, the qualifier, and the unit where it has one. */
export const states = ({ quantity, unit }: Mention, o: NumericObservation): boolean =>
  sameDigits(quantity, o.quantity) && (unit === undefined || unit === o.unit);

/** Claims by where they stand and by what they begin with, so that a long text is not held against every one. */
export class ClaimIndex {
  private readonly byPlace: ReadonlyMap<string, readonly NumericClaim[]>;
  private readonly byValue: ReadonlyMap<string, readonly NumericClaim[]>;
  private readonly byBoth: ReadonlyMap<string, readonly NumericClaim[]>;

  constructor(claims: readonly NumericClaim[]) {
    const placeOf = ({ o }: NumericClaim): string => placeKey(o.source.place);
    const valueOf = ({ o }: NumericClaim): string => lowerOf(o.quantity);
    this.byPlace = Map.groupBy(claims, placeOf);
    this.byValue = Map.groupBy(claims, valueOf);
    this.byBoth = Map.groupBy(claims, (c) => `${placeOf(c)}|${valueOf(c)}`);
  }

  /** Those of a section of the text. */
  at(place: string): readonly NumericClaim[] {
    return this.byPlace.get(placeKey(place)) ?? [];
  }

  /** Those that a number states, wherever they stand. */
  statedBy(mention: Mention): readonly NumericClaim[] {
    return (this.byValue.get(lowerOf(mention.quantity)) ?? []).filter(({ o }) => states(mention, o));
  }

  /** Those of a section that a number there states. */
  statedAt(place: string, mention: Mention): readonly NumericClaim[] {
    const key = `${placeKey(place)}|${lowerOf(mention.quantity)}`;
    return (this.byBoth.get(key) ?? []).filter(({ o }) => states(mention, o));
  }
}
