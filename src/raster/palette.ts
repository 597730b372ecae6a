/** A picture of at most 256 colours: before each row its filter (none), then a byte a pixel, its place in the palette. */
export interface Indexed {
  readonly palette: readonly number[];
  readonly rows: Uint8Array;
}

interface Picture {
  readonly pixels: Buffer;
  readonly width: number;
  readonly height: number;
}

const MOST = 256;

/**
 * Our drawings have few inks, and with the shades where they meet the paper seldom 256 colours. Where there are more, the
 * commonest stay and the others become the nearest of them.
 */
export function indexed(picture: Picture): Indexed {
  const met = new Map<number, number>();
  const rows = rowsOf(picture, (colour) => {
    const place = met.get(colour) ?? met.size;
    met.set(colour, place);
    return place;
  });
  if (met.size <= MOST) return { palette: [...met.keys()], rows };
  const { palette, places } = commonest(coloursOf(picture));
  return { palette, rows: rowsOf(picture, (colour) => places.get(colour)!) };
}

const coloursOf = ({ pixels, width, height }: Picture): Uint32Array =>
  new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);

/** Each run of one colour is looked up once, and a row like the one above it, as most are, not at all. */
function rowsOf(picture: Picture, placeOf: (colour: number) => number): Uint8Array {
  const { pixels, width, height } = picture;
  const colours = coloursOf(picture);
  const find = remembering(placeOf);
  const [line, stride] = [width * 4, width + 1];
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const at = y * line;
    if (y > 0 && pixels.compare(pixels, at - line, at, at, at + line) === 0)
      rows.copyWithin(y * stride, (y - 1) * stride, y * stride);
    else fillRow(rows.subarray(y * stride + 1, (y + 1) * stride), colours.subarray(y * width, (y + 1) * width), find);
  }
  return rows;
}

/** Fewer pixels than these are set sooner one by one. */
const SHORT = 16;

function fillRow(row: Uint8Array, colours: Uint32Array, find: (colour: number) => number): void {
  for (let x = 0; x < colours.length;) {
    const from = x;
    const colour = colours[from]!;
    do x++;
    while (x < colours.length && colours[x] === colour);
    const place = find(colour);
    if (x - from < SHORT) for (let i = from; i < x; i++) row[i] = place;
    else row.fill(place, from, x);
  }
}

/** A power of two. */
const REMEMBERED = 4096;
/** Scatters colours that lie close together (Knuth's multiplicative hash). */
const SCATTER = 0x9e3779b1;

/** What was last found of colours with the same hash: a map takes five times as long. */
function remembering(placeOf: (colour: number) => number): (colour: number) => number {
  const colours = new Float64Array(REMEMBERED).fill(-1);
  const places = new Uint16Array(REMEMBERED);
  const shift = Math.clz32(REMEMBERED - 1);
  return (colour) => {
    const at = Math.imul(colour, SCATTER) >>> shift;
    if (colours[at] !== colour) {
      colours[at] = colour;
      places[at] = placeOf(colour);
    }
    return places[at]!;
  };
}

/** The 256 commonest colours, and for each colour the place of the nearest among them. */
function commonest(colours: Uint32Array): { palette: number[]; places: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let i = 0, from = 0; i < colours.length; i = from) {
    while (from < colours.length && colours[from] === colours[i]) from++;
    counts.set(colours[i]!, (counts.get(colours[i]!) ?? 0) + from - i);
  }
  const palette = [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, MOST)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, i) => [colour, i]));
  for (const colour of counts.keys()) if (!places.has(colour)) places.set(colour, nearest(colour, palette));
  return { palette, places };
}

function nearest(colour: number, palette: readonly number[]): number {
  const off = (other: number, shift: number): number => ((colour >> shift) & 255) - ((other >> shift) & 255);
  let place = 0;
  let least = Infinity;
  for (let i = 0; i < palette.length; i++) {
    const far = off(palette[i]!, 0) ** 2 + off(palette[i]!, 8) ** 2 + off(palette[i]!, 16) ** 2;
    if (far >= least) continue;
    place = i;
    least = far;
  }
  return place;
}
