import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { compressFiles } from '../../src/cli/compress.ts';

const work = mkdtempSync(join(tmpdir(), 'bulletin-compress-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const text = '指标,数值\n'.repeat(100);

async function compressed(name: string, time: number): Promise<string> {
  const folder = join(work, name);
  mkdirSync(join(folder, 'data'), { recursive: true });
  for (const [path, content] of Object.entries({ 'data/a.csv': text, 'tiny.txt': '一', 'a.png': text }))
    writeFileSync(join(folder, path), content);
  utimesSync(join(folder, 'data/a.csv'), time, time);
  await compressFiles(folder, ['data/a.csv', 'tiny.txt', 'a.png']);
  return folder;
}

test('every text file has a smaller one of both kinds beside it, the same bytes at any time on any system', async () => {
  const [one, other] = [await compressed('one', 1e9), await compressed('other', 1.5e9)];
  expect(readdirSync(one, { recursive: true }).sort()).toEqual(
    ['a.png', 'data', join('data', 'a.csv'), join('data', 'a.csv.br'), join('data', 'a.csv.gz'), 'tiny.txt'].sort(),
  );
  const gz = readFileSync(join(one, 'data/a.csv.gz'));
  expect([...gz.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  expect(gunzipSync(gz).toString()).toBe(text);
  expect(brotliDecompressSync(readFileSync(join(one, 'data/a.csv.br'))).toString()).toBe(text);
  for (const ending of ['gz', 'br'])
    expect(readFileSync(join(other, `data/a.csv.${ending}`))).toEqual(readFileSync(join(one, `data/a.csv.${ending}`)));
});
