import { describe, expect, test } from 'vitest';
import { ACCESSED, gbt2015, gbt2025 } from '../../../src/exports/cite/gbt.ts';
import { dataset, work } from './work.ts';

const chart =
  '平顶山市优化营商环境工作领导小组办公室. 行政许可事项即办件占比：2019年评价水平、2020年省定目标与2020年达到水平（《优化营商环境工作通报》第48期）[EB/OL].';
const data =
  '平顶山市优化营商环境工作领导小组办公室. 关于“政务服务”指标整改提升情况的通报：数据集（《优化营商环境工作通报》第48期）[DS/OL].';

describe('GB/T 7714—2025', () => {
  test('cites a chart as a web page, dated as the bulletin is', () =>
    expect(gbt2025(work())).toBe(
      `${chart} （2021-01-25）[引用日期]. https://example.org/issues/48/charts/instant-share/.`,
    ));

  test('cites data with version and platform', () =>
    expect(gbt2025(dataset())).toBe(
      `${data} V1. 平顶山营商环境数据（2021-01-25）[引用日期]. https://example.org/issues/48/data/.`,
    ));

  test('sets the date of a later version beside the version, not in place of the bulletin’s', () =>
    expect(gbt2025(dataset({ version: 2, versionDate: '2026-12-01' }))).toBe(
      `${data} V2（2026-12-01）. 平顶山营商环境数据（2021-01-25）[引用日期]. https://example.org/issues/48/data/.`,
    ));

  test('cites the bulletin as a web page', () =>
    expect(gbt2025(work({ kind: 'bulletin', title: '关于整改情况的通报', address: null }))).toBe(
      '平顶山市优化营商环境工作领导小组办公室. 关于整改情况的通报（《优化营商环境工作通报》第48期）[EB/OL]. （2021-01-25）[引用日期].',
    ));
});

describe('GB/T 7714—2015', () => {
  test('has half-width marks around its dates', () => {
    expect(gbt2015(work())).toBe(
      `${chart} (2021-01-25)[引用日期]. https://example.org/issues/48/charts/instant-share/.`,
    );
    expect(gbt2015(dataset())).toBe(`${data} V1. (2021-01-25)[引用日期]. https://example.org/issues/48/data/.`);
  });
});

test.each([gbt2015, gbt2025])('without a public address none is invented, %o', (cite) => {
  expect(cite(work({ address: null }))).toMatch(/2021-01-25[)）]\[引用日期\]\.$/);
  expect(cite(dataset({ address: null }))).not.toContain('http');
});

test.each([gbt2015, gbt2025])('the reader’s date stands once, in brackets of its own, %o', (cite) => {
  for (const w of [work(), dataset({ version: 3, versionDate: '2027-01-02' })])
    expect(cite(w).split(`[${ACCESSED}]`)).toHaveLength(2);
});
