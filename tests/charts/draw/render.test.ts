import * as Plot from '@observablehq/plot';
import { describe, expect, test } from 'vitest';
import { render, saying } from '../../../src/charts/draw/render.ts';

const identity = { type: 'identity' } as const;
const bare = (marks: Plot.Markish[], more: Plot.PlotOptions = {}): string =>
  render(
    { width: 100, height: 50, margin: 0, axis: null, x: identity, y: identity, marks, ...more },
    '一个“图” & <点>',
  );

describe('a rendered chart', () => {
  test('is a bare image with its sentence, sized by the page', () => {
    expect(bare([Plot.dot([{ x: 10, y: 20 }], { x: 'x', y: 'y', fill: 'var(--ink)' })])).toBe(
      '<svg role="img" aria-label="一个“图” &amp; &lt;点&gt;" viewBox="0 0 100 50" text-anchor="middle">' +
        '<g fill="var(--ink)"><circle cx="10" cy="20" r="3"/></g></svg>',
    );
  });

  test('has no styles, classes, fonts or inner labels', () => {
    const svg = bare([
      Plot.text(['甲'], { x: 10, y: 20, text: (d: string) => d, fontFamily: 'serif', ariaLabel: '内', fontSize: 13 }),
    ]);
    expect(svg).not.toMatch(/<style|style=|class=|font-family|aria-label="内"/);
    expect(svg).toContain('font-size="13"');
  });

  test('rounds coordinates to hundredths and leaves words alone', () => {
    expect(bare([Plot.text(['3.14159'], { x: 10 / 3, y: 20, text: (d: string) => d })])).toMatch(
      /translate\(3\.33,20\)">3\.14159</,
    );
  });

  test('gives each mark of a number its words to the letter, and the others none', () => {
    const dots = (words: readonly (string | undefined)[]): string[] => {
      const data = words.map((_, i) => ({ x: 10 * i, y: 20 }));
      const svg = bare([Plot.dot(data, { x: 'x', y: 'y', ...saying(words) })]);
      return [...svg.matchAll(/<circle [^>]*>/g)].map(([circle]) => circle);
    };
    expect(dots(['99.9712%\n“<3 & 4>”', undefined])).toEqual([
      '<circle cx="0" cy="20" r="3" data-at="99.9712%\n“&lt;3 &amp; 4&gt;”"/>',
      '<circle cx="10" cy="20" r="3"/>',
    ]);
    expect(dots([undefined])[0]).not.toContain('data-at');
  });

  test('numbers its ids for itself, so that figures on one page do not share them', () => {
    const clipped = (x: number): string => bare([Plot.dot([{ x, y: 20 }], { x: 'x', y: 'y', clip: 'frame' })]);
    const [a, again, other] = [clipped(10), clipped(10), clipped(11)].map((svg) =>
      [...svg.matchAll(/id="([^"]+)"|url\(#([^)]+)\)/g)].map(([, id, url]) => id ?? url),
    );
    expect(a).toHaveLength(2);
    expect(a![0]).toBe(a![1]);
    expect(again).toEqual(a);
    expect(other).not.toEqual(a);
  });

  test('throws where Plot would drop a number in silence', () => {
    const dots = (xs: (number | null)[]): string =>
      bare([
        Plot.dot(
          xs.map((x) => ({ x, y: 20 })),
          { x: 'x', y: 'y' },
        ),
      ]);
    expect(() => dots([10, null, 30])).toThrow('3 numbers were handed to a dot mark, 2 are drawn');
    expect(() => dots([NaN])).toThrow('1 marks were handed in, 0 are drawn');
  });

  test('throws where Plot only warns, and gives the console back', () => {
    const { warn } = console;
    const years = [
      { year: '2019', v: 1 },
      { year: '2020', v: 2 },
    ];
    expect(() => render({ marks: [Plot.dot(years, { x: 'year', y: 'v' })] }, '')).toThrow(/^Plot warns: .*strings/);
    expect(console.warn).toBe(warn);
  });

  test('keeps words and their title, whatever letters they have', () => {
    const svg = bare([
      Plot.text(['甲 < "乙" & 丙'], { x: 10, y: 20, text: (d: string) => d, title: (d: string) => d }),
    ]);
    expect(svg).toContain('>甲 &lt; &quot;乙&quot; &amp; 丙<title>甲 &lt; &quot;乙&quot; &amp; 丙</title></text>');
  });

  test('throws where Plot asks for more than our document can', () => {
    const point = { x: 10, y: 20 };
    expect(() => bare([Plot.dot([point], { x: 'x', y: 'y', href: () => '/a' })])).toThrow(
      'href: links belong to the page',
    );
    expect(() => bare([Plot.link([point], { x1: 0, y1: 0, x2: 'x', y2: 'y', marker: 'arrow' })])).toThrow(
      '<path> cannot be moved',
    );
    expect(() => bare([Plot.differenceY([point, { x: 20, y: 30 }], { x: 'x', y: 'y' })])).toThrow(
      'querySelector is not a function',
    );
  });

  test('refuses what turns the drawing into a figure', () => {
    expect(() => bare([], { title: '题' })).toThrow('Plot drew <figure>');
  });
});
