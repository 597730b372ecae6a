import type { Box } from './box.ts';
import { numberOf } from './number.ts';
import { inked } from './paint.ts';
import type { Sheet } from './sheet.ts';
import type { Spot } from './spot.ts';
import type { Attributes } from './svg.ts';

type Draw = (sheet: Sheet, attributes: Attributes, style: Attributes, spot: Spot) => void;

const rect: Draw = (sheet, attributes, style, spot) => {
  const [x = 0, y = 0, width = 0, height = 0, rx = 0] = numbers(attributes, 'x', 'y', 'width', 'height', 'rx');
  const round = sheet.kit.RRectXY(sheet.kit.XYWHRect(x, y, width, height), rx, rx);
  inked(sheet, style, spot, {
    box: [x, y, x + width, y + height],
    draw: (canvas, paint) => {
      canvas.drawRRect(round, paint);
    },
  });
};

const circle: Draw = (sheet, attributes, style, spot) => {
  const [x = 0, y = 0, r = 0] = numbers(attributes, 'cx', 'cy', 'r');
  inked(sheet, style, spot, {
    box: [x - r, y - r, x + r, y + r],
    draw: (canvas, paint) => {
      canvas.drawCircle(x, y, r, paint);
    },
  });
};

const path: Draw = (sheet, { d = '' }, style, spot) => {
  const way = sheet.kit.Path.MakeFromSVGString(d);
  if (!way) throw new Error(`not a path: “${d}”`);
  inked(sheet, style, spot, {
    box: [...way.getBounds()] as unknown as Box,
    draw: (canvas, paint) => {
      canvas.drawPath(way, paint);
    },
  });
  way.delete();
};

/** By the name of their element. */
export const SHAPES: Readonly<Record<string, Draw>> = { rect, circle, path };

const numbers = (attributes: Attributes, ...names: readonly string[]): number[] =>
  names.map((name) => (SIZES.has(name) ? sizeOf : numberOf)(attributes[name] ?? '0'));

const SIZES = new Set(['width', 'height', 'r', 'rx']);

function sizeOf(text: string): number {
  const size = numberOf(text);
  if (size < 0) throw new Error(`not a size: “${text}”`);
  return size;
}
