import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, settle } from '../../src/raster/cells.ts';
import { pixelOf } from '../../src/raster/colour.ts';
import { fitted } from '../../src/raster/palette.ts';
import { png } from '../../src/raster/png.ts';
import { stretch, stretchesOf } from '../../src/raster/stretch.ts';
import { chunk, pixels } from './pixels.ts';

type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [0xfb, 0xfa, 0xf7];
const BLACK: Colour = [0, 0, 0];

const pixelsOf = (colours: readonly Colour[]): Int32Array => Int32Array.from(colours, pixelOf);

/** A PNG of these colours, in rows of `width`, on paper of the first ink. */
function pictured(colours: readonly Colour[], width: number, inks: readonly Colour[]): Buffer {
  const height = colours.length / width;
  const [paper, ...others] = pixelsOf(inks);
  return fitted(paper!, [paper!, ...others], (palette) => {
    const cells = cellsOf(palette, width, height);
    const everywhere = stretchesOf(height);
    stretch(everywhere, [0, 0, width, height]);
    settle(cells, pixelsOf(colours), everywhere);
    return png(cells, 1);
  });
}

/** Repeatable numbers (Park–Miller minimal standard). */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const grey = (part: number): Colour => [part, part, part];
const GREYS = Array.from({ length: 256 }, (_, i) => grey(i));

describe('the colours of a PNG', () => {
  test('are the drawing’s own, to the pixel, where they are its inks', () => {
    const part = fc.nat(255);
    const picture = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      inks: fc.array(fc.tuple(part, part, part), { minLength: 1, maxLength: 100 }),
      // Runs of equal pixels, short and long, that go on over the ends of rows.
      runs: fc.array(fc.tuple(fc.nat(99), fc.integer({ min: 1, max: 90 })), { minLength: 1, maxLength: 40 }),
    });
    fc.assert(
      fc.property(picture, ({ width, inks, runs }) => {
        const all = runs.flatMap(([place, length]) => Array.from({ length }, () => inks[place % inks.length]!));
        while (all.length % width > 0) all.push(inks[0]!);
        expect(pixels(pictured(all, width, inks))).toEqual(all);
      }),
    );
  });

  test('stay in a row that is like the one above it', () => {
    const row = [PAPER, BLACK, PAPER, PAPER];
    const other = [PAPER, PAPER, BLACK, PAPER];
    const all = [row, row, other, other, row].flat();
    expect(pixels(pictured(all, 4, [PAPER, BLACK]))).toEqual(all);
  });

  test('are at most eight of 255 lighter or darker where inks meet, and four close to the paper', () => {
    const seen = pixels(pictured(GREYS, 16, [PAPER, BLACK]));
    for (const [i, [red]] of seen.entries()) expect(Math.abs(red! - i)).toBeLessThanOrEqual(i < 224 ? 8 : 4);
    expect(new Set(seen.map(String)).size).toBeLessThanOrEqual(20);
  });

  test('become an ink that they are close to', () => {
    const ink: Colour = [100, 100, 100];
    expect(pixels(pictured([[108, 92, 100], [109, 100, 100], ink], 3, [ink]))).toEqual([ink, [112, 96, 96], ink]);
  });

  test('are fewer, and the inks still themselves, where there would be more than 256', () => {
    const all = [0, 51, 102, 153, 204].flatMap((r) =>
      GREYS.flatMap(([i]) => [[r, i, 0] as const, [0, r, i] as const, [i, 0, r] as const]),
    );
    const inks = [PAPER, [1, 2, 3], [7, 7, 200]] as const;
    const seen = pixels(pictured([...inks, ...all, BLACK], inks.length + all.length + 1, inks));
    expect(seen.slice(0, 3)).toEqual(inks);
    expect(new Set(seen.map(String)).size).toBeLessThanOrEqual(256);
    for (const [i, colour] of all.entries())
      for (const [k, part] of colour.entries()) expect(Math.abs(part - seen[i + 3]![k]!)).toBeLessThanOrEqual(32);
  });

  test('cannot be more than 256 inks', () => {
    const inks = Array.from({ length: 257 }, (_, i): Colour => [i & 255, i >> 8, 9]);
    expect(() => pictured(inks, 257, inks)).toThrow('257 colours in one picture');
  });
});

test('a PNG is the same bytes on every machine, whatever its processor and its Node', () => {
  const next = random(48);
  const inks = Array.from({ length: 100 }, (): Colour => {
    const [red = 0, green = 0, blue = 0] = [next(), next(), next()].map((one) => Math.floor(one * 256));
    return [red, green, blue];
  });
  const [width, height] = [700, 400];
  const colours: Colour[] = [];
  // Long runs as on paper, short ones as in letters.
  while (colours.length < width * height) {
    const length = next() < 0.8 ? 1 + Math.floor(next() * 5) : Math.floor(next() * 900);
    const ink = next() < 0.4 ? PAPER : inks[Math.floor(next() * inks.length)]!;
    for (let i = 0; i < length; i++) colours.push(ink);
  }
  const file = pictured(colours.slice(0, width * height), width, inks);
  expect(createHash('sha256').update(chunk(file, 'IDAT')).digest('hex')).toBe(
    '03759c9a45837e30d49fb75cdb078a8146364a146f27ec35f991f23c185e7936',
  );
});
