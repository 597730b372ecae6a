import type { Canvas, Paint } from 'canvaskit-wasm';
import { edged, placed, touched, type Box } from './box.ts';
import { colourOf } from './colour.ts';
import { numberOf } from './number.ts';
import type { Sheet } from './sheet.ts';
import type { Spot } from './spot.ts';
import type { Attributes } from './svg.ts';

/** Something that has an outline. */
interface Shape {
  /** Around it, without its stroke, in the units in which it is drawn. */
  readonly box: Box;
  readonly draw: (canvas: Canvas, paint: Paint) => void;
}

/** Fills and strokes a shape as its attributes, own and inherited, say. */
export function inked(sheet: Sheet, style: Attributes, spot: Spot, { box, draw }: Shape): void {
  const { kit } = sheet;
  sheet.paint(reachOf(sheet, style, spot, box), (canvas) => {
    canvas.translate(spot.x, spot.y);
    canvas.scale(spot.scale, spot.scale);
    const paint = new kit.Paint();
    paint.setAntiAlias(true);
    const parts = style['paint-order'] === 'stroke' ? [stroked, filled] : [filled, stroked];
    for (const part of parts)
      part(sheet, paint, style, () => {
        draw(canvas, paint);
      });
    paint.delete();
  });
}

/** The whole pixels that a shape of a box may touch, with its stroke, and one more for edges that lie between two. */
export const reachOf = ({ cells }: Sheet, style: Attributes, spot: Spot, box: Box): Box =>
  touched(edged(placed(edged(box, edgeOf(style)), spot), 1), cells);

/** How far a stroke reaches from the outline; a pointed corner, as far as its limit allows. */
function edgeOf(style: Attributes): number {
  if ((style['stroke'] ?? 'none') === 'none') return 0;
  return (numberOf(style['stroke-width'] ?? '1') / 2) * (isRound(style) ? 1 : Math.max(1, limitOf(style)));
}

const isRound = (style: Attributes): boolean => style['stroke-linejoin'] === 'round';
const limitOf = (style: Attributes): number => numberOf(style['stroke-miterlimit'] ?? '4');

function filled({ kit }: Sheet, paint: Paint, { fill = '#000000' }: Attributes, draw: () => void): void {
  if (fill === 'none') return;
  paint.setStyle(kit.PaintStyle.Fill);
  paint.setColor(kit.Color(...colourOf(fill)));
  draw();
}

function stroked({ kit }: Sheet, paint: Paint, style: Attributes, draw: () => void): void {
  const { stroke = 'none', 'stroke-dasharray': dashes } = style;
  if (stroke === 'none') return;
  paint.setStyle(kit.PaintStyle.Stroke);
  paint.setColor(kit.Color(...colourOf(stroke)));
  paint.setStrokeWidth(numberOf(style['stroke-width'] ?? '1'));
  paint.setStrokeMiter(limitOf(style));
  paint.setStrokeJoin(isRound(style) ? kit.StrokeJoin.Round : kit.StrokeJoin.Miter);
  const dash = dashes === undefined ? null : kit.PathEffect.MakeDash(dashes.split(' ').map(numberOf));
  paint.setPathEffect(dash);
  draw();
  paint.setPathEffect(null);
  dash?.delete();
}
