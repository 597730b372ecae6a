import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assembled } from '../check/assemble.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { addressesIn } from '../ledger/editions.ts';
import { LEDGER, lineKey, releasesIn } from '../ledger/ledger.ts';
import { PUBLISHED_ADDRESSES, PUBLISHED_LEDGER } from '../publication/address.ts';
import type { Release } from '../domain/version.ts';

/** What a published site says that it has published. */
export interface Promises {
  readonly releases: readonly Release[];
  /** From the root of the site. */
  readonly addresses: readonly string[];
}

/** @param site folder or address of a site. Throws where it is none of this program's, or does not answer. */
export async function promisesOf(site: string): Promise<Promises> {
  const read = /^https?:\/\//.test(site) ? readUrl : readFolder;
  // One after the other: of two that are missing, the same is told each time.
  const ledger = await read(site, PUBLISHED_LEDGER);
  const addresses = await read(site, PUBLISHED_ADDRESSES);
  return { releases: releasesIn(ledger), addresses: addresses.split('\n').filter((line) => line.startsWith('/')) };
}

const notThere = (site: string, path: string, why: string): Error =>
  new Error(
    `“${site}”里读不到 ${path}（${why}）\n→ 写网站的文件夹或首页的网址；还没有公布过版本的网站，没有可以比较的`,
  );

async function readFolder(site: string, path: string): Promise<string> {
  try {
    return await readFile(join(site, path), 'utf8');
  } catch (cause) {
    throw notThere(site, path, (cause as NodeJS.ErrnoException).code ?? String(cause));
  }
}

/** Milliseconds that a site may take to answer. */
const PATIENCE = 30_000;

async function readUrl(site: string, path: string): Promise<string> {
  try {
    const answer = await fetch(new URL(path, site.replace(/\/?$/, '/')), { signal: AbortSignal.timeout(PATIENCE) });
    if (!answer.ok) throw new Error(String(answer.status));
    return await answer.text();
  } catch (cause) {
    throw notThere(site, path, cause instanceof Error ? cause.message : String(cause));
  }
}

/** Versions and addresses of a published site that this root has no more. */
export function brokenPromises({ releases, addresses }: Promises, { releases: own, histories }: Assembled): Problem[] {
  const lines = new Set(own.map(({ release }) => lineKey(release)));
  const kept = new Set(
    [...histories.values()].flatMap(({ released }) => released.flatMap((v) => addressesIn(v.files))),
  );
  return [
    ...releases
      .filter((release) => !lines.has(lineKey(release)))
      .map(({ issue, version, date }) => `第${issue}期第${version}版（${date}公布）`),
    ...addresses.filter((address) => !kept.has(address)),
  ].map((found) => problem('ledger/not-as-published', { file: LEDGER }, found));
}
