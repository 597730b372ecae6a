import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestLine } from '../exports/site/manifest.ts';
import { sha256 } from '../integrations/sha256.ts';
import { childOf } from './child.ts';
import { pathsBelow } from './manifest.ts';

/** Where a site will stand. */
export interface Where {
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** Public address, without sub-path; null while there is none. */
  readonly site: string | null;
}

/** Astro's bundle of this project's pages: what makes units, and the styles and scripts that pages load. */
export interface Bundle {
  /** Digest of the code that it is made of, and of where the site will stand. */
  readonly key: string;
  readonly renderer: string;
  /** The folder of styles and scripts, from it as from the root of the site. */
  readonly assets: string;
  /** Until then there may be neither. */
  readonly ready: Promise<void>;
  /** Ends the making of it, if it is not ready yet. */
  readonly stop: () => Promise<void>;
}

/** The bundle of code of a digest: that of an earlier build if there is one and it is as it was. */
export function bundleFor({ base, site }: Where, code: string, workshop: string, cache: string): Bundle {
  const where = { base, site };
  const key = sha256(JSON.stringify([code, where]));
  const folder = join(cache, 'bundle', key);
  const { ready, stop } = isWhole(folder) ? STANDING : makeBundle(where, workshop, folder);
  return { key, renderer: join(folder, 'server/entry.mjs'), assets: join(folder, 'client'), ready, stop };
}

const STANDING = { ready: Promise.resolve(), stop: () => Promise.resolve() };

function makeBundle(where: Where, workshop: string, folder: string): Pick<Bundle, 'ready' | 'stop'> {
  const made = join(workshop, 'bundling');
  const astro = startAstro({ where, workshop, made });
  const ready = astro.done.then(() => {
    keepBundle(made, folder);
  });
  // Whoever waits for it hears what was wrong; nobody may.
  ready.catch(() => undefined);
  return { ready, stop: astro.stop };
}

/** Another build may have kept the same meanwhile: what is whole is never touched, since processes load from it. */
function keepBundle(made: string, folder: string): void {
  writeFileSync(join(made, DIGESTS), digestsBelow(made));
  mkdirSync(dirname(folder), { recursive: true });
  if (isWhole(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(made, folder);
  } catch (cause) {
    if (!isWhole(folder)) throw cause;
  }
}

const DIGESTS = 'digests.txt';

const digestsBelow = (folder: string): string =>
  ['server', 'client']
    .flatMap((part) => pathsBelow(join(folder, part)).map((path) => `${part}/${path}`))
    .map((path) => manifestLine(path, sha256(readFileSync(join(folder, path)))))
    .join('');

function isWhole(folder: string): boolean {
  try {
    return readFileSync(join(folder, DIGESTS), 'utf8') === digestsBelow(folder);
  } catch {
    // There is none, or not all of it.
    return false;
  }
}

/** What the process that runs Astro is told. */
export interface Bundling {
  readonly where: Where;
  /** A root of its own for Astro, and the folder to write into, both absolute. */
  readonly workshop: string;
  readonly made: string;
}

function startAstro(bundling: Bundling): { done: Promise<void>; stop: () => Promise<void> } {
  const astro = childOf(join(import.meta.dirname, 'bundling.ts'), [JSON.stringify(bundling)]);
  const ended = new Promise<string | number | null>((resolve, reject) => {
    astro.once('error', reject);
    astro.once('exit', (code, signal) => {
      resolve(signal ?? code);
    });
  });
  return {
    done: ended.then((how) => {
      if (how !== 0) throw new Error(`网页程序没有编译成（${how}），没有发布任何内容`);
    }),
    stop: async () => {
      astro.kill();
      await ended.catch(() => undefined);
    },
  };
}
