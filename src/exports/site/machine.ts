import type { Indicator } from '../../domain/indicator.ts';
import type { Edition } from '../../domain/version.ts';
import { dataAddress } from '../../publication/address.ts';
import { API, correctionList, indicatorAnswer, indicatorList, issueAnswer, issueList } from '../api/api.ts';
import { ANSWER_NAMES, jsonSchema } from '../api/answers.ts';
import type { Site } from './site.ts';
import { atom } from '../feed/atom.ts';
import { bulletinFeed } from '../feed/bulletins.ts';
import { correctionFeed } from '../feed/corrections.ts';
import { datasetEntries, type DatasetEntry } from '../dataset/files.ts';
import { catalogNode } from '../linked/dcat.ts';
import type { ExportFile } from '../../publication/file.ts';
import { jsonFeed } from '../feed/json-feed.ts';
import { PUBLISHED_ADDRESSES, PUBLISHED_LEDGER } from '../../publication/address.ts';
import { indicatorsOf, promisedOf, publicationFor, type Library } from '../../publication/library.ts';
import { openapi } from '../api/openapi.ts';
import { basePath, fullAddress, type Publication } from '../../publication/publication.ts';
import { hostHeaders } from './host-headers.ts';
import { licences } from './licences.ts';
import { robots } from './robots.ts';
import { siteSbom } from './sbom.ts';
import { sitemapFiles } from './sitemap.ts';

/** What is made for programs out of all bulletins: interface, feeds, sitemap, headers. */
export const listFiles = ({ library, publication, sha256 }: Site): ExportFile[] => [
  ...apiLists(library, publication),
  { path: 'feed.xml', make: () => atom(bulletinFeed(library, publication, '/feed.xml'), publication, sha256) },
  { path: 'feed.json', make: () => jsonFeed(bulletinFeed(library, publication, '/feed.json'), publication, sha256) },
  { path: 'corrections/feed.xml', make: () => atom(correctionFeed(library, publication), publication, sha256) },
  ...sitemapFiles(library, publication),
  { path: 'robots.txt', make: () => robots(publication) },
  { path: 'about/licences.txt', make: licences },
  { path: 'sbom.cdx.json', make: siteSbom },
  { path: '_headers', make: () => hostHeaders(basePath(publication)) },
  ...promiseFiles(library),
];

/** The catalogue of every data set. @param entries the files of each, and those of all in one */
export const catalogFile = (
  { library, publication }: Site,
  entries: { readonly ofIssue: (number: number) => readonly DatasetEntry[]; readonly ofAll: readonly DatasetEntry[] },
): ExportFile => ({
  path: 'data/catalog.jsonld',
  make: () => {
    const files = new Map([...library.editions.keys()].map((number) => [number, entries.ofIssue(number)]));
    return json(catalogNode(library, publication, files, entries.ofAll));
  },
});

/** The files of a bulletin's newest version, with sizes and digests. */
export function newestEntries(number: number, { library, publication, sha256 }: Site): DatasetEntry[] {
  const edition = library.editions.get(number)![0]!;
  const setting = [indicatorsOf(edition, library), publicationFor(edition, publication)] as const;
  const folder = dataAddress(number).slice(1);
  return datasetEntries(edition.bulletin, ...setting, sha256, folder, edition.sealed?.files);
}

/** What this site has promised, for whoever compares a later one with it (`npm run check -- --against`). */
const promiseFiles = (library: Library): ExportFile[] =>
  library.ledger === undefined
    ? []
    : [
        { path: PUBLISHED_LEDGER, make: () => library.ledger! },
        {
          path: PUBLISHED_ADDRESSES,
          make: () =>
            promisedOf(library)
              .map((address) => `${address}\n`)
              .join(''),
        },
      ];

const apiFile = (path: string, make: () => object): ExportFile => ({ path: API + path, make: () => json(make()) });

export const issueApi = (versions: readonly Edition[], publication: Publication): ExportFile =>
  apiFile(`issues/${versions[0]!.bulletin.issue.number}.json`, () => issueAnswer(versions, publication));

export const indicatorApi = (indicator: Indicator, library: Library, publication: Publication): ExportFile =>
  apiFile(`indicators/${indicator.code}.json`, () => indicatorAnswer(indicator, library, publication));

const apiLists = (library: Library, publication: Publication): ExportFile[] => [
  apiFile('issues.json', () => issueList(library, publication)),
  apiFile('indicators.json', () => indicatorList(library, publication)),
  apiFile('corrections.json', () => correctionList(library, publication)),
  ...ANSWER_NAMES.map((name) =>
    apiFile(`schemas/${name}.json`, () => jsonSchema(name, fullAddress(publication, `/${API}schemas/${name}.json`))),
  ),
  apiFile('openapi.json', () => openapi(library, publication)),
];

const json = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;
