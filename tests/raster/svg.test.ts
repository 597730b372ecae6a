import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/raster/svg.ts';

const svg = (body: string): string => `<svg width="9" height="9">${body}</svg>`;

test('an SVG is read as elements, attributes and words', () => {
  expect(
    read(
      `${svg('<title>甲</title>\n<g fill="#fbfaf7"><text x="1">&lt;甲\n 乙<tspan> &amp;</tspan></text></g>')}\n`.trimEnd(),
    ),
  ).toEqual({
    name: 'svg',
    attributes: { width: '9', height: '9' },
    children: [
      { name: 'title', attributes: {}, children: [] },
      {
        name: 'g',
        attributes: { fill: '#fbfaf7' },
        children: [
          {
            name: 'text',
            attributes: { x: '1' },
            children: ['<甲 乙', { name: 'tspan', attributes: {}, children: [' &'] }],
          },
        ],
      },
    ],
  });
});

describe('what would be drawn wrong without a word is refused:', () => {
  test.each([
    ['an element of another kind', svg('<ellipse cx="1"/>'), '<ellipse> is in no drawing of ours'],
    ['an attribute of another kind', svg('<path d="M0,0" opacity="0.5"/>'), '<path opacity> is in no drawing of ours'],
    ['a place that another element has', svg('<tspan x="1">甲</tspan>'), '<tspan x> is in no drawing of ours'],
    ['a comment', svg('<!-- 甲 -->'), 'not an SVG of ours, from “<!-- 甲 --></svg>” on'],
    ['an attribute without quotes', svg('<rect x=1/>'), 'not an SVG of ours, from “<rect x=1/></svg>” on'],
    ['an element that does not end', '<svg><g></svg>', 'not an SVG of ours, from “</svg>” on'],
    ['an end without a beginning', svg('</g>'), 'not an SVG of ours, from “</g></svg>” on'],
    ['half a file', '<svg><g>', 'not an SVG of ours, from “” on'],
    ['no SVG at all', '甲', 'not an SVG of ours, from “” on'],
  ])('%s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

test('every chart can be read', () => {
  const folder = join(import.meta.dirname, '../charts/snapshots');
  const charts = readdirSync(folder).filter((name) => name.endsWith('.svg'));
  expect(charts.length).toBeGreaterThan(50);
  for (const name of charts) {
    const bare = readFileSync(join(folder, name), 'utf8')
      .trim()
      .replace(/<style>.*?<\/style>/s, '')
      // For readers of a page, and left out of pictures.
      .replaceAll(/ (?:aria-label|data-at)="[^"]*"/g, '');
    expect(read(bare).children, name).not.toEqual([]);
  }
});
