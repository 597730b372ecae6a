import type { Unread } from '../ingest/table/located.ts';
import { placeKey } from '../ingest/text/place.ts';
import { saidChange } from './change.ts';
import type { NumericClaim } from './claim.ts';
import type { Naming } from './naming.ts';
import type { Occurrence } from './occurrence.ts';
import { NAMED } from './restated.ts';

/** What may not be concluded of a number of the text, since figures that it may be about are wrong, and told as such. */
export interface Doubt {
  /** Whether it may be a change from or to one of them. */
  readonly ofChange: (occurrence: Occurrence) => boolean;
  /** Whether it may be such a change, or the cell of a table, which is said as often as the text likes. */
  readonly ofAny: (occurrence: Occurrence) => boolean;
}

/**
 * @param unread null where whole files or rows were lost
 * @param absent facts that no number of the text was found for
 */
export function doubtOf(unread: readonly Unread[] | null, absent: readonly NumericClaim[], naming: Naming): Doubt {
  const lost = absent.map(({ o }): Unread => ({ place: o.source.place || null, printed: o.printed, names: null }));
  const mayBe = (occurrence: Occurrence, { place, names }: Unread): boolean =>
    (names === null && place === null) ||
    (place !== null && placeKey(place) === placeKey(occurrence.block.place)) ||
    (names ?? []).some((name) => naming.share(name, occurrence, 'paragraph') >= NAMED);
  const ofChange = (occurrence: Occurrence): boolean =>
    unread === null || [...unread, ...lost].some((one) => mayBe(occurrence, one));
  return {
    ofChange,
    ofAny: (occurrence) =>
      unread === null ||
      unread.some((one) => one.names !== null && mayBe(occurrence, one)) ||
      (saidChange(occurrence) !== undefined && ofChange(occurrence)),
  };
}
