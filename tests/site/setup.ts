import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { build } from '../../src/cli/build.ts';
import { serve } from '../../src/cli/serve.ts';

/** Not the root, so that every address is tried under a sub-path. */
const BASE = '/zwgk/yshj/';
const SITE = 'https://example.org';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly site: { readonly folder: string; readonly base: string; readonly site: string; readonly address: string };
  }
}

/**
 * What each project looks at: the first bulletin; one of a quarter with two targets, several units and areas; and five
 * years of two topics, with values that lie close together, a miss in most of them, and units mixed in one table.
 */
const ROOTS: Readonly<Record<string, string>> = {
  site: '.',
  quarterly: 'tests/roots/quarterly',
  years: 'tests/roots/years',
};

/** Builds the site once, for all tests of this project, and serves it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = mkdtempSync(join(tmpdir(), 'bulletin-'));
  const folder = join(parent, 'dist');
  const code = await build({ root: ROOTS[project.name]!, out: folder, base: BASE, site: SITE }, () => undefined);
  if (code !== 0) throw new Error(`the build ended with ${code}`);
  const served = await serve({ folder, base: BASE, port: 0 });
  project.provide('site', { folder, base: BASE, site: SITE, address: served.address });
  return async () => {
    await served.close();
    rmSync(parent, { recursive: true, force: true });
  };
}
