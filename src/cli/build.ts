import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { checkRoot, publishable, readRoot, type RootFiles } from '../catalog.ts';
import type { CheckedLibrary } from '../check/library.ts';
import { MANIFEST, pathsIn } from '../exports/site/manifest.ts';
import { fileAt } from '../publication/address.ts';
import { promisedOf } from '../publication/library.ts';
import { writeAssets } from './assets.ts';
import { writeAttachments } from './attachments.ts';
import { BUILD_USAGE, options, type BuildOptions } from './build-options.ts';
import { bundleFor, type Bundle } from './bundle.ts';
import { hasErrors } from './check.ts';
import { endChildren } from './child.ts';
import { codeDigest } from './code.ts';
import type { Command, Print } from './command.ts';
import { guard, guardStore } from './guard.ts';
import { beFrugal } from './heap.ts';
import { writeManifest } from './manifest.ts';
import { placeOf } from './place.ts';
import { reportIn } from './report.ts';
import { dropSpare, keepSpare, sweep, takeSpare } from './spare.ts';
import { keyOf, rememberBuild, unchanged } from './unchanged.ts';
import { writerBelow } from './units/folders.ts';
import { pruneWeekly } from './units/prune.ts';
import { fillStore, makeUnits, type Shard, type UnitsOptions } from './units/units.ts';
import { CACHE, closeWorkshop, openWorkshop, replace } from './workshop.ts';

/**
 * Read, check, render, write: checks `root` and builds it into a new folder beside `out`, which is replaced in one step
 * and only by a complete site.
 * Returns the exit code: 0 built, 2 not publishable (nothing is written). Throws if the build itself fails.
 */
export async function build(options: BuildOptions, print: Print): Promise<number> {
  const [target, root] = [placeOf(options.out), placeOf(options.root)];
  if (!options.shard) guard(target, root);
  if (options.store !== undefined) guardStore(placeOf(options.store), target, root);
  const read = readRoot(options.root);
  const code = codeDigest();
  const key = isRepeatable(options) ? keyOf(read, options, code) : null;
  const before = key === null ? undefined : await unchanged(target, key, CACHE);
  if (before !== undefined) {
    print(before);
    return 0;
  }
  const said = await make(read, { options, target, code, print });
  if (said === null) return 2;
  if (key !== null) {
    rememberBuild(target, key, said, CACHE);
    pruneWeekly(CACHE);
  }
  return 0;
}

/** Whether the site is told by its manifest alone, and whoever calls wants it and nothing else. */
const isRepeatable = ({ clean, compress, key, store }: BuildOptions): boolean =>
  !clean && !compress && key === undefined && store === undefined;

interface Making {
  readonly options: BuildOptions;
  readonly target: string;
  readonly code: string;
  readonly print: Print;
}

/** In a workshop, which is closed whatever happens. Returns what was said of the root; null if it cannot be published. */
async function make(read: RootFiles, making: Making): Promise<string | null> {
  const workshop = openWorkshop();
  const stop = (): void => {
    endChildren();
    closeWorkshop(workshop);
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  const { options, code } = making;
  const cache = options.clean ? workshop : CACHE;
  // Astro is a process of its own, so it bundles while the root is checked.
  const bundle = bundleFor(options, code, workshop, cache);
  const end = async (): Promise<void> => {
    await bundle.stop();
    for (const signal of SIGNALS) process.off(signal, stop);
    closeWorkshop(workshop);
  };
  let said: string | null;
  try {
    said = await makeIn(read, making, unitsOptions(options, bundle, workshop, cache));
  } catch (cause) {
    // What was wrong first is told.
    await end().catch(() => undefined);
    throw cause;
  }
  await end();
  return said;
}

async function makeIn(read: RootFiles, making: Making, units: UnitsOptions): Promise<string | null> {
  const checked = checkRoot(read);
  const said = reportIn('text', checked);
  making.print(said);
  if (hasErrors(checked)) return null;
  const library = publishable(read, checked);
  const { shard } = making.options;
  if (shard) await fill(library, shard, units, making.print);
  else await assemble(read, library, units, making);
  return said;
}

function unitsOptions(options: BuildOptions, bundle: Bundle, workshop: string, cache: string): UnitsOptions {
  const { portable = false, compress = false, store, shard } = options;
  return {
    bench: {
      renderer: bundle.renderer,
      assets: bundle.assets,
      store: store ?? join(cache, 'units'),
      site: join(workshop, 'site'),
      isScratch: shard !== undefined,
      form: { portable, compress },
    },
    code: bundle.key,
    ready: bundle.ready,
    processes: availableParallelism(),
  };
}

async function fill(library: CheckedLibrary, shard: Shard, units: UnitsOptions, print: Print): Promise<void> {
  const count = await fillStore(library, shard, units);
  print(`第${shard.k}份（共${shard.n}份）的 ${count} 个单元已存入“${units.bench.store}”。`);
}

async function assemble(
  read: RootFiles,
  library: CheckedLibrary,
  units: UnitsOptions,
  { options, target }: Making,
): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const { site } = units.bench;
  const mayBeSpare = isRepeatable(options);
  const isSpare = mayBeSpare && takeSpare(target, site, CACHE);
  const written = async (): Promise<ReadonlySet<string>> => write(read, library, units, options);
  try {
    const made = await written();
    if (isSpare) sweep(site, made);
  } catch (cause) {
    if (!isSpare) throw cause;
    // Whatever cannot be made right of a spare site, a new one has not; what else was wrong is told then.
    dropSpare(site, CACHE);
    await written();
  }
  const old = replace(site, target, dirname(site));
  if (mayBeSpare) keepSpare(old, target, CACHE);
}

/** Writes a whole site. Returns its paths. */
async function write(
  read: RootFiles,
  library: CheckedLibrary,
  units: UnitsOptions,
  { key }: BuildOptions,
): Promise<ReadonlySet<string>> {
  const lines = await makeUnits(library, units);
  const writeFile = writerBelow(units.bench.site);
  lines.push(...writeAssets(units.bench, writeFile));
  const made = new Set(pathsIn(lines));
  const attached = writeAttachments(read, library, made, writeFile);
  for (const path of pathsIn(attached)) made.add(path);
  keepPromises(library, made);
  writeManifest(writeFile, [...lines, ...attached], key);
  return made.add(MANIFEST);
}

/** Addresses that a released version has promised and that the build did not make. */
function keepPromises(library: CheckedLibrary, made: ReadonlySet<string>): void {
  const lost = promisedOf(library).filter((address) => !made.has(fileAt(address)));
  if (lost.length > 0)
    throw new Error(
      `公布过的网址这次没有生成，没有发布任何内容：\n${lost.join('\n')}\n→ 公布过的网址不能失效，请把这些网址交给维护人员`,
    );
}

/** Stopped in the middle, a build leaves nothing behind. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export const buildCommand: Command = {
  usage: `用法：npm run build -- ${BUILD_USAGE} [--store 文件夹 [--shard 第几份/共几份]]`,
  run: (args, print) => {
    beFrugal();
    return build(options(args), print);
  },
};
