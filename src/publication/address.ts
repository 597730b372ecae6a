import type { Bulletin, LookAlike } from '../domain/issue.ts';
import { memo } from '../domain/memo.ts';
import type { Observation } from '../domain/observation.ts';

/** Addresses are promises: once published they never go away. All from the root of the site, with a slash at the end. */
export const issueAddress = (number: number): string => `/issues/${number}/`;
/** The bulletin as a 简报 on A4. */
export const printAddress = (number: number): string => `${issueAddress(number)}print/`;
export const chartAddress = (number: number, slug: string): string => `/issues/${number}/charts/${slug}/`;
export const dataFileAddress = (number: number, name: string): string => `${dataAddress(number)}${name}`;
export const dataAddress = (number: number): string => `/issues/${number}/data/`;
/** One version of a chart's or dataset's page for good: `/issues/48/data/v1/`. */
export const versionAddress = (page: string, version: number): string => `${page}v${version}/`;
/** A chart's file stands beside its page: `/issues/48/charts/group-1.svg`, of version 1 `/issues/48/charts/group-1/v1.svg`. */
export type ChartFile = 'svg' | 'png' | 'phone.png' | 'csv' | 'json';
export const chartFileAddress = (page: string, extension: ChartFile): string =>
  `${page.replace(/\/$/, '')}.${extension}`;
/** The picture that stands beside a shared link to a page. */
export const socialAddress = (page: string): string => `${page}social.png`;
export const embedAddress = (number: number, slug: string): string => `/embed/${number}/${slug}/`;
export const indicatorAddress = (code: string): string => `/indicators/${code}/`;

/** The bare picture of an indicator over time, for a frame. */
export const indicatorEmbedAddress = (code: string): string => `/embed${indicatorAddress(code)}`;

/** Anchor of an area's row in a table, of several indicators also by the indicator's code. */
export const areaAnchor = (slug: string, area: string, indicator?: string): string =>
  [slug, ...(indicator === undefined ? [] : [indicator]), area.replace(/\s+/g, '')].join('-');

/** Anchor of a check in the catalogue: its code, in which a slash may not stand everywhere. */
export const checkAnchor = (code: string): string => code.replace('/', '-');

/** The folder of an index that search asks, and what of it a page loads first. */
export const indexFolder = (volume: number): string => `search/pagefind/${volume}`;
export const indexEntry = (volume: number): string => `/${indexFolder(volume)}/pagefind.js`;

/** The file that is served at an address: of a page its `index.html`. */
export const fileAt = (address: string): string => `${address.slice(1)}${address.endsWith('/') ? 'index.html' : ''}`;

/** The data of all bulletins. */
export const COLLECTION_CSV = '/data/observations.csv';
export const COLLECTION_WORKBOOK = '/data/observations.xlsx';

/** Files that say what the site has published and promised, from its root. */
export const PUBLISHED_LEDGER = 'data/published.csv';
export const PUBLISHED_ADDRESSES = 'data/addresses.txt';

/** Anchor of a paragraph of a bulletin's text that opens no section, by its place among all headings and paragraphs. */
export const paragraphAnchor = (index: number): string => `p${index + 1}`;

/** Anchor of two look-alike figures on the issue page, by the figure of the text; of its second and further ones with their number. */
export function lookAlikeAnchor(
  { facts, lookAlikes }: Pick<Bulletin, 'facts' | 'lookAlikes'>,
  pair: LookAlike,
): string {
  const nth = nthOfFact(lookAlikes).get(pair) ?? 0;
  return `alike-${numberOf(facts, pair.fact)}${nth > 1 ? `-${nth}` : ''}`;
}

/** Anchor of the n-th figure of the text in its table on the issue page. */
export const figureAnchor = (facts: readonly Observation[], fact: Observation): string =>
  `figure-${numberOf(facts, fact)}`;

/** From 1; 0 for one that is none of them. */
const numberOf = (facts: readonly Observation[], fact: Observation): number => numbers(facts).get(fact) ?? 0;

/** Every figure is asked for, and there may be thousands. */
const numbers = memo((facts: readonly Observation[]) => new Map(facts.map((fact, i) => [fact, i + 1])));

const nthOfFact = memo((lookAlikes: readonly LookAlike[]) => {
  const told = new Map<Observation, number>();
  return new Map(
    lookAlikes.map((pair) => {
      const nth = (told.get(pair.fact) ?? 0) + 1;
      told.set(pair.fact, nth);
      return [pair, nth];
    }),
  );
});
