import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRoot, publishable, readRoot } from '../../src/catalog.ts';
import { recordsOf } from '../../src/search/records.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { placesOf, tokensOf } from '../../src/search/token.ts';

function of(root: string, volume = 0, isNewest = true): SearchRecord[] {
  const read = readRoot(join(import.meta.dirname, '../..', root));
  return recordsOf(publishable(read, checkRoot(read)), volume, isNewest);
}
const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);

describe('what can be found of bulletin 48', () => {
  let records: SearchRecord[];
  beforeAll(() => {
    records = of('.');
  });
  const found = (text: string): SearchRecord[] =>
    records.filter((record) => placesOf(words(text), record.words).length > 0);

  test('is each sentence of its text, whole, as the page prints it, with its place', () => {
    expect(found('65826')[0]).toEqual({
      address: '/issues/48/#s2-6',
      words: '各窗口共受理各类审批事项65826项，公共服务事项96415项，办结率分别为99.8%和99.6%。',
      where: '第48期正文二（六）',
      kind: '正文',
      issues: [48],
      topics: ['政务服务'],
    });
    expect(found('整改提升情况如下')[0]?.address, 'a paragraph that opens no section').toBe('/issues/48/#p1');
    expect(found('周末不打烊')[0]?.words).toBe('(二)实行“周末不打烊”服务。');
  });

  test('is each figure of the text with its conditions', () => {
    expect(found('98.9').map(({ kind, address, words: said }) => [kind, address, said])).toContainEqual([
      '正文数字',
      '/issues/48/#figure-4',
      expect.stringMatching(/^不见面审批事项占比：98\.9%（截至2020年底）。/),
    ]);
  });

  test('is each row of its tables with all its cells, and each indicator over time', () => {
    expect(found('97.2').map(({ kind, address }) => [kind, address])).toEqual([
      ['历期', '/indicators/no-visit-approval/'],
      ['表格', '/issues/48/charts/no-visit-approval/'],
    ]);
    expect(found('上海市').map(({ words: said }) => said)).toEqual([
      expect.stringContaining('国内前沿水平：上海市：实现综合窗口全覆盖。'),
    ]);
  });

  test('is its title and its finding', () => {
    expect(records.filter(({ kind }) => kind === '标题和结果').map(({ where }) => where)).toEqual(
      expect.arrayContaining(['第48期，2021年1月25日，市政务服务和大数据局', '第48期的结果']),
    );
  });

  test('comes with indicators first', () => {
    const kinds = records.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('历期')).toBeLessThan(kinds.indexOf('标题和结果'));
  });
});

test('rows of areas lead to their area, and those of plain tables to their table', () => {
  const records = [...of('tests/roots/quarterly'), ...of('tests/cases/plain-table')];
  const areas = records.filter(({ kind, address }) => kind === '表格' && address.includes('/charts/'));
  expect(areas.some(({ address }) => /\/charts\/[a-z-]+\/#[a-z-]+-[^-]+$/.test(address))).toBe(true);
  expect(records.filter(({ address }) => address.endsWith('#table-1'))[0]).toMatchObject({
    kind: '表格',
    words: expect.stringMatching(/：.*；.*。$/) as string,
  });
});

test('an earlier volume holds its bulletins alone, and no bulletin is in two', () => {
  const kinds = (records: readonly SearchRecord[]): string[] => [...new Set(records.map(({ kind }) => kind))];
  const [newest, earlier, other] = [
    of('tests/roots/years'),
    of('tests/roots/years', 0, false),
    of('tests/roots/years', 1, false),
  ];
  expect(kinds(newest)).toContain('历期');
  expect(earlier).toEqual(newest.filter(({ kind }) => kind !== '历期' && kind !== '更正'));
  expect(other).toEqual([]);
});
