import { isNumeric, type Observation } from '../domain/observation.ts';
import { differenceUnit, type Units } from '../domain/unit.ts';
import type { Unread } from '../ingest/table/located.ts';
import { placeKey } from '../ingest/text/place.ts';
import { saidChange } from './change.ts';
import type { NumericClaim } from './claim.ts';
import { fitsUnit } from './fit.ts';
import type { Naming } from './naming.ts';
import type { Occurrence } from './occurrence.ts';
import { isInArea, NAMED } from './restated.ts';

/** What may not be concluded of a number of the text, since figures that it may be about are wrong, and told as such. */
export interface Doubt {
  /** Whether it may be a change from or to one of them. */
  readonly ofChange: (occurrence: Occurrence) => boolean;
  /**
   * The same of cells of tables alone, which need not stand in the text.
   * @param rows what is known of those that its sentence names: a whole column of theirs may be lost
   */
  readonly ofCell: (occurrence: Occurrence, rows: readonly unknown[]) => boolean;
  /** Whether it may be such a change, or the cell of a table, which is said as often as the text likes. */
  readonly ofAny: (occurrence: Occurrence) => boolean;
}

interface Setting {
  readonly naming: Naming;
  readonly units: Units;
  /** Areas that the tables name. */
  readonly areas: readonly string[];
}

/**
 * @param unread null where whole files or rows were lost
 * @param absent facts that no number of the text was found for
 */
export function doubtOf(unread: readonly Unread[] | null, absent: readonly NumericClaim[], setting: Setting): Doubt {
  const { naming, units } = setting;
  const lost = [...(unread ?? []), ...absent.map(({ o }) => unreadFigure(o, o.source.place || null))];
  const areas = [...new Set([...setting.areas, ...lost.flatMap(({ area }) => area ?? [])])];
  const mayStandAt = (occurrence: Occurrence, { place, names, area }: Unread): boolean => {
    const isOfSection = place !== null && placeKey(place) === placeKey(occurrence.block.place);
    if (names === null || isOfSection) return isOfSection || place === null;
    const isNamed = names.some((name) => naming.share(name, occurrence, 'paragraph') >= NAMED);
    return isNamed && (area === null || isInArea(area, occurrence, areas));
  };
  const isCounted = ({ figure }: Occurrence, unit: string | null): boolean =>
    unit === null || fitsUnit(figure.counted, unit, units);
  const mayBe = (occurrence: Occurrence, one: Unread): boolean =>
    isCounted(occurrence, one.unit) && mayStandAt(occurrence, one);
  const mayBeFrom = (occurrence: Occurrence, one: Unread): boolean =>
    isCounted(occurrence, one.unit && differenceUnit(one.unit, units)) && mayStandAt(occurrence, one);
  const cells = lost.filter(({ names }) => names !== null);
  const ofChange = (occurrence: Occurrence): boolean =>
    unread === null || lost.some((one) => mayBeFrom(occurrence, one));
  return {
    ofChange,
    ofCell: (occurrence, rows) =>
      (unread === null && rows.length > 0) || cells.some((one) => mayBeFrom(occurrence, one)),
    ofAny: (occurrence) =>
      unread === null ||
      cells.some((one) => mayBe(occurrence, one)) ||
      (saidChange(occurrence) !== undefined && ofChange(occurrence)),
  };
}

/** A number of the text that cannot be told where it should stand. */
export const unreadFigure = (o: Observation, place: string | null): Unread => ({
  place,
  printed: o.printed,
  unit: isNumeric(o) ? o.unit : null,
  area: null,
  names: null,
});
