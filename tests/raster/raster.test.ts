import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { comparisonChart } from '../../src/charts/comparison.ts';
import { standalone } from '../../src/charts/sheet/standalone.ts';
import { drawable, lettersOf } from '../../src/raster/letters.ts';
import { eachPng, rasterised } from '../../src/raster/raster.ts';
import { group, groupCaption, indicators } from '../charts/issue-48.ts';
import { pixels } from './pixels.ts';

const work = mkdtempSync(join(tmpdir(), 'bulletin-raster-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});
let folders = 0;
const folder = (): string => join(work, String(folders++));

const sheet = (text: string, title = '图'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40" font-family="'Noto Sans S Chinese',sans-serif"><title>${title}</title><rect width="200" height="40" fill="#fbfaf7"/><text x="5" y="28" font-size="20">${text}</text></svg>\n`;
const chart = standalone(comparisonChart(group, indicators, 'wide', '图'), groupCaption);
const SVGS = [chart, sheet('优化营商环境'), sheet('工作通报'), sheet('97.2%'), sheet('“一窗”分类'), sheet('待评')];

/** The PNGs of a run, in the order of the list. */
async function run(svgs: readonly string[], cache: string): Promise<{ drawn: number; pngs: Buffer[] }> {
  const pngs: Buffer[] = [];
  const pictures = svgs.map((svg, place) => ({ svg, scale: 2, place }));
  const drawn = await eachPng(pictures, cache, (png, { place }) => {
    pngs[place] = png;
  });
  return { drawn, pngs };
}

const first = folder();
const reference = await run(SVGS, first);

describe('a PNG', () => {
  test('has twice the pixels of its drawing and is of moderate size', () => {
    const [png] = reference.pngs as [Buffer];
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(chart)!.map(Number);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width! * 2, height! * 2]);
    expect(png.length).toBeLessThan(160_000);
    expect(pixels(png)).toHaveLength(width! * height! * 4);
  });

  test('is the same whether drawn or kept from an earlier run', async () => {
    const again = await run(SVGS, first);
    expect([reference.drawn, again.drawn]).toEqual([SVGS.length, 0]);
    expect(again.pngs).toEqual(reference.pngs);
  });

  test('is the same in any order', async () => {
    const many = Array.from({ length: 30 }, (_, i) => sheet(`第${i}期`));
    const { drawn, pngs } = await run([...many, ...SVGS].reverse(), folder());
    expect(drawn).toBe(many.length + SVGS.length);
    expect(pngs.reverse().slice(many.length)).toEqual(reference.pngs);
  });

  test('is the same alone as among others', async () => {
    for (const [i, svg] of SVGS.entries())
      expect((await run([svg], folder())).pngs[0]!.equals(reference.pngs[i]!)).toBe(true);
  });

  test('is drawn once for two addresses', async () =>
    expect((await run([SVGS[1]!, SVGS[1]!], folder())).drawn).toBe(1));

  test('is given alone to the development server', async () => {
    expect(await rasterised({ svg: SVGS[1]!, scale: 2 }, folder())).toEqual(reference.pngs[1]);
  });

  test('shows Chinese letters, each its own, on a machine without any font', async () => {
    const [none, one, other, bold] = (
      await run(
        [sheet(''), sheet('优'), sheet('化'), sheet('优').replace('<text', '<text font-weight="600"')],
        folder(),
      )
    ).pngs.map(pixels) as [number[][], number[][], number[][], number[][]];
    const inked = (picture: number[][]): number =>
      picture.filter((pixel, i) => String(pixel) !== String(none[i])).length;
    expect(inked(none)).toBe(0);
    for (const some of [one, other, bold]) expect(inked(some)).toBeGreaterThan(300);
    expect(one).not.toEqual(other);
    expect(inked(bold)).toBeGreaterThan(inked(one));
  });

  test('has the colours of its drawing', async () => {
    const [png] = (
      await run(
        [sheet('').replace('</svg>', '<rect x="10" y="10" width="20" height="20" fill="#b4510b"/></svg>')],
        folder(),
      )
    ).pngs;
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
    expect(rasterised({ svg: sheet('微笑😀', '指标满意率'), scale: 2 }, folder())).rejects.toThrow(
      '图片所用的字体里没有“😀”（U+1F600），图是“指标满意率”；请在数据里换一个写法',
    ));

  test('may stand in a title, which is not drawn', () => {
    expect(lettersOf(sheet('&lt;甲&amp;', '😀'))).toEqual(['&', '<', '甲']);
    expect(drawable(sheet('甲', '😀'), (letter) => letter === '甲')).toBe(sheet('甲', '😀'));
  });

  test('is drawn as the figure that it lowers or raises', async () => {
    const { pngs } = await run([sheet('PM₂.₅浓度'), sheet('PM2.5浓度')], folder());
    expect(pngs[0]).toEqual(pngs[1]);
  });
});

describe('a kept PNG', () => {
  const spoil: Record<string, (file: string, other: Buffer) => void> = {
    'cut short': (file) => {
      writeFileSync(file, readFileSync(file).subarray(0, 200));
    },
    empty: (file) => {
      writeFileSync(file, '');
    },
    'not a PNG': (file) => {
      writeFileSync(file, '<html>');
    },
    'spoilt within': (file) => {
      const bytes = readFileSync(file);
      bytes[bytes.length - 30]! ^= 1;
      writeFileSync(file, bytes);
    },
    'another whole PNG': (file) => {
      writeFileSync(file, reference.pngs[2]!);
    },
    'what was kept of another picture': (file, other) => {
      writeFileSync(file, other);
    },
    'a folder': (file) => {
      rmSync(file);
      mkdirSync(join(file, 'within'), { recursive: true });
    },
  };
  const keptIn = (cache: string): string[] => readdirSync(join(cache, 'png')).map((name) => join(cache, 'png', name));

  test.each(Object.keys(spoil))('is drawn again if it is %s', async (how) => {
    const [cache, elsewhere] = [folder(), folder()];
    await run([SVGS[1]!], cache);
    await run([SVGS[2]!], elsewhere);
    const [file] = keptIn(cache);
    const whole = readFileSync(file!);
    spoil[how]!(file!, readFileSync(keptIn(elsewhere)[0]!));
    const { drawn, pngs } = await run([SVGS[1]!], cache);
    expect(drawn).toBe(1);
    expect(pngs[0]).toEqual(reference.pngs[1]);
    expect(readFileSync(file!)).toEqual(whole);
  });

  test('belongs to one drawing at one scale', async () => {
    const cache = folder();
    await rasterised({ svg: SVGS[1]!, scale: 1 }, cache);
    expect(await rasterised({ svg: SVGS[1]!, scale: 2 }, cache)).toEqual(reference.pngs[1]);
    expect(readdirSync(join(cache, 'png'))).toHaveLength(2);
  });

  test('leaves no half file behind', async () => {
    const cache = folder();
    await run(SVGS, cache);
    expect(readdirSync(cache)).toEqual(['png']);
    expect(readdirSync(join(cache, 'png')).every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
  });
});

test('a PNG says how large it was drawn, so that a document shows it at that size', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4" fill="#ffffff"/></svg>';
  for (const [scale, onMetre] of [
    [1, 3780],
    [2, 7559],
  ] as const) {
    const png = await rasterised({ svg, scale });
    const at = png.indexOf('pHYs') + 4;
    expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png[at + 8]]).toEqual([onMetre, onMetre, 1]);
  }
});
