import { once } from 'node:events';
import { lstatSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { contentDigest } from './content-digest.ts';

/** A file of a site and the SHA-256 that its manifest lists, hexadecimal. */
export type Listed = readonly [path: string, digest: string];

/** What a thread looks at (`listing.ts`). */
export interface Listing {
  readonly folder: string;
  readonly files: readonly Listed[];
}

/** Files that a thread is worth being started for: it takes as long to start as to read some hundreds. */
const SHARE = 2000;

/** Whether every file is as it is listed; on all cores. */
export async function areAllAsListed(folder: string, files: readonly Listed[]): Promise<boolean> {
  const threads = Math.min(availableParallelism(), Math.ceil(files.length / SHARE));
  const size = Math.ceil(files.length / Math.max(1, threads));
  // Neighbours stay together, since paths that are links to one content mostly are.
  const [own = [], ...others] = Array.from({ length: threads }, (_, i) => files.slice(i * size, (i + 1) * size));
  const asked = others.map((share) => askedOf({ folder, files: share }));
  const answers = [areAsListed({ folder, files: own }), ...(await Promise.all(asked))];
  return answers.every(Boolean);
}

async function askedOf(listing: Listing): Promise<boolean> {
  const thread = new Worker(new URL('./listing.ts', import.meta.url), { workerData: listing });
  try {
    const [answer] = (await once(thread, 'message')) as [boolean];
    return answer;
  } catch {
    // Who cannot tell has not seen that they are.
    return false;
  }
}

/** By all, since a server is seldom who builds. */
const READABLE = 0o444;
/** Nothing that runs as whoever owns it. */
const SPECIAL = 0o7000;

/** Whether each is, looked at in the thread that asks. What cannot be read is not. */
export function areAsListed(listing: Listing): boolean {
  try {
    return areRead(listing);
  } catch {
    return false;
  }
}

/** Paths that are links to one content are read once. */
function areRead({ folder, files }: Listing): boolean {
  const read = new Map<string, string>();
  return files.every(([path, listed]) => {
    const file = join(folder, path);
    // In full: the number of a content may be larger than a double can hold.
    const status = lstatSync(file, { bigint: true });
    if (!status.isFile() || (Number(status.mode) & (READABLE | SPECIAL)) !== READABLE) return false;
    const content = `${status.dev} ${status.ino}`;
    const digest = read.get(content) ?? contentDigest(file);
    read.set(content, digest);
    return digest === listed;
  });
}
