import { describe, expect, test } from 'vitest';
import { comparisonChart } from '../../src/charts/comparison.ts';
import { standalone } from '../../src/charts/sheet/standalone.ts';
import { drawable, lettersOf } from '../../src/raster/letters.ts';
import { keyOf, pngOf } from '../../src/raster/raster.ts';
import { group, groupCaption, indicators } from '../charts/issue-48.ts';
import { pixels } from './pixels.ts';

const sheet = (text: string, title = '图'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40" font-family="'Noto Sans S Chinese',sans-serif"><title>${title}</title><rect width="200" height="40" fill="#fbfaf7"/><text x="5" y="28" font-size="20">${text}</text></svg>\n`;
const chart = standalone(comparisonChart(group, indicators, 'wide', '图'), groupCaption);
const SVGS = [chart, sheet('优化营商环境'), sheet('工作通报'), sheet('97.2%'), sheet('“一窗”分类'), sheet('待评')];

/** One after another, as a build draws them. */
async function run(svgs: readonly string[]): Promise<Buffer[]> {
  const pngs: Buffer[] = [];
  for (const svg of svgs) pngs.push(await pngOf({ svg, scale: 2 }));
  return pngs;
}

const reference = await run(SVGS);

describe('a PNG', () => {
  test('has twice the pixels of its drawing and is of moderate size', () => {
    const [png] = reference as [Buffer];
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(chart)!.map(Number);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width! * 2, height! * 2]);
    expect(png.length).toBeLessThan(160_000);
    expect(pixels(png)).toHaveLength(width! * height! * 4);
  });

  test('is the same in any order', async () => {
    const many = Array.from({ length: 30 }, (_, i) => sheet(`第${i}期`));
    const pngs = await run([...many, ...SVGS].reverse());
    expect(pngs.reverse().slice(many.length)).toEqual(reference);
  });

  test('is known by its drawing and its scale', () => {
    const [one, other] = SVGS as [string, string];
    const keys = [keyOf({ svg: one, scale: 1 }), keyOf({ svg: one, scale: 2 }), keyOf({ svg: other, scale: 2 })];
    expect(new Set(keys).size).toBe(3);
    expect(keyOf({ svg: one, scale: 1 })).toBe(keys[0]);
  });

  test('shows Chinese letters, each its own, on a machine without any font', async () => {
    const [none, one, other, bold] = (
      await run([sheet(''), sheet('优'), sheet('化'), sheet('优').replace('<text', '<text font-weight="600"')])
    ).map(pixels) as [number[][], number[][], number[][], number[][]];
    const inked = (picture: number[][]): number =>
      picture.filter((pixel, i) => String(pixel) !== String(none[i])).length;
    expect(inked(none)).toBe(0);
    for (const some of [one, other, bold]) expect(inked(some)).toBeGreaterThan(300);
    expect(one).not.toEqual(other);
    expect(inked(bold)).toBeGreaterThan(inked(one));
  });

  test('has the colours of its drawing', async () => {
    const [png] = await run([
      sheet('').replace('</svg>', '<rect x="10" y="10" width="20" height="20" fill="#b4510b"/></svg>'),
    ]);
    const all = pixels(png!);
    const at = (x: number, y: number): number[] => all[y * 400 + x]!;
    expect([at(0, 0), at(30, 30)]).toEqual([
      [0xfb, 0xfa, 0xf7],
      [0xb4, 0x51, 0x0b],
    ]);
  });
});

describe('a letter that the font lacks', () => {
  test('is refused, with its picture', () =>
    expect(pngOf({ svg: sheet('微笑😀', '指标满意率'), scale: 2 })).rejects.toThrow(
      '图片所用的字体里没有“😀”（U+1F600），图是“指标满意率”；请在数据里换一个写法',
    ));

  test('may stand in a title, which is not drawn', () => {
    expect(lettersOf(sheet('&lt;甲&amp;', '😀'))).toEqual(['&', '<', '甲']);
    expect(drawable(sheet('甲', '😀'), (letter) => letter === '甲')).toBe(sheet('甲', '😀'));
  });

  test('is drawn as the figure that it lowers or raises', async () => {
    const pngs = await run([sheet('PM₂.₅浓度'), sheet('PM2.5浓度')]);
    expect(pngs[0]).toEqual(pngs[1]);
  });
});

test('a PNG says how large it was drawn, so that a document shows it at that size', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="#ffffff"/></svg>';
  for (const [scale, onMetre] of [
    [1, 3780],
    [2, 7559],
  ] as const) {
    const png = await pngOf({ svg, scale });
    const at = png.indexOf('pHYs') + 4;
    expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png[at + 8]]).toEqual([onMetre, onMetre, 1]);
  }
});
