import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { JSDOM } from 'jsdom';
import { inject } from 'vitest';

export const { folder, base, site, address } = inject('site');

/** All files of the built site by their path in it. */
export const files: readonly string[] = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  .sort();

export const pages = files.filter((file) => file.endsWith('.html'));

export const read = (file: string): string => readFileSync(join(folder, file), 'utf8');

/** Address of a page below the base: `issues/48/index.html` to `issues/48/`. */
export const addressOf = (file: string): string => file.replace(/(^|\/)index\.html$/, '$1');

const parsed = new Map<string, Document>();

export function documentOf(file: string): Document {
  const known = parsed.get(file) ?? new JSDOM(read(file)).window.document;
  parsed.set(file, known);
  return known;
}
