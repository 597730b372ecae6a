import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apa } from '../../../src/exports/cite/apa.ts';
import { chicago } from '../../../src/exports/cite/chicago.ts';
import { citations } from '../../../src/exports/cite/citation.ts';
import { mla } from '../../../src/exports/cite/mla.ts';
import type { Work } from '../../../src/exports/cite/work.ts';
import { apaByCiteproc } from './citeproc.ts';
import { dataset, work } from './work.ts';

const office = '平顶山市优化营商环境工作领导小组办公室';
const site = '平顶山营商环境数据';
const title =
  '行政许可事项即办件占比：2019年评价水平、2020年省定目标与2020年达到水平（《优化营商环境工作通报》第48期）';
const address = 'https://example.org/issues/48/charts/instant-share/';
const dataTitle = '政务服务”指标整改提升情况的通报：数据集（《优化营商环境工作通报》第48期）';
const dataAddress = 'https://example.org/issues/48/data/';
const second = dataset({ version: 2, versionDate: '2026-12-01' });

describe('APA 7', () => {
  test('of a chart, dated as the bulletin is', () =>
    expect(apa(work())).toBe(`${office}. (2021, January 25). ${title}. ${site}. ${address}`));

  test('of data, with version and kind; the year alone is the manual’s', () =>
    expect(apa(dataset())).toBe(
      `${office}. (2021). 关于“${dataTitle} (Version 1) [Data set]. ${site}. ${dataAddress}`,
    ));

  test('of a later version keeps the bulletin’s date and leaves the version’s out', () =>
    expect(apa(second)).toBe(`${office}. (2021). 关于“${dataTitle} (Version 2) [Data set]. ${site}. ${dataAddress}`));

  test('without an address', () => {
    expect(apa(work({ address: null }))).toBe(`${office}. (2021, January 25). ${title}. ${site}.`);
    expect(apa(dataset({ address: null }))).toBe(
      `${office}. (2021). 关于“${dataTitle} (Version 1) [Data set]. ${site}.`,
    );
  });

  test('leaves capitals and Chinese punctuation as they are', () =>
    expect(apa(work({ title: '“i+Market” APP与DNA检测“一窗”率' }))).toBe(
      `${office}. (2021, January 25). “i+Market” APP与DNA检测“一窗”率（《优化营商环境工作通报》第48期）. ${site}. ${address}`,
    ));
});

describe('Chicago', () => {
  test('of a chart', () =>
    expect(chicago(work())).toBe(`${office}. “${title}.” Version 1. ${site}, January 25, 2021. ${address}.`));

  test('of data, with the version, and quotation marks inside made single', () => {
    expect(chicago(dataset())).toBe(
      `${office}. “关于‘${dataTitle.replace('”', '’')}.” Data set. Version 1. ${site}, January 25, 2021. ${dataAddress}.`,
    );
    expect(chicago(second)).toBe(
      `${office}. “关于‘${dataTitle.replace('”', '’')}.” Data set. Version 2. ${site}, January 25, 2021. ${dataAddress}.`,
    );
  });

  test('without an address', () =>
    expect(chicago(work({ address: null }))).toBe(`${office}. “${title}.” Version 1. ${site}, January 25, 2021.`));
});

describe('MLA 9', () => {
  test('of a chart', () =>
    expect(mla(work())).toBe(`${office}. “${title}.” ${site}, Version 1, 25 Jan. 2021, ${address}.`));

  test('of data, with the version, and quotation marks inside made single', () => {
    expect(mla(dataset())).toBe(
      `${office}. “关于‘${dataTitle.replace('”', '’')}.” Data set. Version 1, ${site}, 25 Jan. 2021, ${dataAddress}.`,
    );
    expect(mla(second)).toBe(
      `${office}. “关于‘${dataTitle.replace('”', '’')}.” Data set. Version 2, ${site}, 25 Jan. 2021, ${dataAddress}.`,
    );
  });

  test('without an address', () =>
    expect(mla(work({ address: null }))).toBe(`${office}. “${title}.” ${site}, Version 1, 25 Jan. 2021.`));

  test.each([
    ['2021-05-01', '1 May 2021'],
    ['2021-06-30', '30 June 2021'],
    ['2021-09-09', '9 Sept. 2021'],
    ['2021-12-10', '10 Dec. 2021'],
  ])('%s is written %s', (published, written) => expect(mla(work({ published }))).toContain(`, ${written}, `));
});

describe('APA agrees with its official CSL style', () => {
  const same = (w: Work): void => {
    expect(apa(w)).toBe(apaByCiteproc(w));
  };
  const letters = (alphabet: string, minLength = 0): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength: 8 });

  test('for every title without straight quotation marks and tags, which citeproc rewrites', () => {
    const bare = letters('政务一窗aZ09，。、；：？！（）《》〈〉—…～·％%+/ -');
    const quoted = letters('政务一窗aZ09，、：（）+-', 1).map((words) => `“${words}”`);
    const titles = fc.array(fc.oneof(bare, quoted), { maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(work, dataset), titles, letters('aZ09./:%_~-'), (kind, title, path) => {
        same(kind({ title, address: `https://example.org/${path}` }));
      }),
      { numRuns: 500 },
    );
  });

  test.each(['2021-01-25', '2024-02-29', '2026-12-01'])('on %s, with an address and without', (published) => {
    for (const kind of [work, dataset])
      for (const address of ['https://example.org/a/', null]) same(kind({ published, address }));
  });
});

test.each(['\'单\'与"双"', 'it’s “a”', '<i>斜</i>', 'A & B', '$& $1'])('a title is cited as it stands, %s', (title) => {
  for (const cite of [apa, chicago, mla])
    expect(cite(work({ title })).replace(/[‘’“”]/g, '')).toContain(title.replace(/[‘’“”]/g, ''));
});

test('styles of other countries ask for no date of reading: the page states its own, and its address stays as it is', () => {
  for (const cite of [apa, chicago, mla]) expect(cite(second)).not.toMatch(/Accessed|Retrieved|2026|12-01|引用日期/);
});

test('all forms in their order, made once for each work', () => {
  const one = work();
  expect(citations(one).map(({ name }) => name)).toEqual([
    '新闻一行',
    'GB/T 7714—2025',
    'GB/T 7714—2015',
    'APA 7',
    'Chicago',
    'MLA 9',
    'BibTeX',
    'BibLaTeX',
    'RIS',
    'CSL-JSON',
  ]);
  expect(citations(second).flatMap(({ file }) => file ?? [])).toEqual([
    'bulletin-48-data-v2.bib',
    'bulletin-48-data-v2.biblatex.bib',
    'bulletin-48-data-v2.ris',
    'bulletin-48-data-v2.json',
  ]);
  expect(citations(one)).toBe(citations(one));
});
