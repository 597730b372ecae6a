import type { Indicator } from '../domain/indicator.ts';
import { chartedOf } from '../domain/charted.ts';
import type { Bulletin } from '../domain/issue.ts';
import {
  chartAddress,
  chartFileAddress,
  dataAddress,
  embedAddress,
  figureAnchor,
  indicatorAddress,
  issueAddress,
  versionAddress,
} from './address.ts';

/** Pages that are there whatever is published, for the public. */
export const SITE_PAGES = ['/', '/issues/', '/indicators/', '/methods/', '/about/', '/data/', '/corrections/'] as const;

/** Files that are there whatever is published; `exports/site/files.ts` makes them. */
const SITE_FEEDS = [
  '/feed.xml',
  '/feed.json',
  '/corrections/feed.xml',
  '/api/v1/issues.json',
  '/api/v1/indicators.json',
];

/** Pages for those who prepare a bulletin. */
const STAFF_PAGES = ['/staff/check/'];

/** A bulletin as one version states it; `newest` has the addresses without a version too. */
export interface Stated {
  readonly bulletin: Bulletin;
  readonly newest: boolean;
}

/** The address of every page and chart file of the site, from its root. */
export function addressesOf(stated: readonly Stated[], indicators: ReadonlyMap<string, Indicator>): Set<string> {
  return new Set([
    ...SITE_PAGES,
    ...STAFF_PAGES,
    ...SITE_FEEDS,
    ...[...indicators.keys()].map(indicatorAddress),
    ...stated.flatMap(addressesOfBulletin),
  ]);
}

function addressesOfBulletin({ bulletin, newest }: Stated): string[] {
  const { number } = bulletin.issue;
  const slugs = chartedOf(bulletin).map(({ slug }) => slug);
  const pages = [
    dataAddress(number),
    ...slugs.flatMap((slug) => [chartAddress(number, slug), embedAddress(number, slug)]),
  ];
  const frozen = pages.map((page) => versionAddress(page, bulletin.version));
  const charts = slugs.map((slug) => chartAddress(number, slug));
  const drawn = [...(newest ? charts : []), ...charts.map((page) => versionAddress(page, bulletin.version))];
  const files = drawn.flatMap((page) => EXTENSIONS.map((extension) => chartFileAddress(page, extension)));
  const folders = [...(newest ? [dataAddress(number)] : []), versionAddress(dataAddress(number), bulletin.version)];
  const data = folders.flatMap((folder) => DATA_FILES.map((file) => folder + file));
  return [...(newest ? [issueAddress(number), ...pages] : []), ...frozen, ...files, ...data];
}

/** Files of a bulletin's data that may be linked to; `exports/dataset/files.ts` makes them. */
const DATA_FILES = ['observations.csv', 'observations.xlsx', 'issue.json', 'datapackage.json'];

const EXTENSIONS = ['svg', 'png', 'csv', 'json'] as const;

/** What can be jumped to on a bulletin's page: its sections, tables, and figures of the text. */
export const anchorsOf = ({ sections, groups, facts }: Bulletin): Set<string> =>
  new Set([
    ...['content', 'figures', 'cite', 'versions'],
    ...sections.map(({ id }) => id),
    ...groups.flatMap(({ slug }) => [slug, `${slug}-table`]),
    ...facts.map((fact) => figureAnchor(facts, fact)),
  ]);
