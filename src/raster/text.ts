import { around, placed, type Box } from './box.ts';
import { numberOf } from './number.ts';
import { inked, reachOf } from './paint.ts';
import type { Sheet } from './sheet.ts';
import type { Spot } from './spot.ts';
import { stamp, stampsOf, standing } from './stamp.ts';
import { stretch } from './stretch.ts';
import type { Attributes, Element } from './svg.ts';

/** Words of one style, set from x on; without kerning, so that a letter looks the same whichever others are there. */
interface Run {
  readonly style: Attributes;
  readonly words: string;
}

/** A line of text: words, and in it words of another style. */
export function drawText(sheet: Sheet, text: Element, style: Attributes, spot: Spot): void {
  const runs = trimmed(runsOf(text, style)).map((run) => set(sheet, run));
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  let x = numberOf(text.attributes['x'] ?? '0') - width * (ANCHORED[style['text-anchor'] ?? 'start'] ?? 0);
  const y = lengthOf(text.attributes['y'] ?? '0', sizeOf(style));
  const line = runs.map((run): Placed => {
    const { scale } = spot;
    const start = { x: spot.x + x * scale, y: spot.y + y * scale, scale };
    x += run.width;
    return { ...run, start };
  });
  const draw = line.every((run) => isStampable(sheet, run)) ? stamped : painted;
  for (const run of line) draw(sheet, run);
}

type Placed = ReturnType<typeof set> & { readonly start: Spot };

/**
 * Words alone on paper are stamped, in a tenth of the time. A halo of the paper's colour is seen only where something lies under
 * it.
 */
function isStampable(sheet: Sheet, { style, box, start }: Placed): boolean {
  const { stroke = 'none', fill } = style;
  const isHalo = stroke === sheet.paper && style['paint-order'] === 'stroke';
  if (fill === 'none' || !(stroke === 'none' || isHalo)) return false;
  return sheet.isBare(reachOf(sheet, style, start, box));
}

function stamped(sheet: Sheet, { style, face, letters, box, start }: Placed): void {
  const { cells } = sheet;
  const stamps = stampsOf(sheet, face, sizeOf(style) * start.scale);
  const ink = sheet.inkOf(style['fill'] ?? '#000000');
  for (const { letter, place } of letters) {
    const at = standing(start, place);
    stamp(cells, stamps(letter, at.phase), at, ink);
  }
  stretch(cells.stamped, reachOf(sheet, style, start, box));
}

function painted(sheet: Sheet, { style, face, letters, box, start }: Placed): void {
  const glyphs = letters.map(({ letter }) => face.glyph(letter).id);
  const places = letters.flatMap(({ place }) => [place, 0]);
  const font = face.sized(sizeOf(style));
  inked(sheet, style, start, {
    box,
    draw: (canvas, paint) => {
      canvas.drawGlyphs(glyphs, places, 0, 0, font, paint);
    },
  });
}

const runsOf = ({ children }: Element, style: Attributes): Run[] =>
  children.flatMap((child) =>
    typeof child === 'string' ? [{ style, words: child }] : runsOf(child, { ...style, ...child.attributes }),
  );

/** How much of it stands before x. */
const ANCHORED: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

/** Space at either end of a text is not drawn. */
const trimmed = (runs: readonly Run[]): Run[] =>
  runs.map(({ style, words }, i) => {
    const started = i === 0 ? words.replace(/^ /, '') : words;
    return { style, words: i === runs.length - 1 ? started.replace(/ $/, '') : started };
  });

function set({ regular, bold }: Sheet, { style, words }: Run) {
  const size = sizeOf(style);
  const face = numberOf(style['font-weight'] ?? '400') >= 600 ? bold : regular;
  let width = 0;
  let box: Box = [0, 0, 0, 0];
  const letters = [...words].map((letter) => {
    const { id, advance, box: own } = face.glyph(letter);
    if (id === 0) throw new Error(`the font lacks “${letter}”`);
    const place = width;
    box = around(box, placed(own, { x: place, y: 0, scale: size }));
    width += advance * size;
    return { letter, place };
  });
  return { style, face, letters, width, box };
}

const sizeOf = (style: Attributes): number => numberOf(style['font-size'] ?? '16');

const lengthOf = (length: string, size: number): number =>
  length.endsWith('em') ? numberOf(length.slice(0, -2)) * size : numberOf(length);
