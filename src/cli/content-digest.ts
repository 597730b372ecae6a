import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Read into again and again: memory asked for anew for each of a hundred thousand files takes a tenth of the time. */
const ROOM = Buffer.allocUnsafe(1 << 20);

/** Hexadecimal SHA-256 of what a file holds. @throws as the disk does */
export function contentDigest(file: string): string {
  const hash = createHash('sha256');
  const open = openSync(file, 'r');
  try {
    for (let read = readSync(open, ROOM); read > 0; read = readSync(open, ROOM)) hash.update(ROOM.subarray(0, read));
  } finally {
    closeSync(open);
  }
  return hash.digest('hex');
}
