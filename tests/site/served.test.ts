import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HEADER_RULES, headersOf, patternOf } from '../../src/exports/site/header-rule.ts';
import { documentOf, files, folder, pages, read } from './page.ts';

/** As it is asked for, of a page also as the file that a server finds. */
const addresses = files.flatMap((file) => [`/${file}`, `/${file.replace(/(^|\/)index\.html$/, '$1')}`]);

test('no header is set for one address by two rules', () => {
  const twice = addresses.filter((address) => {
    const names = HEADER_RULES.filter(({ paths }) =>
      paths.some((path) => new RegExp(`^${patternOf(path)}$`).test(address)),
    ).flatMap(({ headers }) => Object.keys(headers));
    return new Set(names).size < names.length;
  });
  expect(twice).toEqual([]);
});

test('every file has a type, and every page a policy that says who may frame it', () => {
  const untyped = files.filter((file) => headersOf(`/${file}`)['Content-Type'] === undefined);
  expect(untyped).toEqual(['_headers']);
  const framed = pages.filter(
    (page) => !/frame-ancestors 'self'$/.test(headersOf(`/${page}`)['Content-Security-Policy'] ?? ''),
  );
  expect(framed).toEqual(pages.filter((page) => page.startsWith('embed/')));
});

test('what a page says of itself is allowed by its header', () => {
  const refused = pages.flatMap((page) => {
    const header = (headersOf(`/${page}`)['Content-Security-Policy'] ?? '').split('; ');
    const own = documentOf(page).querySelector('meta[http-equiv]')?.getAttribute('content') ?? 'nothing';
    return own
      .split('; ')
      .filter((part) => !part.startsWith('trusted-types') && !header.includes(part))
      .map((part) => `${page}: ${part}`);
  });
  expect(refused).toEqual([]);
});

test('the manifest has the digest of every other file', () => {
  const digest = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  expect(read('manifest.sha256').split('\n').slice(0, -1)).toEqual(
    files.filter((file) => file !== 'manifest.sha256').map((file) => `${digest(file)}  ${file}`),
  );
});
