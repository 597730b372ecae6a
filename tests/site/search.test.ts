import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Found } from '../../src/search/record.ts';
import { addressOf, documentOf, files, folder, pages } from './page.ts';

/** All that search can find, as its index has it (https://pagefind.app: a mark of twelve bytes, then JSON). */
const found = files
  .filter((file) => file.endsWith('.pf_fragment'))
  .map((file) => gunzipSync(readFileSync(join(folder, file))).toString('utf8'))
  .map((text) => JSON.parse((JSON.parse(text.slice(text.indexOf('{'))) as { url: string }).url) as Found);

test('every sentence that search finds leads to a place that is there', () => {
  expect(found.length).toBeGreaterThan(60);
  const lost = found.filter(({ address }) => {
    const [path, id] = address.slice(1).split('#');
    const page = pages.find((file) => addressOf(file) === path);
    return !page || (id !== undefined && documentOf(page).getElementById(id) === null);
  });
  expect(lost).toEqual([]);
});

test('every sentence of the text stands on the place it leads to', () => {
  const away = found
    .filter(({ address }) => /^\/issues\/\d+\/#(?:s|h|p)\d/.test(address))
    .filter(({ address, words }) => {
      const [path, id] = address.slice(1).split('#');
      const element = documentOf(`${path}index.html`).getElementById(id!);
      const squeezed = (text: string): string => text.replace(/\s+/g, '');
      return !squeezed(element?.textContent ?? '').includes(squeezed(words));
    });
  expect(away).toEqual([]);
});
