import type { Indicator } from '../domain/indicator.ts';
import { chartedOf } from '../domain/charted.ts';
import type { Bulletin } from '../domain/issue.ts';
import {
  chartAddress,
  chartFileAddress,
  COLLECTION_CSV,
  COLLECTION_WORKBOOK,
  dataAddress,
  embedAddress,
  figureAnchor,
  indicatorAddress,
  indicatorEmbedAddress,
  issueAddress,
  lookAlikeAnchor,
  printAddress,
  socialAddress,
  versionAddress,
} from './address.ts';

/** Pages that are there whatever is published, for the public. */
export const SITE_PAGES = [
  '/',
  '/issues/',
  '/indicators/',
  '/methods/',
  '/about/',
  '/data/',
  '/corrections/',
  '/search/',
] as const;

/** Files that are there whatever is published; `exports/site/files.ts` makes them. */
const SITE_FEEDS = [
  '/feed.xml',
  '/feed.json',
  '/corrections/feed.xml',
  '/api/v1/issues.json',
  '/api/v1/indicators.json',
  COLLECTION_CSV,
  COLLECTION_WORKBOOK,
];

/** Pages for those who prepare a bulletin. */
export const STAFF_PAGES = ['/staff/check/', '/staff/checks/'];

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
    ...stated.flatMap(({ bulletin }) => indicatorsIn(bulletin).flatMap(addressesOfIndicator)),
    ...stated.flatMap(addressesOfBulletin),
  ]);
}

/** Every address that a version of a bulletin promises: its own for good, and those that show the newest version. */
export const promisedAddresses = (bulletin: Bulletin): string[] => [
  ...addressesOfBulletin({ bulletin, newest: true }),
  ...indicatorsIn(bulletin).flatMap(addressesOfIndicator),
];

/** Of one that a bulletin speaks of: its page over time with its files, and the embed. */
const addressesOfIndicator = (code: string): string[] => {
  const page = indicatorAddress(code);
  return [page, ...chartFiles(page), socialAddress(page), indicatorEmbedAddress(code)];
};

function addressesOfBulletin({ bulletin, newest }: Stated): string[] {
  const { issue, version } = bulletin;
  const { number } = issue;
  const slugs = chartedOf(bulletin).map(({ slug }) => slug);
  const [data, charts] = [dataAddress(number), slugs.map((slug) => chartAddress(number, slug))];
  const embeds = slugs.map((slug) => embedAddress(number, slug));
  const of = (page: string): string => versionAddress(page, version);
  const frozen = [of(data), ...charts.map(of)];
  return [
    ...(newest
      ? [issueAddress(number), printAddress(number), socialAddress(issueAddress(number)), data, ...charts, ...embeds]
      : []),
    ...(newest ? [...charts.map(socialAddress), ...charts.flatMap(chartFiles), ...dataFiles(data, bulletin)] : []),
    ...[...frozen, ...embeds.map(of), ...frozen.map(socialAddress)],
    ...charts.map(of).flatMap(chartFiles),
    ...dataFiles(of(data), bulletin),
  ];
}

const chartFiles = (page: string): string[] => CHART_FILES.map((extension) => chartFileAddress(page, extension));

const dataFiles = (folder: string, bulletin: Bulletin): string[] =>
  dataFileNames(bulletin).map((name) => folder + name);

/** Codes of the indicators that a bulletin speaks of. */
export const indicatorsIn = ({ groups, facts }: Bulletin): string[] => [
  ...new Set([
    ...groups.flatMap((g) => g.rows.map((row) => row.indicator)),
    ...facts.flatMap((fact) => fact.indicator ?? []),
  ]),
];

/** All files of a version in one, whose name says which. */
export const archiveName = ({ issue, version }: Bulletin): string => `bulletin-${issue.number}-v${version}.zip`;

/** The data once more without the mark at its beginning that Excel needs and some programs trip over. */
export const UNMARKED_CSV = 'observations-utf8.csv';

/** Files of a bulletin's data, in the order of their page. */
export const dataFileNames = (bulletin: Bulletin): string[] => [
  'observations.csv',
  UNMARKED_CSV,
  'observations.xlsx',
  'issue.json',
  'datapackage.json',
  'observations.csv-metadata.json',
  ...bulletin.plain.map(({ slug }) => `${slug}.csv`),
  archiveName(bulletin),
  'SHA256SUMS',
];

/** Files beside a chart's page. */
const CHART_FILES = ['svg', 'png', 'phone.png', 'csv', 'json'] as const;

/** What can be jumped to on a bulletin's page: its sections, tables, and figures of the text. */
export const anchorsOf = ({ sections, groups, facts, lookAlikes }: Bulletin): Set<string> =>
  new Set([
    ...['content', 'figures', 'cite', 'versions'],
    ...sections.map(({ id }) => id),
    ...groups.flatMap(({ slug }) => [slug, `${slug}-table`]),
    ...facts.map((fact) => figureAnchor(facts, fact)),
    ...lookAlikes.map((pair) => lookAlikeAnchor({ facts, lookAlikes }, pair)),
  ]);
