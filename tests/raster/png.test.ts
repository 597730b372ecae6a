import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { png } from '../../src/raster/png.ts';

const PAPER = [0xfb, 0xfa, 0xf7];

/** Opaque pixels from colours. */
const opaque = (colours: readonly (readonly number[])[]): Buffer =>
  Buffer.from(colours.flatMap(([r, g, b]) => [r!, g!, b!, 255]));

/** What a chunk of a PNG holds. */
function chunk(file: Buffer, type: string): Buffer {
  const at = file.indexOf(type);
  return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
}

/** The colours of a PNG with a palette, read as the standard says. */
function coloursOf(file: Buffer, width: number): number[][] {
  const palette = chunk(file, 'PLTE');
  const rows = inflateSync(chunk(file, 'IDAT'));
  return [...rows].flatMap((place, i) =>
    i % (width + 1) === 0 ? [] : [[...palette.subarray(3 * place, 3 * place + 3)]],
  );
}

/** Repeatable numbers (Park–Miller minimal standard). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

describe('the colours of a PNG', () => {
  test('are the picture’s own, to the pixel, where there are at most 256', () => {
    const ink = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    const picture = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      inks: fc.array(ink, { minLength: 1, maxLength: 256 }),
      // Runs of equal pixels, short and long, that go on over the ends of rows.
      runs: fc.array(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(picture, ({ width, inks, runs }) => {
        const all = runs.flatMap(([place, length]) => Array.from({ length }, () => inks[place % inks.length]!));
        const colours = all.length < width ? Array.from({ length: width }, () => all[0]!) : all;
        const height = Math.floor(colours.length / width);
        const shown = colours.slice(0, width * height);
        expect(coloursOf(png(opaque(shown), width, height), width)).toEqual(shown);
      }),
    );
  });

  test('stay in a row that is like the one above it', () => {
    const row = [PAPER, [0, 0, 0], PAPER, PAPER];
    const other = [PAPER, PAPER, [0, 0, 0], PAPER];
    const shown = [row, row, other, other, row].flat();
    expect(coloursOf(png(opaque(shown), 4, 5), 4)).toEqual(shown);
  });

  test('are the 256 commonest where there are more, and of the others the nearest of these', () => {
    const common = Array.from({ length: 255 }, (_, i) => [0, i, 0]);
    const shown = [PAPER, PAPER, PAPER, ...common, ...common, [250, 250, 250], [2, 100, 1]];
    const seen = coloursOf(png(opaque(shown), shown.length, 1), shown.length);
    expect(seen.slice(0, -2)).toEqual(shown.slice(0, -2));
    expect(seen.slice(-2)).toEqual([PAPER, [0, 100, 0]]);
  });
});

test('a PNG is the same bytes on every machine, whatever its processor and its Node', () => {
  const next = random(48);
  const inks = Array.from({ length: 200 }, () => [0, 0, 0].map(() => Math.floor(next() * 256)));
  const [width, height] = [700, 400];
  const colours: number[][] = [];
  // Long runs as on paper, short ones as in letters.
  while (colours.length < width * height) {
    const length = next() < 0.8 ? 1 + Math.floor(next() * 5) : Math.floor(next() * 900);
    const ink = next() < 0.4 ? PAPER : inks[Math.floor(next() * inks.length)]!;
    for (let i = 0; i < length; i++) colours.push(ink);
  }
  const file = png(opaque(colours.slice(0, width * height)), width, height);
  expect(createHash('sha256').update(file).digest('hex')).toBe(
    'dd1d17bd77e8e077b7bda35087f0f3dc56839e2dd1b1233852c9ea5e4e046020',
  );
});
