import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const PROJECT = resolve(import.meta.dirname, '../..');

/**
 * A root of its own for each run of Astro, inside the project so that packages are found. Astro keeps the list of texts
 * in a file below its root; two runs that shared it could publish each other's text.
 */
export function workshopFolder(): string {
  const cache = join(PROJECT, '.cache');
  mkdirSync(cache, { recursive: true });
  return mkdtempSync(join(cache, 'astro-'));
}
