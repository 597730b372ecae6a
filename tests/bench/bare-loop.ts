import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { CheckedLibrary } from '../../src/check/library.ts';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { planOf } from '../../src/units/plan.ts';
import { isOfOne } from '../../src/units/unit.ts';
import { libraryAt } from './root.ts';
import { dealt, together, type Together } from './together.ts';

/** What a process of the bare loop does. */
export interface BareShare {
  readonly units: readonly { readonly name: string; readonly library: CheckedLibrary }[];
  readonly folder: string;
  readonly files: readonly (readonly [path: string, size: number])[];
}

/**
 * The least that any program must do to make such a site, on all cores: draws each distinct drawing of its pages once (charts,
 * strips, sparklines, bars, histories), sets each distinct picture once and makes its PNG, and writes as many bytes (spaces) to
 * as many files as the site has. It writes no HTML, no words but those in drawings and pictures, no data files and no index of search; it
 * digests and keeps nothing. Reading and checking the root, starting the processes, loading their code, handing them their shares
 * and wording what the drawings say are done before the clock starts, although a build's own time has them all.
 * @param site a finished one of the same root
 */
export async function bareLoop(root: string, site: string, folder: string): Promise<Together> {
  const cores = availableParallelism();
  const units = dealt([...planOf(libraryAt(root))].filter(isOfOne), cores);
  const files = dealt(
    pathsBelow(site).map((path) => [path, statSync(join(site, path)).size] as const),
    cores,
  );
  const shares = units.map((own, i): BareShare => {
    const parts = own.map(({ name, library }) => ({ name, library: library() }));
    return { units: parts, folder, files: files[i]! };
  });
  return together(join(import.meta.dirname, 'bare-loop-share.ts'), shares);
}
