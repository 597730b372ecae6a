import { isDeepStrictEqual } from 'node:util';
import type { Canvas } from 'canvaskit-wasm';
import { colourOf, pixelOf } from './colour.ts';
import { numberOf } from './paint.ts';
import { png } from './png.ts';
import { SHAPES } from './shape.ts';
import { VERSIONS, type Skia } from './skia.ts';
import { read, type Attributes, type Element } from './svg.ts';
import { drawText } from './text.ts';

/** Goes into the name of every kept picture: count it up when the same SVG should become other bytes. */
const FORMAT = 4;

export const RENDERER = [...VERSIONS, FORMAT].join('/');

/** The PNG of an SVG of ours. */
export function draw(skia: Skia, svg: string, scale: number): Buffer {
  const { kit } = skia;
  const drawing = read(svg);
  const { paper, upon } = laid(drawing);
  const [width, height] = [drawing.attributes['width'], drawing.attributes['height']].map((length = '') =>
    Math.round(numberOf(length) * scale),
  ) as [number, number];
  const memory = kit.Malloc(Int32Array, width * height);
  const { RGBA_8888: colorType } = kit.ColorType;
  const info = { width, height, colorType, alphaType: kit.AlphaType.Opaque, colorSpace: kit.ColorSpace.SRGB };
  const surface = kit.MakeRasterDirectSurface(info, memory, width * 4);
  if (!surface) throw new Error(`no room for a picture of ${width} × ${height}`);
  try {
    memory.toTypedArray().fill(paper);
    const canvas = surface.getCanvas();
    canvas.scale(scale, scale);
    drawElement(skia, canvas, upon, {});
    // Asked for anew, since Skia's memory may have moved.
    const { buffer, byteOffset, byteLength } = memory.toTypedArray();
    return png(Buffer.from(buffer, byteOffset, byteLength), { width, height, scale, inks: inksOf(svg) });
  } finally {
    surface.delete();
    kit.Free(memory);
  }
}

/** The colour of the paper, and what lies upon it: filling memory takes a third of the time of drawing a rectangle. */
function laid(drawing: Element): { paper: number; upon: Element } {
  const { width = '', height = '', viewBox = `0 0 ${width} ${height}` } = drawing.attributes;
  const rect = drawing.children.find((child) => typeof child !== 'string' && !WORDS.has(child.name)) as
    Element | undefined;
  const { fill = '', ...place } = rect?.attributes ?? {};
  if (rect?.name !== 'rect' || viewBox !== `0 0 ${width} ${height}` || !isDeepStrictEqual(place, { width, height }))
    throw new Error('the drawing does not lie on paper of its size');
  return {
    paper: pixelOf(colourOf(fill)),
    upon: { ...drawing, children: drawing.children.filter((child) => child !== rect) },
  };
}

const WORDS = new Set(['title', 'desc']);

/** Colours that the drawing names. */
const inksOf = (svg: string): number[] => [
  ...new Set([...svg.matchAll(/"(#[0-9a-f]{6})"/g)].map(([, colour = '']) => pixelOf(colourOf(colour)))),
];

function drawElement(skia: Skia, canvas: Canvas, element: Element, inherited: Attributes): void {
  const style = { ...inherited, ...element.attributes };
  canvas.save();
  transform(canvas, element.attributes['transform'] ?? '');
  if (element.name === 'text') drawText(skia, canvas, element, style);
  else if (Object.hasOwn(SHAPES, element.name)) SHAPES[element.name]!(skia.kit, canvas, element.attributes, style);
  else for (const child of element.children) if (typeof child !== 'string') drawElement(skia, canvas, child, style);
  canvas.restore();
}

/** Moved and enlarged, as nothing else is in our drawings. */
function transform(canvas: Canvas, list: string): void {
  for (const [, name, numbers = ''] of list.matchAll(/(\w+)\(([^()]*)\)/g)) {
    const [x = 0, y] = numbers.split(',').map(numberOf);
    if (name === 'translate') canvas.translate(x, y ?? 0);
    else if (name === 'scale') canvas.scale(x, y ?? x);
    else throw new Error(`transform="${list}" is in no drawing of ours`);
  }
}
