import { inflateSync } from 'node:zlib';

/** What a chunk of a PNG holds. */
export function chunk(png: Buffer, type: string): Buffer {
  const at = png.indexOf(type);
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4));
}

/** The pixels of a PNG with a palette and without filters, as the standard says: red, green, blue. */
export function pixels(png: Buffer): number[][] {
  const width = png.readUInt32BE(16);
  const palette = chunk(png, 'PLTE');
  const rows = inflateSync(chunk(png, 'IDAT'));
  const colours: number[][] = [];
  for (const [i, byte] of rows.entries()) {
    if (i % (width + 1) > 0) colours.push([...palette.subarray(3 * byte, 3 * byte + 3)]);
    else if (byte !== 0) throw new Error(`filter ${byte}`);
  }
  return colours;
}
