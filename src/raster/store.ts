import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** PNGs of earlier runs. */
export interface Store {
  readonly get: (key: string) => Buffer | undefined;
  readonly keep: (key: string, png: Buffer) => void;
}

/** Bytes of a SHA-256. */
const LENGTH = 32;

/**
 * A file for each key: the digest of key and PNG, then the PNG. Whatever else is found under a key (half a file, another
 * picture, a folder) is no picture of it, and is drawn again and replaced.
 * @param key hexadecimal, of all that decides the picture.
 */
export function storeIn(cache: string): Store {
  const fileOf = (key: string): string => join(cache, 'png', key);
  return {
    get: (key) => {
      const bytes = contentOf(fileOf(key));
      const png = bytes?.subarray(LENGTH);
      return png && digestOf(key, png).equals(bytes!.subarray(0, LENGTH)) ? png : undefined;
    },
    keep: (key, png) => {
      const file = fileOf(key);
      mkdirSync(dirname(file), { recursive: true });
      rmSync(file, { recursive: true, force: true });
      writeFileSync(file, Buffer.concat([digestOf(key, png), png]));
    },
  };
}

const digestOf = (key: string, png: Buffer): Buffer => createHash('sha256').update(key).update(png).digest();

function contentOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
