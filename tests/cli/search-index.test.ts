import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeSearchIndex } from '../../src/cli/search-index.ts';
import type { SearchRecord } from '../../src/search/record.ts';

const work = mkdtempSync(join(tmpdir(), 'bulletin-search-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

const TOPICS = ['政务服务', '办理建筑许可', '获得电力'];
const RECORDS = Array.from({ length: 200 }, (_, i): SearchRecord => ({
  address: `/issues/${i % 7}/#p${i}`,
  words: `第${i}句：达到${i / 10}%，${String.fromCodePoint(0x4e00 + i * 97)}。`,
  where: `第${i % 7}期`,
  kind: i % 2 ? '正文' : '表格',
  issues: [i % 7],
  topics: [TOPICS[i % 3]!],
}));

const filesOf = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length), readFileSync(file)]),
  );

test('two builds of one process write one and the same index, and nothing of Pagefind’s own pages', async () => {
  const folders = ['a', 'b', 'c'].map((name) => join(work, name));
  await Promise.all(folders.map((folder) => writeSearchIndex(RECORDS, TOPICS, folder)));
  const [a, b, c] = folders.map(filesOf);
  expect(a!.size).toBeGreaterThan(RECORDS.length);
  expect(b).toEqual(a);
  expect(c).toEqual(a);
  expect([...a!.keys()].filter((file) => /-ui|highlight|\.css$/.test(file))).toEqual([]);
});
