import { partsOf, pixelOf } from './colour.ts';

/** A picture of at most 256 colours. */
export interface Indexed {
  readonly palette: readonly number[];
  /** Before each row its filter (none), then a byte a pixel, its place in the palette. They hold until the next picture. */
  readonly rows: Uint8Array;
}

interface Picture {
  /** Opaque, red first. */
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
  /** Pixels of the colours that the drawing names: they stay to the bit. */
  readonly inks: readonly number[];
}

const MOST = 256;

/** How far shades lie apart, of 255. */
const STEP = 16;

/**
 * Our drawings have few inks; other colours are shades where these meet, of which one in a step is kept. With more than 256 colours
 * left it is one in two steps, and so on.
 */
export function indexed(picture: Picture): Indexed {
  for (let step = STEP; step <= MOST; step *= 2) {
    const palette = new Map<number, number>();
    const rows = rowsOf(picture, (colour) => {
      const shade = shadeOf(colour, picture.inks, step);
      const place = palette.get(shade) ?? palette.size;
      palette.set(shade, place);
      return place;
    });
    if (palette.size <= MOST) return { palette: [...palette.keys()], rows };
  }
  throw new Error(`${picture.inks.length} colours in one picture`);
}

/** An ink that is itself or close, or else the nearest of the shades that are kept. */
function shadeOf(colour: number, inks: readonly number[], step: number): number {
  if (inks.includes(colour)) return colour;
  const own = partsOf(colour);
  const close = inks.find((ink) => partsOf(ink).every((part, i) => Math.abs(part - own[i]!) <= stepAt(part, step) / 2));
  return close ?? pixelOf(own.map((part) => rounded(part, stepAt(part, step))) as typeof own);
}

/** From here on a shade lies close to the paper, as of a hairline: an eye tells more of them. */
const LIGHT = 224;

const stepAt = (part: number, step: number): number => (part < LIGHT ? step : step / 2);

const rounded = (part: number, step: number): number => Math.min(255, Math.round(part / step) * step);

/** Of the rows of one picture after another: asked for anew each time, memory takes a tenth of the time of a picture. */
let room = new Uint8Array(0);

const NO_FILTER = 0;

/** Each run of one colour is looked up once, and a row like the one above it, as most are, not at all. */
function rowsOf({ pixels, width, height }: Picture, placeOf: (colour: number) => number): Uint8Array {
  const colours = new Int32Array(pixels.buffer, pixels.byteOffset, width * height);
  const found = { colours: new Int32Array(REMEMBERED), places: new Uint8Array(REMEMBERED), placeOf };
  const [line, stride] = [width * 4, width + 1];
  if (room.length < stride * height) room = new Uint8Array(stride * height);
  const rows = room.subarray(0, stride * height);
  for (let y = 0; y < height; y++) {
    const at = y * line;
    rows[y * stride] = NO_FILTER;
    if (y > 0 && pixels.compare(pixels, at - line, at, at, at + line) === 0)
      rows.copyWithin(y * stride, (y - 1) * stride, y * stride);
    else fillRow(rows.subarray(y * stride + 1, (y + 1) * stride), colours.subarray(y * width, (y + 1) * width), found);
  }
  return rows;
}

/** What was last found of colours with the same hash: a map takes five times as long. No pixel is 0, since all are opaque. */
interface Found {
  readonly colours: Int32Array;
  readonly places: Uint8Array;
  readonly placeOf: (colour: number) => number;
}

/** A power of two. */
const REMEMBERED = 4096;
/** Scatters colours that lie close together (Knuth's multiplicative hash). */
const SCATTER = 0x9e3779b1;
const SHIFT = Math.clz32(REMEMBERED - 1);

/** Fewer pixels than these are set sooner one by one. */
const SHORT = 16;

function fillRow(row: Uint8Array, colours: Int32Array, found: Found): void {
  for (let x = 0; x < colours.length;) {
    const from = x;
    const colour = colours[from]!;
    do x++;
    while (x < colours.length && colours[x] === colour);
    const at = Math.imul(colour, SCATTER) >>> SHIFT;
    if (found.colours[at] !== colour) {
      found.colours[at] = colour;
      found.places[at] = found.placeOf(colour);
    }
    const place = found.places[at]!;
    if (x - from < SHORT) for (let i = from; i < x; i++) row[i] = place;
    else row.fill(place, from, x);
  }
}
