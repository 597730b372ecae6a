import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { addressOf, base, documentOf, pages, read, site } from './page.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Astro writes void elements and the doctype its own, equally valid, way.
    'void-style': 'off',
    'doctype-style': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // `role="img"` on an SVG and regions that scroll are right by ARIA 1.2 and are checked by axe in the browser.
    'prefer-native-element': 'off',
    'tel-non-breaking': 'off',
  },
});

describe.each(pages)('%s', (page) => {
  const document = documentOf(page);

  test('is valid HTML', async () => {
    const report = await validator.validateString(read(page));
    expect(
      report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`)),
    ).toEqual([]);
  });

  test('has one h1, a language, a title and a description', () => {
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.title).not.toBe('');
    expect(document.querySelector('meta[name=description]')?.getAttribute('content')).toMatch(/\S/);
  });

  test('names its own address as canonical, an embed that of its chart, a printed edition that of its bulletin', () => {
    // An embed is a copy of a chart's page, without its surroundings.
    expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
      `${site}${base}${addressOf(page)
        .replace(/^embed\/(\d+)\//, 'issues/$1/charts/')
        .replace(/^embed\/indicators\//, 'indicators/')
        .replace(/print\/$/, '')}`,
    );
  });

  test('has headings that skip no level', () => {
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((h) => Number(h.localName[1]));
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  test('holds no inline style, and no script but for staff, search, citations and close reading', () => {
    expect(document.querySelectorAll('style, [style], [onclick]')).toHaveLength(0);
    // Data is no script: the browser does not run it.
    const scripts = [...document.querySelectorAll('script')].filter(
      (script) => !/^application\/(ld\+)?json$/.test(script.type),
    );
    const charts = page.startsWith('embed/') ? [] : [':is(.chart, .answer) [data-at]'];
    const wanted = ['#drop', '#search', '.citing', ...charts].filter((part) => document.querySelector(part));
    expect(scripts.map((script) => script.textContent)).toEqual(wanted.map(() => ''));
  });

  test('has no space between Chinese characters that a template put there', () => {
    const shown = document.body.cloneNode(true) as Element;
    // The catalogue of checks quotes what people type, spaces and all.
    for (const quoted of shown.querySelectorAll('.checks dd')) quoted.remove();
    const texts = (node: Node): string[] =>
      node.nodeType === 3 ? [node.textContent ?? ''] : [...node.childNodes].flatMap(texts);
    expect(
      texts(shown).flatMap(
        (text) => text.match(/.{0,8}[\p{Script=Han}，。；：] +[\p{Script=Han}，。；：].{0,8}/gu) ?? [],
      ),
    ).toEqual([]);
  });
});

test('no two pages have one title', () => {
  const titles = pages.map((page) => documentOf(page).title);
  expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
});
