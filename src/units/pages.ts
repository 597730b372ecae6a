import { chartedOf } from '../domain/charted.ts';
import type { Edition } from '../domain/version.ts';
import {
  chartAddress,
  dataAddress,
  embedAddress,
  indicatorAddress,
  indicatorEmbedAddress,
  issueAddress,
  printAddress,
  versionAddress,
} from '../publication/address.ts';
import { currentCharts, indicatorModified, type Library } from '../publication/library.ts';
import { SITE_PAGES, STAFF_PAGES } from '../publication/page.ts';

/** Pages of a bulletin: its own, and of each chart and the data the newest version and every one for good. */
export function issuePages(editions: readonly Edition[]): string[] {
  const { number } = editions[0]!.bulletin.issue;
  return [
    issueAddress(number),
    printAddress(number),
    dataAddress(number),
    ...currentCharts(editions).flatMap(({ charted: { slug } }) => chartPages(number, slug)),
    ...editions.flatMap(({ bulletin }) =>
      [dataAddress(number), ...chartedOf(bulletin).flatMap(({ slug }) => chartPages(number, slug))].map((page) =>
        versionAddress(page, bulletin.version),
      ),
    ),
  ];
}

const chartPages = (number: number, slug: string): string[] => [chartAddress(number, slug), embedAddress(number, slug)];

/** Of an indicator that no bulletin speaks of there is nothing to embed. */
export const indicatorPages = (code: string, library: Library): string[] => [
  indicatorAddress(code),
  ...(indicatorModified(code, library) === undefined ? [] : [indicatorEmbedAddress(code)]),
];

/** The page of all data, whose files are a unit of their own. */
export const DATA_PAGE = '/data/';

/** Pages about the whole site. */
export const LIST_PAGES: readonly string[] = [
  ...[...SITE_PAGES, ...STAFF_PAGES].filter((page) => page !== DATA_PAGE),
  '/404.html',
];
