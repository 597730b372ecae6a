import type { CanvasKit, Paint } from 'canvaskit-wasm';
import { colourOf } from './colour.ts';
import type { Attributes } from './svg.ts';

/** Draws a shape with a paint. */
type Shape = (paint: Paint) => void;

/** Fills and strokes a shape as its attributes, own and inherited, say. */
export function inked(kit: CanvasKit, style: Attributes, shape: Shape): void {
  const paint = new kit.Paint();
  paint.setAntiAlias(true);
  const parts = style['paint-order'] === 'stroke' ? [stroked, filled] : [filled, stroked];
  for (const part of parts) part(kit, paint, style, shape);
  paint.delete();
}

function filled(kit: CanvasKit, paint: Paint, { fill = '#000000' }: Attributes, shape: Shape): void {
  if (fill === 'none') return;
  paint.setStyle(kit.PaintStyle.Fill);
  paint.setColor(kit.Color(...colourOf(fill)));
  shape(paint);
}

function stroked(kit: CanvasKit, paint: Paint, style: Attributes, shape: Shape): void {
  const { stroke = 'none', 'stroke-dasharray': dashes } = style;
  if (stroke === 'none') return;
  paint.setStyle(kit.PaintStyle.Stroke);
  paint.setColor(kit.Color(...colourOf(stroke)));
  paint.setStrokeWidth(numberOf(style['stroke-width'] ?? '1'));
  paint.setStrokeMiter(numberOf(style['stroke-miterlimit'] ?? '4'));
  paint.setStrokeJoin(style['stroke-linejoin'] === 'round' ? kit.StrokeJoin.Round : kit.StrokeJoin.Miter);
  const dash = dashes === undefined ? null : kit.PathEffect.MakeDash(dashes.split(' ').map(numberOf));
  paint.setPathEffect(dash);
  shape(paint);
  paint.setPathEffect(null);
  dash?.delete();
}

export function numberOf(text: string): number {
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) throw new Error(`not a number: “${text}”`);
  return number;
}
