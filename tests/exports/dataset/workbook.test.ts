import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet } from 'read-excel-file/node';
import { DATA_COLUMNS, dataRows } from '../../../src/exports/dataset/csv.ts';
import { workbook } from '../../../src/exports/dataset/workbook.ts';
import { isNumeric } from '../../../src/domain/observation.ts';
import { exactly } from '../../../src/domain/quantity.ts';
import { bulletin, inside, NASTY, nasty, outside, released } from '../fixture.ts';
import { formatsOf, seen } from './spreadsheet.ts';
import { directory } from './zip.ts';

const column = (name: string): number => DATA_COLUMNS.indexOf(name as (typeof DATA_COLUMNS)[number]);
const file = workbook(bulletin, inside);
const text = async (xlsx: Uint8Array, name: string): Promise<(string | null)[][]> =>
  (await readSheet(Buffer.from(xlsx), name, { trim: false })).map((row) =>
    row.map((cell) => (cell === null ? null : String(cell))),
  );

/** Bulletin 48 with one number in place of another. */
const withValue = (value: string): typeof bulletin => ({
  ...bulletin,
  observations: [{ ...bulletin.observations.find(isNumeric)!, quantity: exactly(value) }],
});

describe('observations.xlsx', () => {
  test('has its heading in the first row', async () =>
    expect((await seen(file, '数据', 1))[0]!.map(({ shown }) => shown)).toEqual(DATA_COLUMNS));

  test('holds values as numbers that show the digits as printed', async () => {
    const rows = await seen(file, '数据', 1);
    const all = dataRows(bulletin);
    for (const [i, l] of all.entries())
      expect(rows[i + 1]![column('value')]).toEqual({ shown: l.value, number: l.value !== null });
    expect(all.filter(({ value }) => value === '84.0')).toHaveLength(1);
    expect(rows.find((row) => row[column('upper')]!.shown !== null && row[0]!.number)![column('upper')]).toEqual({
      shown: '2',
      number: true,
    });
  });

  test.each(['84.0', '88', '0', '0.50', '-3.10', '1255420', '999999999999999', '0.000000000000001', '100000000000000'])(
    'keeps %s as a number',
    async (value) =>
      expect((await seen(workbook(withValue(value), inside), '数据', 1))[1]![column('value')]).toEqual({
        shown: value,
        number: true,
      }),
  );

  test.each([
    '9007199254740993',
    '1234567890.1234567',
    '0.1000000000000001',
    '1000000000000000000000',
    '007',
    '-0',
    '0.0000000000000001',
  ])('keeps %s as text, since a spreadsheet would change it', async (value) => {
    const xlsx = workbook(withValue(value), inside);
    expect((await seen(xlsx, '数据', 1))[1]![column('value')]).toEqual({ shown: value, number: false });
    expect(formatsOf(xlsx, 1).get(`1.${column('value')}`)).toBe('@');
  });

  test('states the comparisons, a bound as such and the reason where there is none', async () => {
    const [head, ...rows] = await text(file, '比较');
    expect(head).toEqual([
      'indicator',
      'name',
      'outcome',
      'outcomeReason',
      'improved',
      ...['change', 'margin'].flatMap((c) => [
        c,
        `${c}Upper`,
        `${c}Comparator`,
        `${c}Unit`,
        `${c}Expected`,
        `${c}Reason`,
      ]),
    ]);
    expect(rows.find((row) => row[0] === 'one-window')).toEqual([
      'one-window',
      '“一窗”分类受理率',
      'met',
      null,
      null,
      '15',
      null,
      'le',
      '个百分点',
      'false',
      null,
      '5',
      null,
      'eq',
      '个百分点',
      'false',
      null,
    ]);
    expect(rows.find((row) => row[0] === 'service-convenience')).toEqual([
      'service-convenience',
      '政务服务便利度',
      'no-target',
      null,
      null,
      '16.66',
      null,
      'eq',
      '分',
      'true',
      null,
      null,
      null,
      null,
      null,
      null,
      '通报没有目标的数值',
    ]);
    expect((await seen(file, '比较', 2)).find((row) => row[0]!.shown === 'no-visit-approval')![5]).toEqual({
      shown: '26.79',
      number: true,
    });
  });

  test('explains every column', async () =>
    expect((await text(file, '字段')).slice(1).map(([name]) => name)).toEqual(DATA_COLUMNS));

  test('says whose it is, and invents neither licence, nor day, nor address', async () => {
    const about = Object.fromEntries((await text(file, '说明')).slice(1)) as Record<string, string>;
    expect(about).toMatchObject({
      通报日期: '2021-01-25',
      数据版本: '1',
      版本发布日期: '这一版尚未发布',
      许可: '未声明',
      网址: '尚无公开网址',
      '状态 O': '空缺',
      '比较符 over': '余或多',
    });
    const published = Object.fromEntries((await text(workbook(released, outside), '说明')).slice(1)) as Record<
      string,
      string
    >;
    expect(published).toMatchObject({
      数据版本: '2',
      版本发布日期: '2026-12-01',
      许可: 'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/',
      网址: 'https://example.org/yshj/issues/48/data/v2/',
    });
  });
});

describe('text that a spreadsheet might run', () => {
  test('is stored as text, as it is, without an apostrophe', async () => {
    const rows = await seen(workbook(nasty, inside), '数据', 1);
    const names = NASTY.flatMap((text) => Array<string>(3).fill(text));
    expect(rows.slice(1).map((row) => row[column('name')])).toEqual(names.map((shown) => ({ shown, number: false })));
  });

  test('is no formula, and stays none when its cell is edited', () => {
    const xlsx = workbook(nasty, inside);
    const formats = formatsOf(xlsx, 1);
    expect(strFromU8(unzipSync(xlsx)['xl/worksheets/sheet1.xml']!)).not.toContain('<f>');
    for (const [i, words] of NASTY.entries())
      if (/^\s*[=+\-@＝＋－＠]/.test(words)) expect(formats.get(`${3 * i + 1}.${column('name')}`), words).toBe('@');
  });
});

test('files inside are dated by no clock and made by no system', () => {
  const entries = directory(file);
  expect(entries.map(({ name }) => name)).toEqual(Object.keys(unzipSync(file)));
  for (const entry of entries)
    expect(entry).toEqual({ name: entry.name, date: '1980-01-01', time: 0, system: 0, attributes: 0, extra: 0 });
});

test('its properties name what it is, whose and of what day', () => {
  const core = (xlsx: Uint8Array): string => strFromU8(unzipSync(xlsx)['docProps/core.xml']!);
  expect(core(file)).toContain('<dc:creator>平顶山市优化营商环境工作领导小组办公室</dc:creator>');
  expect(core(file)).toContain('2021-01-25T00:00:00Z');
  const later = core(workbook(released, outside));
  expect(later).toContain('2026-12-01T00:00:00Z');
  expect(later).toContain('<cp:version>2</cp:version>');
  expect(later).toContain(`<dc:title>${bulletin.issue.title}：数据集（《优化营商环境工作通报》第48期）</dc:title>`);
});

test('a column is as wide as what it holds, within bounds', () => {
  const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!);
  const widths = [...sheet.matchAll(/<col [^>]*width="([\d.]+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(DATA_COLUMNS.length);
  const of = (name: string): number => widths[column(name)]!;
  expect([of('issue'), of('note')].map(Math.floor)).toEqual([8, 60]);
  expect(of('name')).toBeGreaterThan(of('value'));
});
