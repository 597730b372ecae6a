import { dataAddress } from '../domain/address.ts';
import { API, correctionList, indicatorAnswer, indicatorList, issueAnswer, issueList } from './api.ts';
import { ANSWER_NAMES, jsonSchema } from './api-schema.ts';
import type { Sha256 } from './archive.ts';
import { atom } from './atom.ts';
import { bulletinFeed } from './bulletin-feed.ts';
import { correctionFeed } from './correction-feed.ts';
import { datasetEntries } from './dataset.ts';
import { catalogNode } from './dcat.ts';
import type { ExportFile } from './file.ts';
import { jsonFeed } from './json-feed.ts';
import { bulletinsOf, type Library } from './library.ts';
import { openapi } from './openapi.ts';
import { fullAddress, type Publication } from './publication.ts';
import { robots } from './robots.ts';
import { sitemapFiles } from './sitemap.ts';

/** Every file about the whole site that is made for programs: interface, catalogue, feeds, sitemap. */
export const machineFiles = (library: Library, publication: Publication, sha256: Sha256): ExportFile[] => [
  ...apiFiles(library, publication),
  { path: 'data/catalog.jsonld', make: () => catalog(library, publication, sha256) },
  { path: 'feed.xml', make: () => atom(bulletinFeed(library, publication, '/feed.xml'), publication, sha256) },
  { path: 'feed.json', make: () => jsonFeed(bulletinFeed(library, publication, '/feed.json'), publication, sha256) },
  { path: 'corrections/feed.xml', make: () => atom(correctionFeed(library, publication), publication, sha256) },
  ...sitemapFiles(library, publication),
  { path: 'robots.txt', make: () => robots(publication) },
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
async function catalog(library: Library, publication: Publication, sha256: Sha256): Promise<string> {
  const files = await Promise.all(
    bulletinsOf(library).map(async (bulletin) => {
      const { number } = bulletin.issue;
      return [
        number,
        await datasetEntries(bulletin, library.indicators, publication, sha256, dataAddress(number).slice(1)),
      ] as const;
    }),
  );
  return json(catalogNode(library, publication, new Map(files)));
}

const json = (value: object): string => `${JSON.stringify(value, null, 1)}\n`;
