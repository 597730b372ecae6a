import type { Canvas, Paint } from 'canvaskit-wasm';
import { PAPER, type Cells } from './cells.ts';
import { colourOf, partsOf, pixelOf } from './colour.ts';
import type { Face } from './face.ts';
import type { Palette } from './palette.ts';
import type { Skia } from './skia.ts';
import type { Spot } from './spot.ts';

/** How much of a pixel can be covered: more than a palette has shades between two colours. */
const FULL = 63;

/** What letters are stamped with: places in the palette of a colour on paper, by how much of a pixel it covers. */
export interface Ink {
  readonly placeOf: (covered: number) => number;
  /** Those that were asked for, else `UNKNOWN`. */
  readonly known: Int16Array;
}

const UNKNOWN = -1;

/** @param fill as drawings write it */
export function inkOf({ colours, placeOf }: Palette, fill: string): Ink {
  const paper = partsOf(colours[PAPER]!);
  const ink = colourOf(fill);
  const known = new Int16Array(FULL + 1).fill(UNKNOWN);
  const shade = (covered: number): typeof ink =>
    ink.map((part, i) => Math.round(paper[i]! + ((part - paper[i]!) * covered) / FULL)) as typeof ink;
  return { known, placeOf: (covered) => (known[covered] = placeOf(pixelOf(shade(covered)))) };
}

/** A letter stands at one of four places between two pixels, as Skia sets it. */
const PHASES = 4;

/** Where a letter stands: its whole pixel, and which fourth of it. Upwards it stands on whole pixels. */
interface Standing {
  readonly column: number;
  readonly row: number;
  readonly phase: number;
}

/** Computed in single precision, as Skia does. @param place of the letter in its line */
export function standing(line: Spot, place: number): Standing {
  const x = Math.fround(Math.fround(line.x) + Math.fround(place * line.scale));
  const fourths = Math.floor(x * PHASES + 0.5);
  const column = Math.floor(fourths / PHASES);
  return { column, row: Math.floor(Math.fround(line.y) + 0.5), phase: fourths - column * PHASES };
}

/** Stamps a letter upon cells, which are bare but for other letters. */
export function stamp(
  { rows, stride, width, height }: Cells,
  { left, top, ends, columns, cover }: Stamp,
  at: Standing,
  ink: Ink,
): void {
  const { known } = ink;
  const column = at.column + left;
  let i = 0;
  for (let row = 0; row < ends.length; row++) {
    const end = ends[row]!;
    const y = at.row + top + row;
    const line = y * stride + 1 + column;
    if (y < 0 || y >= height) i = end;
    for (; i < end; i++) {
      const x = columns[i]!;
      if (column + x < 0 || column + x >= width) continue;
      const covered = cover[i]!;
      // Where two letters meet, what is more than half of one is of it.
      if (!(covered > FULL / 2 || rows[line + x] === PAPER)) continue;
      const place = known[covered]!;
      rows[line + x] = place === UNKNOWN ? ink.placeOf(covered) : place;
    }
  }
}

/** A letter as it lies on whole pixels: those that it covers, row by row, which are a third of those around it. */
interface Stamp {
  /** Of its first column and row, from where the letter stands. */
  readonly left: number;
  readonly top: number;
  /** How many pixels there are up to the end of each row. */
  readonly ends: Uint32Array;
  /** Of each pixel its column, and how much of it is covered. */
  readonly columns: Uint16Array;
  readonly cover: Uint8Array;
}

/** Of a face and a size, by letter and phase. */
const remembered = new Map<string, Map<string, Stamp[]>>();
let bytes = 0;
const REMEMBERED = 2 ** 24;

/** @param size in pixels */
export function stampsOf(skia: Skia, face: Face, size: number): (letter: string, phase: number) => Stamp {
  const key = `${face.name} ${size}`;
  if (bytes > REMEMBERED) {
    remembered.clear();
    bytes = 0;
  }
  const known = remembered.get(key) ?? new Map<string, Stamp[]>();
  remembered.set(key, known);
  return (letter, phase) => {
    const phases = known.get(letter) ?? [];
    known.set(letter, phases);
    const before = phases[phase];
    if (before) return before;
    const made = stamped(skia, face, letter, size, phase / PHASES);
    bytes += 3 * made.cover.length;
    return (phases[phase] = made);
  };
}

/** Black on white, which Skia makes as dark as it should look. */
function stamped(skia: Skia, face: Face, letter: string, size: number, shift: number): Stamp {
  const { id, box } = face.glyph(letter);
  // A pixel more on each side, for edges that lie between two.
  const [left, top] = [Math.floor(box[0] * size) - 1, Math.floor(box[1] * size) - 1];
  const [width, height] = [Math.ceil(box[2] * size) + 2 - left, Math.ceil(box[3] * size) + 1 - top];
  const pixels = alone(skia, { width, height }, (canvas, paint) => {
    canvas.drawGlyphs([id], [0, 0], shift - left, -top, face.sized(size), paint);
  });
  const [ends, columns, cover]: [number[], number[], number[]] = [[], [], []];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const covered = Math.round(((255 - pixels[4 * (row * width + column)]!) / 255) * FULL);
      if (covered === 0) continue;
      columns.push(column);
      cover.push(covered);
    }
    ends.push(cover.length);
  }
  return {
    left,
    top,
    ends: Uint32Array.from(ends),
    columns: Uint16Array.from(columns),
    cover: Uint8Array.from(cover),
  };
}

/** The pixels of a small picture by itself, in black on white. */
function alone({ kit }: Skia, { width, height }: Size, draw: (canvas: Canvas, paint: Paint) => void): Uint8Array {
  const surface = kit.MakeSurface(width, height)!;
  const canvas = surface.getCanvas();
  canvas.clear(kit.WHITE);
  const paint = new kit.Paint();
  paint.setAntiAlias(true);
  draw(canvas, paint);
  const { RGBA_8888: colorType } = kit.ColorType;
  const info = { width, height, colorType, alphaType: kit.AlphaType.Opaque, colorSpace: kit.ColorSpace.SRGB };
  const pixels = canvas.readPixels(0, 0, info) as Uint8Array;
  paint.delete();
  surface.delete();
  return pixels;
}

interface Size {
  readonly width: number;
  readonly height: number;
}
