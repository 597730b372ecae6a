import { isDeepStrictEqual } from 'node:util';
import { cellsOf } from './cells.ts';
import { colourOf, pixelOf } from './colour.ts';
import { numberOf } from './number.ts';
import { fitted } from './palette.ts';
import { png } from './png.ts';
import { SHAPES } from './shape.ts';
import { sheetOf, type Sheet } from './sheet.ts';
import type { Skia } from './skia.ts';
import { moved, type Spot } from './spot.ts';
import { read, type Attributes, type Element } from './svg.ts';
import { drawText } from './text.ts';

/** Pixels of the largest picture: 64 MB while it is drawn, and what a phone's browser can draw (4,096 × 4,096). */
const MOST = 2 ** 24;

/** The PNG of an SVG of ours. @param wanted pixels for one of the drawing */
export function draw(skia: Skia, svg: string, wanted: number): Buffer {
  const drawing = read(svg);
  const { paper, upon } = laid(drawing);
  const sides = ['width', 'height'].map((side) => numberOf(drawing.attributes[side] ?? '')) as [number, number];
  const scale = scaleOf(sides, wanted);
  const [width, height] = sides.map((side) => Math.round(side * scale)) as [number, number];
  return fitted(pixelOf(colourOf(paper)), inksOf(svg), (palette) => {
    const cells = cellsOf(palette, width, height);
    const sheet = sheetOf(skia, cells, paper);
    try {
      drawElement(sheet, upon, {}, { x: 0, y: 0, scale });
      sheet.settle();
      return png(cells, scale);
    } finally {
      sheet.close();
    }
  });
}

/** A drawing of hundreds of periods is tall: it gets fewer pixels, a whole number for each of its own while that is enough. */
function scaleOf([width, height]: readonly [number, number], wanted: number): number {
  const most = Math.sqrt(MOST / (width * height));
  return Math.min(wanted, most < 1 ? most : Math.floor(most));
}

/** The colour of the paper, and what lies upon it. */
function laid(drawing: Element): { paper: string; upon: Element } {
  const { width = '', height = '', viewBox = `0 0 ${width} ${height}` } = drawing.attributes;
  const rect = drawing.children.find((child) => typeof child !== 'string' && !WORDS.has(child.name)) as
    Element | undefined;
  const { fill = '', ...place } = rect?.attributes ?? {};
  if (rect?.name !== 'rect' || viewBox !== `0 0 ${width} ${height}` || !isDeepStrictEqual(place, { width, height }))
    throw new Error('the drawing does not lie on paper of its size');
  return {
    paper: fill,
    upon: { ...drawing, children: drawing.children.filter((child) => child !== rect) },
  };
}

const WORDS = new Set(['title', 'desc']);

/** Colours that the drawing names. */
const inksOf = (svg: string): number[] => [
  ...new Set([...svg.matchAll(/"(#[0-9a-f]{6})"/g)].map(([, colour = '']) => pixelOf(colourOf(colour)))),
];

function drawElement(sheet: Sheet, element: Element, inherited: Attributes, around: Spot): void {
  const style = { ...inherited, ...element.attributes };
  const spot = moved(around, element.attributes['transform'] ?? '');
  if (element.name === 'text') drawText(sheet, element, style, spot);
  else if (Object.hasOwn(SHAPES, element.name)) SHAPES[element.name]!(sheet, element.attributes, style, spot);
  else for (const child of element.children) if (typeof child !== 'string') drawElement(sheet, child, style, spot);
}
