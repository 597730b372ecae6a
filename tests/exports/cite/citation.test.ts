import { describe, expect, test } from 'vitest';
import { biblatex, bibtex, escapedForTex } from '../../../src/exports/cite/bibtex.ts';
import { citations } from '../../../src/exports/cite/citation.ts';
import { cslItem, cslJson } from '../../../src/exports/cite/csl.ts';
import { newsline } from '../../../src/exports/cite/newsline.ts';
import { ris } from '../../../src/exports/cite/ris.ts';
import { dataset, work } from './work.ts';

const office = '平顶山市优化营商环境工作领导小组办公室';
const title =
  '行政许可事项即办件占比：2019年评价水平、2020年省定目标与2020年达到水平（《优化营商环境工作通报》第48期）';
const dataTitle = '关于“政务服务”指标整改提升情况的通报：数据集（《优化营商环境工作通报》第48期）';
const oneWindow = work({
  slug: 'one-window',
  title: '“一窗”分类受理率',
  address: 'https://example.org/issues/48/charts/one-window/',
});

describe('新闻一行', () => {
  test('names office, issue, date, chart, version and address', () =>
    expect(newsline(work())).toBe(
      `${office}《优化营商环境工作通报》第48期（2021年1月25日），图“行政许可事项即办件占比：2019年评价水平、2020年省定目标与2020年达到水平”，数据版本1，见“平顶山营商环境数据”：https://example.org/issues/48/charts/instant-share/`,
    ));

  test('of data, with quotation marks inside made single and the version’s date beside it', () =>
    expect(newsline(dataset({ version: 2, versionDate: '2026-12-01', address: null }))).toBe(
      `${office}《优化营商环境工作通报》第48期（2021年1月25日），“关于‘政务服务’指标整改提升情况的通报”数据集，数据版本2（2026年12月1日），见“平顶山营商环境数据”`,
    ));
});

describe('BibTeX', () => {
  test('of a chart', () =>
    expect(bibtex(work())).toBe(`@misc{bulletin-48-instant-share-v1,
  author = {{${office}}},
  title = {{${title}}},
  howpublished = {平顶山营商环境数据},
  year = {2021},
  month = jan,
  day = {25},
  note = {数据版本1},
  url = {https://example.org/issues/48/charts/instant-share/},
}
`));

  test('of data, for BibLaTeX', () =>
    expect(biblatex(dataset({ version: 2, versionDate: '2026-12-01' }))).toBe(`@dataset{bulletin-48-data-v2,
  author = {{${office}}},
  title = {{${dataTitle}}},
  publisher = {{平顶山营商环境数据}},
  date = {2021-01-25},
  version = {2},
  langid = {chinese},
  note = {数据版本2，2026-12-01},
  url = {https://example.org/issues/48/data/},
}
`));

  test('escapes what TeX would obey', () =>
    expect(escapedForTex('A&B 5% a_b #1 $2 {x} \\y ~ ^')).toBe(
      'A\\&B 5\\% a\\_b \\#1 \\$2 \\{x\\} \\textbackslash{}y \\textasciitilde{} \\textasciicircum{}',
    ));

  test.each([bibtex, biblatex])('escapes office and title, but never the address, %o', (cite) => {
    const text = cite(work({ office: 'A & B', title: '占比 5%_#', address: 'https://example.org/a_b/?x=1&y=%20#z' }));
    expect(text).toContain('author = {{A \\& B}}');
    expect(text).toContain('title = {{占比 5\\%\\_\\#（');
    expect(text).toContain('url = {https://example.org/a_b/?x=1&y=%20#z}');
  });

  test.each([bibtex, biblatex])('without an address has no url, %o', (cite) =>
    expect(cite(work({ address: null }))).not.toContain('url'),
  );
});

describe('RIS', () => {
  test('of a chart, lines ending with CRLF', () =>
    expect(ris(work())).toBe(
      [
        'TY  - ELEC',
        `AU  - ${office}`,
        `TI  - ${title}`,
        'PY  - 2021',
        'DA  - 2021/01/25',
        'T2  - 平顶山营商环境数据',
        'ET  - 1',
        'LA  - zh-CN',
        'ID  - bulletin-48-instant-share-v1',
        'UR  - https://example.org/issues/48/charts/instant-share/',
        'ER  - ',
        '',
      ].join('\r\n'),
    ));

  test('of data', () => {
    expect(ris(dataset({ version: 2, versionDate: '2026-12-01' }))).toMatch(
      /^TY {2}- DATA\r\n.*ET {2}- 2\r\n.*N1 {2}- 数据版本2，2026-12-01\r\n/s,
    );
    expect(ris(dataset({ address: null }))).not.toContain('UR');
  });
});

describe('CSL-JSON', () => {
  test('of data', () =>
    expect(JSON.parse(cslJson(dataset()))).toEqual([
      {
        id: 'bulletin-48-data-v1',
        type: 'dataset',
        title: dataTitle,
        author: [{ literal: office }],
        issued: { 'date-parts': [[2021, 1, 25]] },
        publisher: '平顶山营商环境数据',
        version: '1',
        language: 'zh-CN',
        URL: 'https://example.org/issues/48/data/',
      },
    ]));

  test('of a chart names the site as its container', () =>
    expect(cslItem(work())).toMatchObject({ type: 'webpage', 'container-title': '平顶山营商环境数据' }));
});

test('every form names the office and the bulletin, and only the two standards of GB/T ask for the reader’s date', () => {
  for (const w of [work(), dataset(), oneWindow]) {
    for (const { name, text } of citations(w)) {
      expect(text, name).toContain(office);
      expect(text, name).toContain('《优化营商环境工作通报》第48期');
      expect(text.includes('引用日期'), name).toBe(name.startsWith('GB/T'));
    }
  }
});
