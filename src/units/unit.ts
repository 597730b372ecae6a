import type { CheckedLibrary } from '../check/library.ts';

/**
 * A part of the site that is made by itself: a bulletin's pages, versions, embeds, charts and files; an indicator over time;
 * the lists, feeds and interface of all; the data of all in one, and the catalogue of data files; an index of search.
 */
export type UnitKind = 'issue' | 'indicator' | 'lists' | 'data' | 'catalog' | 'search';

/**
 * What is made of a unit depends on nothing but what stands here, since its pages and files are handed nothing else: so its
 * digest may stand for it.
 */
export interface Unit {
  readonly kind: UnitKind;
  /** `issue/48`; of the whole site its kind alone, which is also the name of the newest index of search. */
  readonly name: string;
  /** Of the library what the unit may see. */
  readonly library: () => CheckedLibrary;
  /** SHA-256 of that, hexadecimal. */
  readonly digest: string;
}

/** Whether a unit is of one bulletin or one indicator, of which there may be thousands. */
export const isOfOne = ({ kind }: Pick<Unit, 'kind'>): boolean => kind === 'issue' || kind === 'indicator';
