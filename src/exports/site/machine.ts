import { dataAddress } from '../../publication/address.ts';
import { API, correctionList, indicatorAnswer, indicatorList, issueAnswer, issueList } from '../api/api.ts';
import { ANSWER_NAMES, jsonSchema } from '../api/answers.ts';
import type { Sha256 } from '../dataset/archive.ts';
import { atom } from '../feed/atom.ts';
import { bulletinFeed } from '../feed/bulletins.ts';
import { correctionFeed } from '../feed/corrections.ts';
import { collectionEntries, collectionFiles } from '../dataset/collection.ts';
import { datasetEntries } from '../dataset/files.ts';
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

/** Every file about the whole site that is made for programs: interface, catalogue, feeds, sitemap. */
export const machineFiles = (library: Library, publication: Publication, sha256: Sha256): ExportFile[] => [
  ...apiFiles(library, publication),
  ...collectionFiles(library, publication),
  { path: 'data/catalog.jsonld', make: () => catalog(library, publication, sha256) },
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

function apiFiles(library: Library, publication: Publication): ExportFile[] {
  const file = (path: string, make: () => object): ExportFile => ({ path: API + path, make: () => json(make()) });
  return [
    file('issues.json', () => issueList(library, publication)),
    ...[...library.editions].map(([number, versions]) =>
      file(`issues/${number}.json`, () => issueAnswer(versions, publication)),
    ),
    file('indicators.json', () => indicatorList(library, publication)),
    ...[...library.indicators.values()].map((indicator) =>
      file(`indicators/${indicator.code}.json`, () => indicatorAnswer(indicator, library, publication)),
    ),
    file('corrections.json', () => correctionList(library, publication)),
    ...ANSWER_NAMES.map((name) =>
      file(`schemas/${name}.json`, () => jsonSchema(name, fullAddress(publication, `/${API}schemas/${name}.json`))),
    ),
    file('openapi.json', () => openapi(library, publication)),
  ];
}

/** Sizes and digests are of the files as they are offered, which are made once for both. */
function catalog(library: Library, publication: Publication, sha256: Sha256): string {
  const files = [...library.editions].map(([number, [newest]]) => {
    const { bulletin, sealed } = newest!;
    const folder = dataAddress(number).slice(1);
    const setting = [indicatorsOf(newest!, library), publicationFor(newest!, publication)] as const;
    return [number, datasetEntries(bulletin, ...setting, sha256, folder, sealed?.files)] as const;
  });
  return json(catalogNode(library, publication, new Map(files), collectionEntries(library, publication, sha256)));
}

const json = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;
