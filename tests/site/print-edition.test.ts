import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { base, documentOf } from './page.ts';

const document = documentOf('issues/48/print/index.html');
const edition = document.querySelector('.edition')!;
const bare = (text: string | null | undefined): string => (text ?? '').replace(/\s/g, '');
const original = readFileSync(new URL('bulletin-48.txt', import.meta.url), 'utf8');
const prose = original.slice(original.indexOf('市政务服务和大数据局承担'), original.indexOf('序号'));

describe('the printed edition of bulletin 48', () => {
  test('holds the whole text, word for word, and no picture', () => {
    const body = edition.querySelector('.body')!.cloneNode(true) as Element;
    for (const table of body.querySelectorAll('.printed')) table.remove();
    expect(bare(body.textContent).replace(/附表$/, '')).toBe(bare(prose.replace(/^#+ /gm, '')));
    expect(edition.querySelectorAll('svg, figure, a')).toHaveLength(0);
  });

  test('opens with its series, number, office and date, and ends with its imprint', () => {
    expect([...edition.querySelectorAll('header p')].map((p) => bare(p.textContent))).toEqual([
      '优化营商环境工作通报',
      '第48期',
      '平顶山市优化营商环境工作领导小组办公室2021年1月25日',
    ]);
    expect(bare(edition.querySelector('h1')!.textContent)).toBe('关于“政务服务”指标整改提升情况的通报');
    expect(edition.lastElementChild!.className).toBe('imprint');
  });

  test('has the table that the bulletin prints, and not the scores that its text states', () => {
    const tables = [...edition.querySelectorAll('table')];
    expect(tables.map((table) => table.getAttribute('aria-label'))).toEqual(['附表']);
    expect([...tables[0]!.rows[1]!.cells].map((cell) => cell.textContent)).toEqual([
      '1',
      '政务服务事项不见面审批事项占比',
      '市级 70.41%',
      '市级 80%',
      '市级 97.2%',
      '暂缺国内前沿水平，无法对比',
    ]);
  });

  test('is another form of the bulletin’s page, which leads to it', () => {
    expect(document.querySelector('link[rel="canonical"]')!.getAttribute('href')).toMatch(/\/issues\/48\/$/);
    const link = documentOf('issues/48/index.html').querySelector(`a[href="${base}issues/48/print/"]`)!;
    expect(link.textContent).toBe('第48期简报版（A4，供打印）');
  });
});
