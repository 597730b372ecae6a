import type { DatasetEntry } from '../exports/dataset/files.ts';
import { collectionEntries, collectionFiles } from '../exports/dataset/collection.ts';
import { catalogFile, listFiles, newestEntries } from '../exports/site/machine.ts';
import { indicatorFiles, issueFiles } from '../exports/site/files.ts';
import type { Site } from '../exports/site/site.ts';
import type { ExportFile } from '../publication/file.ts';
import { DATA_PAGE, indicatorPages, issuePages, LIST_PAGES } from './pages.ts';
import type { UnitKind } from './unit.ts';

/** Data files with sizes and digests, by the name of the unit that has made them. */
export type Entries = ReadonlyMap<string, readonly DatasetEntry[]>;

/** What a unit consists of. */
export interface Contents {
  /** Addresses from the root of the site, with slashes at both ends; or `/404.html`. */
  readonly pages: readonly string[];
  readonly files: () => Iterable<ExportFile>;
  /** Its data files, for the catalogue of all. */
  readonly entries: () => readonly DatasetEntry[];
}

/** @param name of the unit; it is made of what is in `site`, and the catalogue of what the others have made. */
export function contentsOf(kind: UnitKind, name: string, site: Site, made: Entries): Contents {
  const of = name.slice(name.indexOf('/') + 1);
  switch (kind) {
    case 'issue': {
      const number = Number(of);
      return {
        pages: issuePages(site.library.editions.get(number)!),
        files: () => issueFiles(number, site),
        entries: () => newestEntries(number, site),
      };
    }
    case 'indicator':
      return { ...NOTHING, pages: indicatorPages(of, site.library), files: () => indicatorFiles(of, site) };
    case 'lists':
      return { ...NOTHING, pages: LIST_PAGES, files: () => listFiles(site) };
    case 'data':
      return {
        pages: [DATA_PAGE],
        files: () => collectionFiles(site.library, site.publication),
        entries: () => collectionEntries(site.library, site.publication, site.sha256),
      };
    case 'catalog': {
      const entries = { ofIssue: (number: number) => made.get(`issue/${number}`)!, ofAll: made.get('data')! };
      return { ...NOTHING, files: () => [catalogFile(site, entries)] };
    }
    case 'search':
      return NOTHING;
  }
}

const NOTHING: Contents = { pages: [], files: () => [], entries: () => [] };
