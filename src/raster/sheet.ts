import type { Canvas, MallocObj } from 'canvaskit-wasm';
import type { Box } from './box.ts';
import { isBare, lift, PAPER, settle, type Cells } from './cells.ts';
import type { Skia } from './skia.ts';
import { inkOf, type Ink } from './stamp.ts';
import { isAll, stretch, stretchesOf, type Stretches } from './stretch.ts';

/**
 * Where a picture is drawn. Letters are stamped upon its cells; Skia draws on pixels, which lie under the cells until they are
 * settled there. Boxes are of whole pixels.
 */
export interface Sheet extends Skia {
  readonly cells: Cells;
  /** As drawings write it. */
  readonly paper: string;
  /** Of a colour as drawings write it, what letters are stamped with. */
  readonly inkOf: (fill: string) => Ink;
  /** Whether nothing lies yet within a box. */
  readonly isBare: (box: Box) => boolean;
  /** Has Skia draw within a box, over whatever lies there. */
  readonly paint: (box: Box, draw: (canvas: Canvas) => void) => void;
  /** Takes into the cells what Skia has drawn. */
  readonly settle: () => void;
  /** Must be called, also where the picture could not be drawn: the next one is drawn on the same pixels. */
  readonly close: () => void;
}

export function sheetOf(skia: Skia, cells: Cells, paper: string): Sheet {
  const inks = new Map<string, Ink>();
  const { kit } = skia;
  const { width, height, palette } = cells;
  const blank = palette.colours[PAPER]!;
  const memory = blankOf(skia, blank, width * height);
  const { RGBA_8888: colorType } = kit.ColorType;
  const info = { width, height, colorType, alphaType: kit.AlphaType.Opaque, colorSpace: kit.ColorSpace.SRGB };
  const surface = kit.MakeRasterDirectSurface(info, memory, width * 4);
  if (!surface) throw new Error(`no room for a picture of ${width} × ${height}`);
  const canvas = surface.getCanvas();
  const painted = stretchesOf(height);
  // Asked for anew each time, since Skia's memory may have moved.
  const pixels = (): Int32Array => memory.toTypedArray() as Int32Array;
  return {
    ...skia,
    cells,
    paper,
    inkOf: (fill) => {
      const ink = inks.get(fill) ?? inkOf(palette, fill);
      inks.set(fill, ink);
      return ink;
    },
    isBare: (box) => isBare(cells, box) && isAll({ values: pixels(), stride: width, margin: 0 }, blank, painted, box),
    paint: (box, draw) => {
      lift(cells, pixels(), box);
      stretch(painted, box);
      canvas.save();
      // What is not settled or cleared would show in the next picture.
      canvas.clipRect(kit.LTRBRect(...box), kit.ClipOp.Intersect, false);
      draw(canvas);
      canvas.restore();
    },
    settle: () => {
      settle(cells, pixels(), painted);
    },
    close: () => {
      surface.delete();
      clear(pixels(), width, painted, blank);
    },
  };
}

function clear(pixels: Int32Array, width: number, { from, to }: Stretches, blank: number): void {
  for (let y = 0; y < from.length; y++)
    if (from[y]! < to[y]!) pixels.fill(blank, y * width + from[y]!, y * width + to[y]!);
}

/** Nothing but paper, between two pictures: to clear all of it for each takes longer than to draw its shapes. */
let last: { readonly paper: number; readonly length: number; readonly memory: MallocObj } | undefined;

function blankOf({ kit }: Skia, paper: number, length: number): MallocObj {
  if (last?.paper === paper && last.length >= length) return last.memory;
  if (last) kit.Free(last.memory);
  last = undefined;
  const memory = kit.Malloc(Int32Array, length);
  memory.toTypedArray().fill(paper);
  last = { paper, length, memory };
  return memory;
}
