import { describe, expect, test } from 'vitest';
import { draw } from '../../src/raster/draw.ts';
import { skia } from '../../src/raster/skia.ts';
import { pixels } from './pixels.ts';

const [WIDTH, HEIGHT] = [120, 40];
const PAPER = '251,250,247';
const INK = '27,27,31';

const sheet = (body: string): string =>
  `<svg width="${WIDTH}" height="${HEIGHT}" font-size="20"><rect width="${WIDTH}" height="${HEIGHT}" fill="#fbfaf7"/>${body}</svg>`;

const loaded = await skia();

/** The colours of a drawing, row by row. */
function drawn(body: string): string[][] {
  const all = pixels(draw(loaded, sheet(body), 1)).map(String);
  return Array.from({ length: HEIGHT }, (_, y) => all.slice(y * WIDTH, (y + 1) * WIDTH));
}

/** The first and last column that are not all paper. */
function extent(body: string): [from: number, to: number] {
  const rows = drawn(body);
  const columns = Array.from({ length: WIDTH }, (_, x) => rows.some((row) => row[x] !== PAPER));
  return [columns.indexOf(true), columns.lastIndexOf(true)];
}

/** Lengths of the runs of one colour along a row. */
const runs = (row: readonly string[]): [colour: string, length: number][] =>
  row.reduce<[string, number][]>((all, colour) => {
    const last = all.at(-1);
    if (last?.[0] === colour) last[1] += 1;
    else all.push([colour, 1]);
    return all;
  }, []);

const text = (attributes: string, words = '通报'): string =>
  `<text y="28" fill="#1b1b1f" ${attributes}>${words}</text>`;

/** How far the colours of two drawings are apart where they are furthest, of 255. */
const difference = (some: readonly string[][], others: readonly string[][]): number =>
  Math.max(
    ...some.flatMap((row, y) =>
      row.map((colour, x) => {
        const [own, other] = [colour, others[y]![x]!].map((one) => one.split(',').map(Number));
        return Math.max(...own!.map((part, i) => Math.abs(part - other![i]!)));
      }),
    ),
  );

/** A letter is stamped as dark as black on white, and Skia draws it a little lighter in a lighter colour. */
const TWO_SHADES = 32;

const haloed = (words: string): string =>
  `<g stroke="#fbfaf7" stroke-width="8" stroke-linejoin="round" paint-order="stroke">${words}</g>`;

describe('a text', () => {
  test('begins at its place, ends there or stands about it', () => {
    for (const [anchor, from, to] of [
      ['start', 60, 100],
      ['end', 20, 60],
      ['middle', 40, 80],
    ] as const) {
      const [left, right] = extent(text(`x="60" text-anchor="${anchor}"`));
      expect([left >= from && left < from + 3, right < to && right > to - 4]).toEqual([true, true]);
    }
  });

  test('has its place in letters too, and takes from around it what it does not say', () => {
    const own = drawn('<text x="10" y="28" font-size="15" fill="#12436d" font-weight="700">通报</text>');
    const group =
      '<g fill="#12436d" font-size="15" font-weight="600"><text y="0.4em" transform="translate(10,22)">通报</text></g>';
    expect(drawn(group)).toEqual(own);
  });

  test('is heavier from 600 on', () => {
    const inked = (weight: number): number =>
      drawn(text(`x="10" font-weight="${weight}"`))
        .flat()
        .filter((colour) => colour === INK).length;
    expect(inked(500)).toBe(inked(400));
    expect(inked(600)).toBe(inked(700));
    expect(inked(700)).toBeGreaterThan(1.5 * inked(400));
  });

  test('goes on in another size behind what stands before', () => {
    const whole = drawn(text('x="10"', '通<tspan font-size="10" fill="#b4510b">报</tspan>'));
    const apart = drawn(`${text('x="10"', '通')}<text x="30" y="28" font-size="10" fill="#b4510b">报</text>`);
    expect(difference(whole, apart)).toBeLessThanOrEqual(TWO_SHADES);
    expect(extent(text('x="100" text-anchor="end"', '通<tspan font-size="10">报</tspan>'))[1]).toBeLessThan(100);
  });

  test('draws white space as one space, and none at its ends', () => {
    expect(drawn(text('x="10"', ' 通 \n 报<tspan> </tspan>'))).toEqual(drawn(text('x="10"', '通 报')));
  });

  test('clears what it lies on around its letters', () => {
    const line = '<path d="M0,20L120,20" stroke="#1b1b1f" stroke-width="2"/>';
    const words = text('x="60" text-anchor="middle"');
    const [bare, cleared, alone] = [drawn(line + words), drawn(line + haloed(words)), drawn(words)];
    expect([bare[20]![38], cleared[20]![38], cleared[20]![30]]).toEqual([INK, PAPER, INK]);
    for (const [y, row] of alone.entries())
      for (const [x, colour] of row.entries()) if (colour === INK) expect(cleared[y]![x]).toBe(INK);
  });

  test('clears letters too, whose place it takes', () => {
    const under = text('x="50"', '通');
    const [both, over] = [drawn(under + haloed(text('x="60"', '报'))), drawn(text('x="60"', '报'))];
    const beside = (rows: readonly string[][]): string[][] => rows.map((row) => row.slice(66));
    expect(difference(beside(both), beside(over))).toBeLessThanOrEqual(TWO_SHADES);
    expect(both.flat().filter((colour) => colour === INK).length).toBeLessThan(
      [...drawn(under).flat(), ...over.flat()].filter((colour) => colour === INK).length - 20,
    );
  });

  test('is the same with such a space around it as without, where nothing lies under it', () => {
    const elsewhere = '<rect x="0" y="0" width="20" height="40" fill="#12436d"/>';
    const words = text('x="60"');
    expect(drawn(elsewhere + haloed(words))).toEqual(drawn(elsewhere + words));
  });
});

describe('letters upon paper, which are stamped,', () => {
  /** All but the corner of the text's place, in which there is a speck: upon that, Skia draws the words. */
  const [stampedAlone, drawnBySkia] = ['', '<rect x="57" y="8" width="1" height="1" fill="#12436d"/>'].map((speck) =>
    drawn(speck + text('x="57.3" font-size="21.7" font-weight="700"')).map((row) => row.slice(58)),
  );

  test('look as Skia draws them', () => {
    expect(difference(stampedAlone!, drawnBySkia!)).toBeLessThanOrEqual(TWO_SHADES);
    expect(stampedAlone!.flat().filter((colour) => colour === INK).length).toBeGreaterThan(20);
  });

  test('may go over the edge of the paper', () => {
    const whole = drawn(text('x="50" font-size="30"'));
    const over = [
      [text('x="-20" font-size="30"'), -70, 0],
      [text('x="100" font-size="30"'), 50, 0],
      ['<text x="50" y="8" fill="#1b1b1f" font-size="30">通报</text>', 0, -20],
      ['<text x="50" y="50" fill="#1b1b1f" font-size="30">通报</text>', 0, 22],
    ] as const;
    for (const [body, right, down] of over)
      for (const [y, row] of drawn(body).entries())
        for (const [x, colour] of row.entries()) expect(colour).toBe(whole[y - down]?.[x - right] ?? PAPER);
  });

  test('are covered by a shape that is drawn after them, and stay beside it', () => {
    const words = text('x="40"');
    const alone = drawn(words);
    for (const fill of ['#12436d', '#fbfaf7']) {
      const shape = `<rect x="50" y="0" width="20" height="40" fill="${fill}"/>`;
      const [both, covering] = [drawn(words + shape), drawn(shape)];
      for (const [y, row] of both.entries())
        for (const [x, colour] of row.entries()) expect(colour).toBe((x >= 50 && x < 70 ? covering : alone)[y]![x]);
    }
  });

  test('leave nothing to the next picture', () => {
    drawn(text('x="40"') + '<circle cx="60" cy="20" r="15" fill="#12436d"/>' + haloed(text('x="50"')));
    expect(new Set(drawn('').flat())).toEqual(new Set([PAPER]));
  });
});

describe('a shape', () => {
  test('is filled, stroked or both', () => {
    const rect = drawn('<rect x="10" y="10" width="20" height="20" fill="#12436d" stroke="#b4510b" stroke-width="2"/>');
    expect(runs(rect[20]!)).toEqual([
      [PAPER, 9],
      ['180,81,11', 2],
      ['18,67,109', 18],
      ['180,81,11', 2],
      [PAPER, 89],
    ]);
    const circle = drawn('<circle cx="60" cy="20" r="10" fill="none" stroke="#12436d" stroke-width="4"/>');
    expect([circle[20]![60], circle[20]![50], circle[20]![69]]).toEqual([PAPER, '18,67,109', '18,67,109']);
  });

  test('may have round corners', () => {
    const rect = drawn('<rect x="10" y="10" width="20" height="20" rx="8" fill="#12436d"/>');
    expect([rect[10]![10], rect[10]![20]]).toEqual([PAPER, '18,67,109']);
  });

  test('may be dashed', () => {
    const line = drawn('<path d="M0,20L21,20" fill="none" stroke="#12436d" stroke-width="4" stroke-dasharray="4 3"/>');
    expect(runs(line[20]!).map(([, length]) => length)).toEqual([4, 3, 4, 3, 4, 102]);
    // The next shape is not.
    const next = '<path d="M0,30L21,30" fill="none" stroke="#12436d" stroke-width="4"/>';
    const both = drawn(`<path d="M0,20L21,20" fill="none" stroke="#12436d" stroke-dasharray="4 3"/>${next}`);
    expect(runs(both[30]!)).toEqual([
      ['18,67,109', 21],
      [PAPER, 99],
    ]);
  });

  test('is moved and enlarged with what it stands in', () => {
    const own = drawn('<rect x="30" y="14" width="20" height="10" fill="#12436d"/>');
    const inner = '<rect width="10" height="5" fill="#12436d" transform="translate(5,2)"/>';
    expect(drawn(`<g transform="translate(20,10) scale(2)">${inner}</g>`)).toEqual(own);
  });
});

describe('what cannot be drawn is an error, not a blank:', () => {
  test.each([
    ['a colour by name', sheet('<rect width="9" height="9" fill="red"/>'), 'no colour of ours: “red”'],
    ['a size below nothing', sheet('<rect x="50" width="-30" height="9" fill="#12436d"/>'), 'not a size: “-30”'],
    ['a length in words', sheet('<circle r="wide"/>'), 'not a number: “wide”'],
    ['a path that is none', sheet('<path d="X1"/>'), 'not a path: “X1”'],
    ['a rotation', sheet('<g transform="rotate(45)"/>'), 'transform="rotate(45)" is in no drawing of ours'],
    ['a letter that the font lacks', sheet(text('x="1"', '😀')), 'the font lacks “😀”'],
    ['a drawing without paper', '<svg width="9" height="9"><circle r="4"/></svg>', 'the drawing does not lie on paper'],
    [
      'paper of another size',
      '<svg width="9" height="9"><rect width="9" height="8" fill="#ffffff"/></svg>',
      'the drawing does not lie on paper of its size',
    ],
    [
      'a part of a drawing',
      sheet('').replace(' font', ' viewBox="5 5 10 10" font'),
      'the drawing does not lie on paper',
    ],
  ])('%s', (_, svg, message) => {
    expect(() => draw(loaded, svg, 1)).toThrow(message);
    // And the next drawing is whole.
    expect(extent(text('x="60"'))[0]).toBeGreaterThanOrEqual(60);
  });
});

test('a drawing of hundreds of periods gets fewer pixels, so that it never takes more than its share of memory', () => {
  const sizeAt3 = (width: number, height: number): [number, number] => {
    const tall = `<svg width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fbfaf7"/></svg>`;
    const png = draw(loaded, tall, 3);
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };
  expect(sizeAt3(372, 5_000)).toEqual([1116, 15_000]);
  expect(sizeAt3(372, 6_000)).toEqual([744, 12_000]);
  expect(sizeAt3(372, 30_000)).toEqual([372, 30_000]);
  expect(sizeAt3(760, 30_000)).toEqual([652, 25_734]);
});
