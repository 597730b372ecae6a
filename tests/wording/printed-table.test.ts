import { expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { printedTables } from '../../src/wording/printed-table.ts';

const [issue48] = load('.').bulletins;
const [quarterly] = load('tests/roots/quarterly').bulletins;

test('a table is printed with its own columns and words, and nothing computed', () => {
  const [table, ...others] = printedTables(issue48!, '附表');
  expect(others).toEqual([]);
  expect(table!.unit).toBe('单位：%');
  expect(table!.head).toEqual(['序号', '指标', '2019年评价水平', '2020年省定目标', '2020年达到水平', '国内前沿水平']);
  expect(table!.rows[0]).toEqual([
    '1',
    '政务服务事项不见面审批事项占比',
    '市级 70.41%',
    '市级 80%',
    '市级 97.2%',
    '暂缺国内前沿水平，无法对比',
  ]);
  expect(table!.rows[5]!.slice(2, 5)).toEqual(['96.2%', '市级 100%', '市级 100%']);
  expect(table!.notes).toHaveLength(1);
});

test('rows that the text itself states are not printed as a table', () =>
  expect(printedTables(issue48!, '评价得分')).toEqual([]));

test('without a name all tables are printed', () =>
  expect(printedTables(issue48!).map(({ name }) => name)).toEqual(['附表']));

test('a table of several units says the unit of each row, and the places as printed', () => {
  const [table] = printedTables(quarterly!, '附件1');
  expect(table!.unit).toBe('');
  expect(table!.head).toEqual([
    '序号',
    '指标',
    '单位',
    '2022年一季度水平',
    '2023年省定目标',
    '2023年市定目标',
    '2023年一季度达到水平',
    '全省位次',
  ]);
  expect(table!.rows[1]).toEqual(['2', '开办环节', '个', '2', '不超过2', '1', '1', '并列1']);
});

test('a table of areas names them', () => {
  const [table] = printedTables(quarterly!, '附件2');
  expect(table!.head.slice(0, 3)).toEqual(['序号', '指标', '地区']);
  expect(table!.rows[0]!.slice(0, 3)).toEqual(['1', '综合得分', '新华区']);
});
