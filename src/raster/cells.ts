import type { Box } from './box.ts';
import type { Palette } from './palette.ts';
import { everyPart, isAll, stretchesOf, type Stretches } from './stretch.ts';

/** A picture as the places of its colours in a palette. All is paper at first. */
export interface Cells {
  readonly width: number;
  readonly height: number;
  /** Before each row its filter (none), then a byte a pixel. They hold until the next picture. */
  readonly rows: Uint8Array;
  /** Bytes from a row to the next. */
  readonly stride: number;
  readonly palette: Palette;
  /** Where letters are. */
  readonly stamped: Stretches;
}

/** Of the rows of one picture after another: asked for anew each time, memory takes a tenth of the time of a picture. */
let room = new Uint8Array(0);

/** Its place; and the filter of a row, none, as the standard numbers it. */
export const PAPER = 0;

export function cellsOf(palette: Palette, width: number, height: number): Cells {
  const stride = width + 1;
  if (room.length < stride * height) room = new Uint8Array(stride * height);
  const rows = room.subarray(0, stride * height);
  rows.fill(PAPER);
  return { width, height, rows, stride, palette, stamped: stretchesOf(height) };
}

/** Whether there is nothing within a box of whole pixels. */
export const isBare = ({ rows, stride, stamped }: Cells, box: Box): boolean =>
  isAll({ values: rows, stride, margin: 1 }, PAPER, stamped, box);

/** What was last found of colours with the same hash: a map takes five times as long. No pixel is 0, since all are opaque. */
interface Found {
  readonly colours: Int32Array;
  readonly places: Uint8Array;
}

/** A power of two. */
const REMEMBERED = 4096;
/** Scatters colours that lie close together (Knuth's multiplicative hash). */
const SCATTER = 0x9e3779b1;
const SHIFT = Math.clz32(REMEMBERED - 1);

/** Takes over from pixels of the same size what is not paper. */
export function settle(cells: Cells, pixels: Int32Array, painted: Stretches): void {
  const { rows, stride, width, height, palette } = cells;
  const paper = palette.colours[PAPER]!;
  const found: Found = { colours: new Int32Array(REMEMBERED), places: new Uint8Array(REMEMBERED) };
  for (let y = 0; y < height; y++) {
    const to = y * stride + 1;
    const from = y * width;
    const end = painted.to[y]!;
    for (let x = painted.from[y]!; x < end; x++) {
      const colour = pixels[from + x]!;
      if (colour === paper) continue;
      const at = Math.imul(colour, SCATTER) >>> SHIFT;
      if (found.colours[at] !== colour) {
        found.places[at] = palette.placeOf(colour);
        found.colours[at] = colour;
      }
      rows[to + x] = found.places[at]!;
    }
  }
}

/** Gives back to pixels what is not paper within a box of whole pixels, and leaves paper there. */
export function lift({ rows, stride, width, palette, stamped }: Cells, pixels: Int32Array, box: Box): void {
  everyPart(stamped, box, (y, left, right) => {
    for (let x = left; x < right; x++) {
      const at = y * stride + 1 + x;
      if (rows[at] === PAPER) continue;
      pixels[y * width + x] = palette.colours[rows[at]!]!;
      rows[at] = PAPER;
    }
    return true;
  });
}
