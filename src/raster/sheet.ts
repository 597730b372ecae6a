import type { Canvas } from 'canvaskit-wasm';
import { placed, touched, type Box } from './box.ts';
import { colourOf, pixelOf } from './colour.ts';
import type { Skia } from './skia.ts';

/** Paper of one colour, and what has been drawn on it. */
export interface Sheet extends Skia {
  /** As drawings write it. */
  readonly paper: string;
  readonly canvas: Canvas;
  /** Whether nothing lies yet within a box, in the units that are drawn in. */
  readonly isBare: (box: Box) => boolean;
  /** Red, green, blue and opacity, row by row, until the sheet is closed. */
  readonly pixels: () => Buffer;
  readonly close: () => void;
}

export function sheetOf(skia: Skia, paper: string, width: number, height: number): Sheet {
  const { kit } = skia;
  const blank = pixelOf(colourOf(paper));
  const line = Buffer.from(new Int32Array(width).fill(blank).buffer);
  const memory = kit.Malloc(Int32Array, width * height);
  const { RGBA_8888: colorType } = kit.ColorType;
  const info = { width, height, colorType, alphaType: kit.AlphaType.Opaque, colorSpace: kit.ColorSpace.SRGB };
  const surface = kit.MakeRasterDirectSurface(info, memory, width * 4);
  if (!surface) throw new Error(`no room for a picture of ${width} × ${height}`);
  // A third of the time of drawing a rectangle.
  memory.toTypedArray().fill(blank);
  const canvas = surface.getCanvas();
  const pixels = (): Buffer => {
    // Asked for anew each time, since Skia's memory may have moved.
    const { buffer, byteOffset, byteLength } = memory.toTypedArray();
    return Buffer.from(buffer, byteOffset, byteLength);
  };
  return {
    ...skia,
    paper,
    canvas,
    pixels,
    isBare: (box) => {
      // What is drawn is moved and enlarged, never turned.
      const [wider = 1, , x = 0, , higher = 1, y = 0] = canvas.getTotalMatrix();
      const [left, top, right, bottom] = touched(placed(box, x, y, wider, higher), width, height);
      const all = pixels();
      const length = 4 * Math.max(0, right - left);
      for (let row = top; row < bottom; row++) {
        const at = 4 * (row * width + left);
        if (all.compare(line, 0, length, at, at + length) !== 0) return false;
      }
      return true;
    },
    close: () => {
      surface.delete();
      kit.Free(memory);
    },
  };
}
