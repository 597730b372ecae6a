import type { Library } from '../../src/publication/library.ts';
import { machineFiles } from '../../src/exports/site/machine.ts';
import type { Publication } from '../../src/publication/publication.ts';
import { sha256 } from './fixture.ts';

/** Every file for programs, as text by its path. */
export const made = async (library: Library, publication: Publication): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      machineFiles(library, publication, sha256).map(
        async ({ path, make }) => [path, (await make()) as string] as const,
      ),
    ),
  );
