import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { files, pages, read } from './page.ts';

const compressed = (page: string): number => gzipSync(read(page), { level: 9 }).length;

test.each(pages.filter((p) => /^issues\/\d+\/index/.test(p)))('%s is under 40 KB compressed', (page) => {
  expect(compressed(page)).toBeLessThan(40 * 1024);
});

test.each(pages.filter((p) => p.includes('/charts/')))('%s is under 15 KB compressed', (page) => {
  expect(compressed(page)).toBeLessThan(15 * 1024);
});

test('what reads charts closely is under 4 KB', () => {
  const scripts = files.filter((file) => /^assets\/CloseReading\..*\.js$/.test(file));
  expect(scripts).toHaveLength(1);
  expect(read(scripts[0]!)).not.toMatch(/\bimport\b/);
  expect(Buffer.byteLength(read(scripts[0]!))).toBeLessThan(4 * 1024);
});
