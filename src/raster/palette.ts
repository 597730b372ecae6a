import { partsOf, pixelOf } from './colour.ts';

/** The colours of one picture. */
export interface Palette {
  /** Where a colour, or the shade that stands for it, has its place. Paper has the first: 0. */
  readonly placeOf: (colour: number) => number;
  /** By their places, at most 256. */
  readonly colours: readonly number[];
}

const MOST = 256;

/** How far shades lie apart, of 255. */
const STEP = 16;

class TooManyColours extends Error {}

/**
 * What `draw` makes with a palette. Our drawings have few inks; other colours are shades where these meet, of which one in a step
 * is kept. Where that would be more than 256 colours, all is drawn again with one in two steps, and so on.
 * @param inks pixels of the colours that the drawing names: they stay to the bit
 */
export function fitted<T>(paper: number, inks: readonly number[], draw: (palette: Palette) => T): T {
  for (let step = STEP; step <= MOST; step *= 2) {
    try {
      return draw(paletteOf(paper, inks, step));
    } catch (cause) {
      if (!(cause instanceof TooManyColours)) throw cause;
    }
  }
  throw new Error(`${inks.length} colours in one picture`);
}

function paletteOf(paper: number, inks: readonly number[], step: number): Palette {
  const colours = [paper];
  const places = new Map([[paper, 0]]);
  return {
    colours,
    placeOf: (colour) => {
      const shade = shadeOf(colour, inks, step);
      const known = places.get(shade);
      if (known !== undefined) return known;
      if (colours.length === MOST) throw new TooManyColours();
      places.set(shade, colours.length);
      return colours.push(shade) - 1;
    },
  };
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
