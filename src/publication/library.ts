import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin } from '../domain/issue.ts';
import { memo } from '../domain/memo.ts';
import { chartedOf, type Charted } from '../domain/charted.ts';
import type { Edition } from '../domain/version.ts';
import type { Publication } from './publication.ts';
import { speakerOf } from './speaker.ts';

/** Everything that is published: what the files about the whole site are made from. */
export interface Library {
  /** Every version of a bulletin by its number: bulletins newest first, and of each its versions newest first. */
  readonly editions: ReadonlyMap<number, readonly Edition[]>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** The text of the ledger `data/published.csv`; absent while nothing is released. */
  readonly ledger?: string;
}

/** Every address that a released version has promised, from the root of the site. */
export const promisedOf = ({ editions }: Library): string[] => [
  ...new Set([...editions.values()].flat().flatMap(({ sealed }) => sealed?.addresses ?? [])),
];

/** Each bulletin as its newest version states it, newest bulletin first. */
export const bulletinsOf = ({ editions }: Library): readonly Bulletin[] => newestOf(editions);

/** The same list of the same editions, so that what is known of it is known once. */
const newestOf = memo((editions: Library['editions']) => [...editions.values()].map(([newest]) => newest!.bulletin));

/** The indicators as a version had them; today's until it is released. */
export const indicatorsOf = ({ sealed }: Edition, { indicators }: Pick<Library, 'indicators'>): Library['indicators'] =>
  sealed?.indicators ?? indicators;

/** The site as a version named it, at the address that it has now; office and series are the bulletin's where it names them. */
export const publicationFor = ({ sealed, bulletin }: Edition, publication: Publication): Publication =>
  speakerOf({ ...publication, ...sealed?.publisher }, bulletin.issue);

/** What the page of a chart that always shows the newest version shows. */
export interface CurrentChart {
  /** An earlier one where the newest has it no more: its address stays. */
  readonly edition: Edition;
  readonly charted: Charted;
}

export function currentCharts(editions: readonly Edition[]): CurrentChart[] {
  const bySlug = new Map<string, CurrentChart>();
  for (const edition of editions)
    for (const charted of chartedOf(edition.bulletin))
      if (!bySlug.has(charted.slug)) bySlug.set(charted.slug, { edition, charted });
  return [...bySlug.values()];
}

/**
 * The last day on which a bulletin changed, ISO. A correction that is not released counts by its own day, so that no date
 * ever goes back.
 */
export const modified = (editions: readonly Edition[]): string =>
  editions
    .flatMap(({ bulletin: { issue, released }, corrections }) => [
      issue.date,
      released ?? issue.date,
      ...corrections.map(({ date }) => date),
    ])
    .sort()
    .at(-1)!;

/** Stands for the day of a site that has published nothing: feeds must have one, and there is no clock. */
const NEVER = '1970-01-01';

/** The last day on which anything changed, ISO. */
export const lastModified = ({ editions }: Library): string => latest([...editions.values()].map(modified)) ?? NEVER;

const latest = (days: readonly string[]): string | undefined => days.reduce((a, b) => (a > b ? a : b), '') || undefined;

/** The last day on which a bulletin changed that speaks of an indicator in any of its versions; undefined where none does. */
export const indicatorModified = (code: string, { editions }: Pick<Library, 'editions'>): string | undefined =>
  modifiedByIndicator(editions).get(code);

const modifiedByIndicator = memo((editions: Library['editions']) => {
  const days = new Map<string, string>();
  for (const versions of editions.values()) {
    const day = modified(versions);
    const codes = versions.flatMap(({ bulletin }) => bulletin.observations.flatMap(({ indicator }) => indicator ?? []));
    for (const code of new Set(codes)) if (day > (days.get(code) ?? '')) days.set(code, day);
  }
  return days;
});
