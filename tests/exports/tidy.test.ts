import { describe, expect, test } from 'vitest';
import { csvParseRows } from 'd3-dsv';
import { load } from '../../src/catalog.ts';
import { COLUMNS, safe, tidy } from '../../src/exports/tidy.ts';

const [bulletin] = load('.').bulletins;
const csv = tidy(bulletin!);

describe('observations.csv', () => {
  test('begins with a BOM and ends its lines as Excel expects', () => {
    expect(csv.startsWith('\ufeffissue,version,group,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  test('has one row for each observation, and as many cells in each as columns', () => {
    const rows = csvParseRows(csv.slice(1).trimEnd());
    expect(rows).toHaveLength(bulletin!.observations.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([COLUMNS.length]));
  });

  test('keeps digits as printed', () => {
    expect(csv).toContain('法定办结时限压缩比,stated,2020,84.0,,eq,%,A,2020年底');
    expect(csv).toContain('承诺办结时限平均压缩比例,achieved,2020,88,,eq,%,A');
    expect(csv).toContain('“豫事办”用户,stated,2020,1255420,,eq,人,A,2020年底');
  });

  test('tells what is expected, what is a floor, what is missing and what is a statement', () => {
    expect(csv).toContain('政务服务便利度,achieved,2020,85,,eq,分,F');
    expect(csv).toContain('“一窗”分类受理率,baseline,2019,70,,ge,%,A');
    expect(csv).toContain('实名差评按期整改率,frontier,,,,,%,O,,,,,暂缺：暂缺国内前沿水平，无法对比');
    expect(csv).toContain('“一窗”分类受理率,frontier,,,,,%,A,,,上海市,实现综合窗口全覆盖');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('disarms %j, which a spreadsheet would run', (text) => {
    expect(safe(text)).toBe(`'${text}`);
  });

  test('leaves other text alone', () => {
    expect(safe('“互联网+企业登记”')).toBe('“互联网+企业登记”');
  });
});
