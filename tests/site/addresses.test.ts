import { expect, test } from 'vitest';
import { addressesOf } from '../../src/publication/page.ts';
import { bulletin, indicators } from '../charts/issue-48.ts';
import { addressOf, base, files } from './page.ts';

const targets = new Set(files.map((file) => `${base}${addressOf(file)}`));

test('every address that a text may link to is there', () => {
  const known = [...addressesOf([{ bulletin, newest: true }], indicators)];
  expect(known.length).toBeGreaterThan(60);
  expect(known.filter((address) => !targets.has(base + address.slice(1)))).toEqual([]);
});
