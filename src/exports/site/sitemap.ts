import { dataAddress, indicatorAddress, issueAddress } from '../../publication/address.ts';
import { chartsOf } from '../../wording/chart.ts';
import type { ExportFile } from '../../publication/file.ts';
import { SITE_PAGES } from '../../publication/page.ts';
import { indicatorModified, lastModified, modified, type Library } from '../../publication/library.ts';
import { addressIn, isPublic, type Publication } from '../../publication/publication.ts';
import { document, type Element } from '../feed/xml.ts';

/** A page for search engines, from the root of the site, with the day on which it last changed. */
interface Listed {
  readonly address: string;
  readonly modified: string;
}

/** Pages that stand for themselves: no embeds, no frozen versions, which repeat others, and nothing for staff. */
function listed(library: Library): Listed[] {
  const { editions, indicators } = library;
  const last = lastModified(library);
  const ofBulletins = [...editions.values()].flatMap((versions) => {
    const { bulletin } = versions[0]!;
    const { number } = bulletin.issue;
    const addresses = [
      issueAddress(number),
      dataAddress(number),
      ...chartsOf(bulletin, indicators).map((chart) => chart.address),
    ];
    return addresses.map((address) => ({ address, modified: modified(versions) }));
  });
  const ofIndicators = [...indicators.keys()].map((code) => ({
    address: indicatorAddress(code),
    modified: indicatorModified(code, library) ?? last,
  }));
  return [...SITE_PAGES.map((address) => ({ address, modified: last })), ...ofBulletins, ...ofIndicators];
}

/** What one file of the protocol (https://www.sitemaps.org/protocol.html) may hold. */
const MOST_ADDRESSES = 50_000;

/** Only for a public site: the protocol wants full addresses, and any other would be invented. @param most addresses a file. */
export function sitemapFiles(library: Library, publication: Publication, most = MOST_ADDRESSES): ExportFile[] {
  if (!isPublic(publication)) return [];
  const pages = listed(library);
  const parts = Array.from({ length: Math.ceil(pages.length / most) }, (_, i) => pages.slice(i * most, (i + 1) * most));
  const name = (i: number): string => `sitemap-${i}.xml`;
  const maps = parts.map((part, i) => ({
    address: `/${name(i)}`,
    modified: part
      .map((page) => page.modified)
      .sort()
      .at(-1)!,
  }));
  return [
    { path: 'sitemap-index.xml', make: () => map('sitemapindex', 'sitemap', maps, publication) },
    ...parts.map((part, i) => ({ path: name(i), make: () => map('urlset', 'url', part, publication) })),
  ];
}

const map = (root: string, item: string, pages: readonly Listed[], publication: Publication): string =>
  document([
    root,
    { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
    pages.map(({ address, modified: day }): Element => [
      item,
      {},
      [
        ['loc', {}, new URL(addressIn(publication, address)).href],
        ['lastmod', {}, day],
      ],
    ]),
  ]);
