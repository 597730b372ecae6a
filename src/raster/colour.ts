/** Red, green and blue of a colour as our drawings write it, each of 255. */
export function colourOf(text: string): [red: number, green: number, blue: number] {
  const [, red, green, blue] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(text) ?? [];
  if (!red || !green || !blue) throw new Error(`no colour of ours: “${text}”`);
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)];
}

/** An opaque pixel, its bytes red first. */
export const pixelOf = ([red, green, blue]: readonly [number, number, number]): number =>
  red | (green << 8) | (blue << 16) | (255 << 24);

/** Red, green and blue of a pixel. */
export const partsOf = (pixel: number): [number, number, number] => [
  pixel & 255,
  (pixel >> 8) & 255,
  (pixel >> 16) & 255,
];
