import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { comparisonChart } from '../../../src/charts/comparison.ts';
import { FAMILIES } from '../../../src/charts/sheet/sheet.ts';
import { singleChart } from '../../../src/charts/single.ts';
import { standalone, type Caption } from '../../../src/charts/sheet/standalone.ts';
import { measure } from '../../../src/charts/draw/measure.ts';
import { group, groupCaption, indicator, indicators, row, rowCaption } from '../issue-48.ts';

const drawing = comparisonChart(group, indicators, 'wide', '图');
const main = standalone(drawing, groupCaption);
const alone = standalone(singleChart(row, group, indicator, 'wide', '图'), rowCaption);

const { DOMParser } = new JSDOM('').window;
/** jsdom's XML parser throws on the first mistake. */
const parsed = (svg: string): Element => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;

interface Line {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

/** The words around the drawing. */
const lines = (svg: string): Line[] =>
  [...parsed(svg).children]
    .filter(({ localName }) => localName === 'text')
    .map((t) => ({
      text: t.textContent,
      x: Number(t.getAttribute('x')),
      y: Number(t.getAttribute('y')),
      size: Number(t.getAttribute('font-size')),
      bold: t.hasAttribute('font-weight'),
    }));
const said = (svg: string): string =>
  lines(svg)
    .map(({ text }) => text)
    .join('');

describe('a chart as a file', () => {
  test.each([
    ['group', main],
    ['row', alone],
  ])('is drawn as before: %s', async (name, svg) => {
    await expect(svg).toMatchFileSnapshot(`snapshots/standalone-${name}.svg`);
  });

  test('is one well-formed SVG with its size, title and description', () => {
    const root = parsed(main);
    expect([root.namespaceURI, root.localName, root.getAttribute('role')]).toEqual([
      'http://www.w3.org/2000/svg',
      'svg',
      'img',
    ]);
    expect(root.getAttribute('viewBox')).toBe(`0 0 ${root.getAttribute('width')} ${root.getAttribute('height')}`);
    expect(root.querySelector('title')?.textContent).toBe(groupCaption.title);
    expect(root.querySelector('desc')?.textContent).toBe(`${groupCaption.finding}${groupCaption.unit}`);
    expect(root.querySelectorAll('svg')).toHaveLength(0);
  });

  test('says title, finding, unit, notes, source, date, version and address in itself', () => {
    const words = said(main);
    for (const part of [
      groupCaption.title,
      groupCaption.finding,
      groupCaption.unit,
      ...groupCaption.notes,
      groupCaption.source,
      groupCaption.dated,
      groupCaption.address!,
    ])
      expect(words).toContain(part);
  });

  test('says no address while there is none', () => expect(said(alone)).not.toContain('网址'));

  test('holds the whole drawing', () => {
    const words = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text = '']) => text);
    expect(words(main)).toEqual(expect.arrayContaining(words(drawing)));
    expect(main.match(/<(circle|path)/g)).toHaveLength(drawing.match(/<(circle|path)/g)!.length);
  });

  test('needs nothing from outside, no style and no variable', () => {
    expect(main).not.toMatch(/<style|style=|class=|var\(|href|url\(|<image|<use|<script|aria-label/);
    expect(main.match(/https?:/g)).toHaveLength(2);
  });

  test('names its fonts, last the one that PNGs are drawn with', () => {
    expect(parsed(main).getAttribute('font-family')).toBe(
      `${FAMILIES.map((name) => `'${name}'`).join(',')},sans-serif`,
    );
    expect(FAMILIES.at(-1)).toBe('Noto Sans S Chinese');
  });

  test('is red in its rule alone', () => expect(main.match(/.*#b0120a.*/g)).toEqual([expect.stringMatching(/^<rect/)]));

  test('numbers several notes, not a single one', () => {
    expect(lines(main).map(({ text }) => text)).toEqual(expect.arrayContaining(['注：', '1.', '2.']));
    const one = standalone(drawing, { ...groupCaption, notes: ['层级：市级。'] });
    expect(lines(one).map(({ text }) => text)).toEqual(expect.arrayContaining(['注：', '层级：市级。']));
    expect(said(one)).not.toContain('1.层级');
    expect(said(standalone(drawing, { ...groupCaption, notes: [] }))).not.toContain('注：');
  });

  test('leaves no date or word alone on a last line', () => {
    const source = lines(standalone(drawing, { ...groupCaption, source: `${'某'.repeat(49)}附表第1至6行` })).filter(
      ({ text }) => /某|附表第1/.test(text),
    );
    expect(source.length).toBe(2);
    expect(measure(source[1]!.text, 13)).toBeGreaterThan(5 * 13);
  });

  test('refuses a drawing with a colour that the page does not know', () => {
    expect(() => standalone(drawing.replace('var(--hair)', 'var(--gold)'), groupCaption)).toThrow('no ink “gold”');
    expect(() => standalone('<p>图</p>', groupCaption)).toThrow('not a drawing of ours');
  });
});

describe('whatever its words are', () => {
  const words = fc
    .array(
      fc.constantFrom(
        '政务服务',
        '“一窗”',
        '（含涉密）',
        '97.2%',
        '12个工作日',
        '<&>"\'',
        'APP',
        'x'.repeat(120),
        '，',
        '。',
        '\u0007',
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((some) => some.join(''));
  const caption: fc.Arbitrary<Caption> = fc.record({
    title: words,
    finding: words,
    unit: words,
    notes: fc.array(words, { maxLength: 8 }),
    source: words,
    dated: words,
    address: fc.option(words.map((path) => `https://example.org/${path}/`)),
  });

  test('it is well-formed, nothing is cut off and no two lines touch', () => {
    fc.assert(
      fc.property(caption, (c) => {
        const svg = standalone(drawing, c);
        const root = parsed(svg);
        const [width, height] = ['width', 'height'].map((name) => Number(root.getAttribute(name)));
        const set = lines(svg);
        for (const { text, x, y, size, bold } of set) {
          expect(x).toBeGreaterThanOrEqual(36);
          // A run of closing marks may not be parted from what it closes, however long it is.
          if (!/[，。）”]{3}/.test(text))
            expect(x + measure(text, size, bold ? 700 : 400)).toBeLessThanOrEqual(width! - 36);
          expect(y + size * 0.2).toBeLessThanOrEqual(height! - 20);
        }
        const rows = [...new Set(set.map(({ y }) => y))].sort((a, b) => a - b);
        for (const [i, y] of rows.entries()) if (i > 0) expect(y - rows[i - 1]!).toBeGreaterThanOrEqual(13);
        const all = [c.title, c.finding, c.unit, ...c.notes, c.dated].map((part) => part.replace(/[\s\u0007]/g, ''));
        for (const part of all) expect(said(svg)).toContain(part);
      }),
      { seed: 48, numRuns: 60 },
    );
  });
});
