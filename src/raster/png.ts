import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG of 256 colours, less than half the size of resvg’s own: our drawings have few inks, so what has to give way are some of
 * the shades where a letter meets the paper. Packed by fflate, whose bytes are the same everywhere; Node's zlib differs by machine.
 * @param scale pixels for one of the drawing, so that a document shows it at the size that was drawn
 */
export function png(pixels: Buffer, width: number, height: number, scale = 1): Buffer {
  const colours = new Uint32Array(pixels.buffer.slice(pixels.byteOffset, pixels.byteOffset + pixels.length));
  const { palette, places } = paletteOf(colours);
  // Before each row stands its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [colours[0]!, places.get(colours[0]!)!];
  for (let y = 0, i = 0; y < height; y++) {
    const shift = y + 1;
    for (const end = i + width; i < end; i++) {
      const colour = colours[i]!;
      if (colour !== last) {
        last = colour;
        place = places.get(colour)!;
      }
      rows[i + shift] = place;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('pHYs', density(scale)),
    chunk('PLTE', Uint8Array.from(palette.flatMap(parts))),
    chunk('IDAT', zlibSync(rows, { level: 4 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Pixels of a drawing on a metre: 96 on an inch (https://drafts.csswg.org/css-values/#absolute-lengths). */
const ON_A_METRE = 96 / 0.0254;

/** How many pixels lie on a metre, across and down (PNG, third edition, §11.3.4.3). */
function density(scale: number): Buffer {
  const data = Buffer.alloc(9);
  data.writeUInt32BE(Math.round(ON_A_METRE * scale), 0);
  data.writeUInt32BE(Math.round(ON_A_METRE * scale), 4);
  data[8] = 1;
  return data;
}

/** Red, green and blue of a pixel; drawings lie on paper, so that nothing shows through. */
const parts = (colour: number): [number, number, number] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

/** The 256 commonest colours, and for each colour the place of the nearest among them. */
function paletteOf(colours: Uint32Array): { palette: number[]; places: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let i = 0, from = 0; i < colours.length; i = from) {
    while (from < colours.length && colours[from] === colours[i]) from++;
    counts.set(colours[i]!, (counts.get(colours[i]!) ?? 0) + from - i);
  }
  const palette = [...counts]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .slice(0, 256)
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

function chunk(type: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(12 + data.length);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length);
  return bytes;
}
