import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from '../../src/exports/site/manifest.ts';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { bareLoop } from './bare-loop.ts';
import { changeNumber, changeTitle } from './change.ts';
import { projectAt, type Project, type Taken } from './project.ts';
import { writeRoot } from './root.ts';
import type { Together } from './together.ts';

/** Files of a folder, together. */
export interface Size {
  readonly files: number;
  readonly bytes: number;
}

/** What was measured with a root of so many bulletins. */
export interface Measurement {
  readonly count: number;
  readonly check: Taken;
  /** With nothing kept, neither units nor pictures nor the bundle. */
  readonly full: Taken;
  readonly pages: number;
  readonly site: Size;
  /** Kept of units. */
  readonly store: Size;
  readonly bare: Together;
  /** Again, with all of it kept. */
  readonly again: Taken;
  /** Likewise, where no site stands yet. */
  readonly elsewhere: Taken;
  readonly number: Taken;
  readonly title: Taken;
  readonly code: Taken;
  readonly sharded: Sharded;
}

/** As by two machines that share a store and nothing else, and a third that makes the site of it. */
interface Sharded {
  readonly shards: readonly Taken[];
  readonly assembled: Taken;
  /** Whether the site is, file for file, the one of a single build. */
  readonly same: boolean;
}

/** @param work an empty folder */
export async function measured(count: number, work: string): Promise<Measurement> {
  const [root, out] = [join(work, 'root'), join(work, 'site')];
  writeRoot(root, count);
  const project = projectAt(join(work, 'project'));
  const build = (into = out): Promise<Taken> => project.run('build', '--root', root, '--out', into);
  const check = await project.run('check', '--root', root);
  const full = await build();
  const pages = pathsBelow(out).filter((path) => path.endsWith('.html')).length;
  const site = sizeOf(out);
  const store = sizeOf(join(project.cache, 'units'));
  const bare = await bareLoop(root, out, join(work, 'bare'));
  const again = await build();
  const elsewhere = await build(join(work, 'elsewhere'));
  changeNumber(root, Math.ceil(count / 2));
  const number = await build();
  changeTitle(root, Math.ceil(count / 2));
  const title = await build();
  project.changeCode();
  const code = await build();
  const sharded = await shardedOf(project, root, work, out);
  return { count, check, full, pages, site, store, bare, again, elsewhere, number, title, code, sharded };
}

async function shardedOf(project: Project, root: string, work: string, single: string): Promise<Sharded> {
  const [store, out] = [join(work, 'store'), join(work, 'assembled')];
  const alone = (...args: string[]): Promise<Taken> => {
    project.forget();
    return project.run('build', '--root', root, '--store', store, ...args);
  };
  const shards = [await alone('--shard', '1/2'), await alone('--shard', '2/2')];
  const assembled = await alone('--out', out);
  const [one, other] = [single, out].map((folder) => readFileSync(join(folder, MANIFEST), 'utf8'));
  return { shards, assembled, same: one === other };
}

function sizeOf(folder: string): Size {
  const sizes = pathsBelow(folder).map((path) => statSync(join(folder, path)).size);
  return { files: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0) };
}
