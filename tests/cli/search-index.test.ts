import { expect, test } from 'vitest';
import { searchFiles } from '../../src/cli/search-index.ts';
import type { SearchRecord } from '../../src/search/record.ts';

const TOPICS = ['政务服务', '办理建筑许可', '获得电力'];
const RECORDS = Array.from({ length: 200 }, (_, i): SearchRecord => ({
  address: `/issues/${i % 7}/#p${i}`,
  words: `第${i}句：达到${i / 10}%，${String.fromCodePoint(0x4e00 + i * 97)}。`,
  where: `第${i % 7}期`,
  kind: i % 2 ? '正文' : '表格',
  issues: [i % 7],
  topics: [TOPICS[i % 3]!],
}));

const index = async (): Promise<Map<string, unknown>> =>
  new Map((await searchFiles(RECORDS, 3)).map(({ path, make }) => [path, make()]));

test('two builds of one process make one and the same index, and nothing of Pagefind’s own pages', async () => {
  const [a, b, c] = await Promise.all([index(), index(), index()]);
  expect(a.size).toBeGreaterThan(RECORDS.length);
  expect(b).toEqual(a);
  expect(c).toEqual(a);
  expect([...a.keys()].filter((file) => !file.startsWith('search/pagefind/3/'))).toEqual([]);
  expect([...a.keys()].filter((file) => /-ui|highlight|\.css$/.test(file))).toEqual([]);
});
