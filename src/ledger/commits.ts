import { lineKey, releaseIn, releasesIn, type Recorded } from './ledger.ts';

/** What a commit made of the ledger. */
export interface Committed {
  readonly commit: string;
  /** The name that git gives to its bytes. */
  readonly blob: string;
  readonly size: number;
}

/** What git knows of bytes. */
export interface Blobs {
  readonly read: (blob: string) => Uint8Array;
  /** The name that git gives to bytes, of the kind of another. */
  readonly nameOf: (bytes: Uint8Array, like: string) => string;
}

/**
 * Lines that commits added to the ledger and that are no more in it, each with the first of them. A state that today's
 * ledger begins with has lost no line, and is known by its name: nearly all are, and git need not compare or give any of
 * them. @param states newest first
 */
export function lostLines(states: readonly Committed[], ledger: Uint8Array, { read, nameOf }: Blobs): Recorded[] {
  const there = new Set(releasesIn(textOf(ledger)).map(lineKey));
  const lost = new Map<string, Recorded>();
  // Of a ledger that was written anew the older states begin alike too.
  let other: Uint8Array = new Uint8Array();
  let gone: readonly Line[] = [];
  for (const { commit, blob, size } of states) {
    const isBeginOf = (bytes: Uint8Array): boolean =>
      size <= bytes.length && nameOf(bytes.subarray(0, size), blob) === blob;
    if (isBeginOf(ledger)) continue;
    if (!isBeginOf(other)) {
      other = read(blob);
      gone = linesOf(textOf(other)).filter(({ key }) => !there.has(key));
    }
    for (const { key, release, end } of gone) if (end <= size) lost.set(key, { release, commit });
  }
  return [...lost.values()].sort((a, b) => a.release.issue - b.release.issue || a.release.version - b.release.version);
}

interface Line extends Pick<Recorded, 'release'> {
  readonly key: string;
  /** Bytes up to its last letter. */
  readonly end: number;
}

function linesOf(text: string): Line[] {
  let end = -1;
  return text.split('\n').flatMap((line) => {
    end += bytesIn(line) + 1;
    const release = releaseIn(line);
    return release ? [{ key: lineKey(release), release, end }] : [];
  });
}

const encoder = new TextEncoder();
const bytesIn = (text: string): number => encoder.encode(text).length;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
