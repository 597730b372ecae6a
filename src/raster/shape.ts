import { inked, numberOf } from './paint.ts';
import type { Sheet } from './sheet.ts';
import type { Attributes } from './svg.ts';

type Draw = (sheet: Sheet, attributes: Attributes, style: Attributes) => void;

const rect: Draw = ({ kit, canvas }, attributes, style) => {
  const [x, y, width, height, rx] = numbers(attributes, 'x', 'y', 'width', 'height', 'rx');
  const round = kit.RRectXY(kit.XYWHRect(x!, y!, width!, height!), rx!, rx!);
  inked(kit, style, (paint) => {
    canvas.drawRRect(round, paint);
  });
};

const circle: Draw = ({ kit, canvas }, attributes, style) => {
  const [x, y, r] = numbers(attributes, 'cx', 'cy', 'r');
  inked(kit, style, (paint) => {
    canvas.drawCircle(x!, y!, r!, paint);
  });
};

const path: Draw = ({ kit, canvas }, { d = '' }, style) => {
  const way = kit.Path.MakeFromSVGString(d);
  if (!way) throw new Error(`not a path: “${d}”`);
  inked(kit, style, (paint) => {
    canvas.drawPath(way, paint);
  });
  way.delete();
};

/** By the name of their element. */
export const SHAPES: Readonly<Record<string, Draw>> = { rect, circle, path };

const numbers = (attributes: Attributes, ...names: readonly string[]): number[] =>
  names.map((name) => numberOf(attributes[name] ?? '0'));
