import { isNumeric, type NumericObservation, type Observation } from '../domain/observation.ts';
import { lowerOf } from '../domain/quantity.ts';
import type { Place } from '../ingest/problem/problem.ts';
import type { LocatedFact } from '../ingest/table/facts.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { Figure } from './figure/figure.ts';

/** An observation of the tables that the text may mention. */
export interface Claim<O extends Observation = Observation> {
  readonly o: O;
  /** Where a figure that the text lacks is reported; undefined where it need not stand in the text. */
  readonly at: Place | undefined;
  /** The cell that says where in the text it stands. */
  readonly place: Place;
  /** Of a row of facts.csv: it stands in the text exactly once. */
  readonly fact: LocatedFact | undefined;
}

export type NumericClaim = Claim<NumericObservation>;

export const isNumericClaim = (claim: Claim): claim is NumericClaim => isNumeric(claim.o);

/** Claims by the digits they begin with and by where they stand, so that a long text is not held against every one. */
export class ClaimIndex {
  private readonly byDigits: ReadonlyMap<string, readonly NumericClaim[]>;
  private readonly byValue: ReadonlyMap<string, readonly NumericClaim[]>;
  private readonly byRank: ReadonlyMap<string, readonly NumericClaim[]>;

  constructor(claims: readonly NumericClaim[]) {
    this.byDigits = Map.groupBy(claims, ({ o }) => lowerOf(o.quantity));
    this.byValue = Map.groupBy(claims, ({ o }) => valueOf(lowerOf(o.quantity)));
    this.byRank = Map.groupBy(
      claims.filter(({ o }) => o.rank),
      ({ o }) => o.rank!.value,
    );
  }

  /** Those of a section, and those that do not say of which, that print the same number, whatever stands around it. */
  alikeAt(place: string, { readings: [reading] }: Figure): readonly NumericClaim[] {
    const alike = reading === undefined ? [] : (this.byValue.get(valueOf(lowerOf(reading))) ?? []);
    return alike.filter(({ o }) => o.source.place === '' || placeKey(o.source.place) === placeKey(place));
  }

  /** Those that begin with the digits of a number of the text. */
  like({ readings }: Figure): readonly NumericClaim[] {
    return [...new Set(readings.map(lowerOf))].flatMap((digits) => this.byDigits.get(digits) ?? []);
  }

  /** Those that take the place (第5位) which a number of the text says. */
  ranked({ readings: [reading] }: Figure): readonly NumericClaim[] {
    return reading === undefined ? [] : (this.byRank.get(lowerOf(reading)) ?? []);
  }
}

/** `-84.0` to `84`: the number alone. */
function valueOf(digits: string): string {
  const [whole, decimals = ''] = digits.replace('-', '').split('.') as [string, string?];
  let end = decimals.length;
  while (decimals[end - 1] === '0') end -= 1;
  return end === 0 ? whole : `${whole}.${decimals.slice(0, end)}`;
}
