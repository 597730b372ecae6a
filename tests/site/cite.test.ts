import { describe, expect, test } from 'vitest';
import { addressOf, base, documentOf, pages, site } from './page.ts';

const cited = pages.filter((page) => /^issues\/\d+\/((charts\/[^/]+|data)\/(v1\/)?)?index\.html$/.test(page));
const office = '平顶山市优化营商环境工作领导小组办公室';

describe.each(cited)('%s', (page) => {
  const document = documentOf(page);
  const address = `${site}${base}${addressOf(page)}`;
  const section = document.querySelector('#cite');
  const meta = (name: string): string | null | undefined =>
    document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');

  test('can be cited in ten forms, each with the office and the page’s own address', () => {
    const texts = [[...section!.querySelectorAll('p.cite')].at(-1)!, ...section!.querySelectorAll('pre')].map(
      (e) => e.textContent,
    );
    expect([...section!.querySelectorAll('summary')].map((e) => e.textContent)).toEqual([
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
    expect(texts).toHaveLength(10);
    expect(texts.filter((text) => !text.includes(office) || !text.includes(address))).toEqual([]);
  });

  test('tells Zotero its office, date and address', () => {
    expect(meta('citation_author')).toBe(office);
    expect(meta('DC.creator')).toBe(office);
    expect(meta('citation_publication_date')).toBe('2021/01/25');
    expect(meta('DCTERMS.issued')).toBe('2021-01-25');
    // The text's own page is always today's.
    const cites = page === 'issues/48/index.html' ? address : `${address.replace(/v1\/$/, '')}v1/`;
    expect(meta('citation_public_url')).toBe(cites);
    expect(meta('citation_title')).toMatch(/（《优化营商环境工作通报》第48期）$/);
    expect(meta('DC.type')).toBe(page.includes('/data/') ? 'Dataset' : 'Text');
  });
});

const overTime = pages.filter((page) => /^indicators\/.+\/index\.html$/.test(page));

test.each(overTime)('%s is cited by the day of its last change', (page) => {
  const document = documentOf(page);
  const meta = (name: string) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
  expect(meta('citation_title')).toMatch(/（《优化营商环境工作通报》历期）$/);
  expect(meta('citation_public_url')).toBe(`${site}${base}${addressOf(page)}`);
  expect(meta('DCTERMS.isPartOf')).toBe('《优化营商环境工作通报》');
  const [news] = [...document.querySelectorAll('#cite p.cite')].slice(-1);
  expect(news!.textContent).toMatch(/^.+历期，图“.+”，数据更新至\d+年\d+月\d+日，见“/);
});

test('other pages carry no such tags', () => {
  expect(
    pages.filter(
      (page) => documentOf(page).querySelector('meta[name^="citation_"]') && ![...cited, ...overTime].includes(page),
    ),
  ).toEqual([]);
});
