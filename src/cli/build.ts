import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalog, sha256 } from '../catalog.ts';
import { publicationOf } from '../publication/publication.ts';
import { siteFiles } from '../exports/site/files.ts';
import { site as settings } from '../site.ts';
import { check } from './check.ts';
import { writeFiles } from './files.ts';

export interface BuildOptions {
  /** Folder holding `content/` and `data/`. */
  readonly root: string;
  readonly out: string;
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** Public address, without sub-path; null while there is none. */
  readonly site: string | null;
}

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Checks `root` and builds it into a new folder beside `out`, which is replaced in one step and only by a complete site.
 * Returns the exit code: 0 built, 2 not publishable (nothing is written). Throws if the build itself fails.
 */
export async function build({ root, out, base, site }: BuildOptions, print: (text: string) => void): Promise<number> {
  const target = resolve(out);
  guard(target, resolve(root));
  const code = check(root, 'text', print);
  if (code !== 0) return code;
  const from = resolve(root);
  const [workshop, here] = [ownFolder(), process.cwd()];
  mkdirSync(dirname(target), { recursive: true });
  const fresh = mkdtempSync(join(dirname(target), '.build-'));
  const clean = (): void => {
    for (const folder of [fresh, workshop]) rmSync(folder, { recursive: true, force: true });
  };
  const stop = (): void => {
    clean();
    process.exit(130);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
    process.env['BULLETIN_ROOT'] = from;
    process.env['BULLETIN_BASE'] = base;
    if (site === null) delete process.env['BULLETIN_SITE'];
    else process.env['BULLETIN_SITE'] = site;
    const astro = await import('astro');
    // Astro runs what it has bundled from below the working directory, where it finds packages only if that is the project.
    process.chdir(project);
    const made = join(workshop, 'site');
    // `force` drops Astro's store of earlier builds, from which it would publish rows that are gone.
    await astro.build({
      root: workshop,
      configFile: relative(workshop, join(project, 'astro.config.mjs')),
      outDir: made,
      cacheDir: join(workshop, 'cache'),
      logLevel: 'warn',
      mode: 'production',
      force: true,
    });
    await writeFiles(siteFiles(catalog(from), publicationOf(settings, site, base), sha256), made);
    // Scans belong to the root; the project's own are already there.
    const scans = join(from, 'public/originals');
    if (existsSync(scans)) cpSync(scans, join(made, 'originals'), { recursive: true });
    move(made, join(fresh, 'site'));
    swap(join(fresh, 'site'), target, join(fresh, 'old'));
    return 0;
  } finally {
    process.chdir(here);
    for (const signal of SIGNALS) process.off(signal, stop);
    clean();
  }
}

/** Stopped in the middle, a build leaves nothing behind. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** To another disk a folder can only be copied. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
    cpSync(from, to, { recursive: true });
  }
}

/**
 * A root of its own for each run of Astro, inside the project so that packages are found. Astro keeps the list of texts
 * in a file below its root; two runs that shared it could publish each other's text.
 */
export function ownFolder(): string {
  mkdirSync(join(project, '.cache'), { recursive: true });
  return mkdtempSync(join(project, '.cache/astro-'));
}

/** What is replaced is a site made earlier, never a folder of sources. */
function guard(target: string, root: string): void {
  const holds = (folder: string): boolean => !relative(target, folder).startsWith('..');
  if (holds(root) || holds(resolve(project))) throw new Error(`--out 不能是“${target}”：数据或程序在这个文件夹里`);
  const precious = (existsSync(target) ? readdirSync(target) : []).find((name) =>
    ['.git', 'content', 'package.json'].includes(name),
  );
  if (precious !== undefined)
    throw new Error(`--out 的文件夹“${target}”里有“${precious}”，不像是生成的网站，请换一个文件夹`);
}

/** Two renames on one disk: at no moment does `target` hold half a site. */
function swap(made: string, target: string, old: string): void {
  const earlier = existsSync(target);
  if (earlier) renameSync(target, old);
  try {
    renameSync(made, target);
  } catch (cause) {
    if (earlier) renameSync(old, target);
    throw cause;
  }
}

/** `/a/b/` from what was typed; throws a usage message. */
export function options(args: readonly string[]): BuildOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      root: { type: 'string', default: '.' },
      out: { type: 'string', default: 'dist' },
      base: { type: 'string', default: '/' },
      site: { type: 'string' },
    },
  });
  if (!/^\/(?:[\w.~-]+\/)*$/.test(values.base))
    throw new Error(`--base 应以 / 开头和结尾，如 /zwgk/yshj/，现在是“${values.base}”`);
  if (values.site !== undefined && !/^https?:\/\/[^/]+\/?$/.test(values.site))
    throw new Error(`--site 应是不带路径的网址，如 https://example.gov.cn，现在是“${values.site}”`);
  return { root: values.root, out: values.out, base: values.base, site: values.site ?? null };
}

if (import.meta.main) {
  try {
    process.exitCode = await build(options(process.argv.slice(2)), (text) => process.stdout.write(`${text}\n`));
  } catch (cause) {
    process.stderr.write(
      `${cause instanceof Error ? cause.message : String(cause)}\n用法：npm run build -- [--root 文件夹] [--out 文件夹] [--base /子路径/] [--site https://网址]\n`,
    );
    process.exitCode = 1;
  }
}
