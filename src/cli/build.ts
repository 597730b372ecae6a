import type { KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { checkRoot, publishable, readRoot, sha256 } from '../catalog.ts';
import type { CheckedLibrary } from '../check/library.ts';
import { siteFiles } from '../exports/site/files.ts';
import { fileAt } from '../publication/address.ts';
import { promisedOf } from '../publication/library.ts';
import { publicationOf } from '../publication/publication.ts';
import { topicsOf } from '../search/facet.ts';
import { recordsOf } from '../search/records.ts';
import { site as settings } from '../site.ts';
import { report } from './check.ts';
import { readFlags, refusePositionals, UsageError, type Command, type Print } from './command.ts';
import { writeAttachments } from './attachments.ts';
import { compressFiles } from './compress.ts';
import { writeFiles } from './files.ts';
import { pathsBelow, privateKey, writeManifest } from './manifest.ts';
import { makePortable } from './portable.ts';
import { renderPages, type Where } from './render.ts';
import { writeSearchIndex } from './search-index.ts';
import { closeWorkshop, openWorkshop, PROJECT, replace } from './workshop.ts';

export interface BuildOptions extends Where {
  /** Folder holding `content/` and `data/`. */
  readonly root: string;
  readonly out: string;
  /** Whether its pages lead to each other without a server. */
  readonly portable?: boolean;
  /** Whether `.gz` and `.br` stand beside every text file. */
  readonly compress?: boolean;
  /** Signs the manifest. */
  readonly key?: KeyObject;
}

/**
 * Read, check, render, write: checks `root` and builds it into a new folder beside `out`, which is replaced in one step
 * and only by a complete site.
 * Returns the exit code: 0 built, 2 not publishable (nothing is written). Throws if the build itself fails.
 */
export async function build(options: BuildOptions, print: Print): Promise<number> {
  const { root, out, base, site } = options;
  const target = resolve(out);
  guard(target, resolve(root));
  const read = readRoot(root);
  const checked = checkRoot(read);
  const code = report(checked, 'text', print);
  if (code !== 0) return code;
  const library = publishable(read, checked);
  const workshop = openWorkshop();
  const stop = (): void => {
    closeWorkshop(workshop);
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    mkdirSync(dirname(target), { recursive: true });
    const pages = await renderPages(library, read.files, { base, site }, workshop);
    await writeFiles(siteFiles(library, publicationOf(settings, site, base), sha256), pages);
    await writeSearchIndex(recordsOf(library), topicsOf(library.bulletins), pages);
    writeAttachments(read, library, pages);
    keepPromises(library, pages);
    await finish(pages, options);
    replace(pages, target, workshop);
    return 0;
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    closeWorkshop(workshop);
  }
}

/** What is made of the complete site. */
async function finish(pages: string, { portable = false, compress = false, key }: BuildOptions): Promise<void> {
  if (portable) makePortable(pages);
  const paths = pathsBelow(pages);
  await writeManifest(pages, paths, key);
  if (compress) await compressFiles(pages, paths);
}

/** Addresses that a released version has promised and that the build did not make. */
function keepPromises(library: CheckedLibrary, pages: string): void {
  const lost = promisedOf(library).filter((address) => !existsSync(join(pages, fileAt(address))));
  if (lost.length > 0)
    throw new Error(
      `公布过的网址这次没有生成，没有发布任何内容：\n${lost.join('\n')}\n→ 公布过的网址不能失效，请把这些网址交给维护人员`,
    );
}

/** Stopped in the middle, a build leaves nothing behind. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is replaced is a site made earlier, never a folder of sources. */
function guard(target: string, root: string): void {
  if (holds(target, root) || holds(target, PROJECT))
    throw new UsageError(`--out 不能是“${target}”：数据或程序在这个文件夹里`);
  const source = [...SOURCES.map((name) => join(PROJECT, name)), ...DATA.map((name) => join(root, name))].find(
    (folder) => holds(folder, target),
  );
  if (source !== undefined) throw new UsageError(`--out 不能是“${target}”：“${source}”里是数据或程序，请换一个文件夹`);
  const there = statSync(target, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) throw new UsageError(`--out 的“${target}”是一个文件，不是文件夹，请换一个名称`);
  const names = there ? readdirSync(target).sort() : [];
  const precious = names.find((name) => ['.git', 'content', 'package.json'].includes(name));
  // Every site has a front page: what has none is something else's folder.
  const foreign = precious ?? (names.includes('index.html') ? undefined : names[0]);
  if (foreign !== undefined)
    throw new UsageError(`--out 的文件夹“${target}”里有“${foreign}”，不像是生成的网站，请换一个文件夹`);
}

/** What of this project, and of a root, is never a site. */
const SOURCES = ['.cache', '.ci', '.git', '.github', 'node_modules', 'src', 'tests'];
const DATA = ['content', 'data', 'public'];

/** Whether an inner folder is the outer one or below it. On Windows it may be on another disk. */
function holds(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** What was typed; throws a usage message. */
export function options(args: readonly string[]): BuildOptions {
  const { values, positionals } = readFlags(args, BUILD_FLAGS);
  refusePositionals(positionals);
  return buildOptions(values);
}

export const BUILD_FLAGS = {
  root: { type: 'string', default: '.' },
  out: { type: 'string', default: 'dist' },
  base: { type: 'string', default: '/' },
  site: { type: 'string' },
  portable: { type: 'boolean' },
  compress: { type: 'boolean' },
  key: { type: 'string' },
} as const;

export const BUILD_USAGE =
  '[--root 文件夹] [--out 文件夹] [--base /子路径/] [--site https://网址] [--portable] [--compress] [--key 私钥文件]';

export function buildOptions(values: {
  readonly root: string;
  readonly out: string;
  readonly base: string;
  readonly site: string | undefined;
  readonly portable: boolean;
  readonly compress?: boolean;
  readonly key?: string | undefined;
}): BuildOptions {
  const { root, out, base, site = null, portable, compress = false, key } = values;
  if (!/^\/(?:[\w.~-]+\/)*$/.test(base))
    throw new UsageError(`--base 应以 / 开头和结尾，如 /zwgk/yshj/，现在是“${base}”`);
  if (site !== null && !/^https?:\/\/[^/]+\/?$/.test(site))
    throw new UsageError(`--site 应是不带路径的网址，如 https://example.gov.cn，现在是“${site}”`);
  if (portable && (base !== '/' || site !== null))
    throw new UsageError('--portable 生成不用服务器就能看的预览，不和 --base、--site 一起用');
  return { root, out, base, site, portable, compress, ...(key === undefined ? {} : { key: privateKey(key) }) };
}

export const buildCommand: Command = {
  usage: `用法：npm run build -- ${BUILD_USAGE}`,
  run: (args, print) => build(options(args), print),
};
