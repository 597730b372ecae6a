import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from '../../src/cli/compress.ts';

const text = Buffer.from('指标,数值\n'.repeat(100));

test('a text file has a smaller one of both kinds beside it, the same bytes on any system', () => {
  const beside = new Map(compressed('data/a.csv', text));
  expect([...beside.keys()]).toEqual(['data/a.csv.gz', 'data/a.csv.br']);
  const gz = beside.get('data/a.csv.gz')!;
  expect([...gz.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  expect(gunzipSync(gz)).toEqual(text);
  expect(brotliDecompressSync(beside.get('data/a.csv.br')!)).toEqual(text);
});

test('a text that does not get smaller has none, nor has what is no text', () => {
  expect(compressed('tiny.txt', Buffer.from('一'))).toEqual([]);
  expect(compressed('a.png', text)).toEqual([]);
});
