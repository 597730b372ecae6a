import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin } from '../domain/issue.ts';
import type { Edition } from '../domain/version.ts';

/** Everything that is published: what the files about the whole site are made from. */
export interface Library {
  /** Every version of a bulletin by its number: bulletins newest first, and of each its versions newest first. */
  readonly editions: ReadonlyMap<number, readonly Edition[]>;
  readonly indicators: ReadonlyMap<string, Indicator>;
}

/** Each bulletin as its newest version states it, newest bulletin first. */
export const bulletinsOf = ({ editions }: Library): Bulletin[] =>
  [...editions.values()].map(([newest]) => newest!.bulletin);

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
export const lastModified = ({ editions }: Library): string =>
  [...editions.values()].map(modified).sort().at(-1) ?? NEVER;
