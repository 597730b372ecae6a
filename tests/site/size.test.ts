import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pages, read } from './page.ts';

const compressed = (page: string): number => gzipSync(read(page), { level: 9 }).length;

test.each(pages.filter((p) => /^issues\/\d+\/index/.test(p)))('%s is under 40 KB compressed', (page) => {
  expect(compressed(page)).toBeLessThan(40 * 1024);
});

test.each(pages.filter((p) => p.includes('/charts/')))('%s is under 15 KB compressed', (page) => {
  expect(compressed(page)).toBeLessThan(15 * 1024);
});
