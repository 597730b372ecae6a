import type { Library } from '../../src/publication/library.ts';
import { siteFiles } from '../../src/exports/site/files.ts';
import type { Publication } from '../../src/publication/publication.ts';
import { sha256 } from './fixture.ts';

/** Every file for programs, as text by its path. */
export const made = async (library: Library, publication: Publication): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      [...siteFiles({ library, publication, sha256 })]
        .filter(({ path }) => !/^(issues|indicators|embed)\//.test(path))
        .map(async ({ path, make }) => [path, (await make()) as string] as const),
    ),
  );
