import { around, edged, placed, type Box } from './box.ts';
import { inked, numberOf } from './paint.ts';
import type { Sheet } from './sheet.ts';
import type { Attributes, Element } from './svg.ts';

/** Words of one style, set from x on; without kerning, so that a letter looks the same whichever others are there. */
interface Run {
  readonly style: Attributes;
  readonly words: string;
}

/** A line of text: words, and in it words of another style. */
export function drawText(sheet: Sheet, text: Element, style: Attributes): void {
  const runs = trimmed(runsOf(text, style)).map((run) => set(sheet, run));
  const width = runs.reduce((sum, run) => sum + run.width, 0);
  let x = numberOf(text.attributes['x'] ?? '0') - width * (ANCHORED[style['text-anchor'] ?? 'start'] ?? 0);
  const y = lengthOf(text.attributes['y'] ?? '0', sizeOf(style));
  for (const run of runs) {
    inked(sheet.kit, seen(sheet, run.style, placed(run.box, x, y)), (paint) => {
      sheet.canvas.drawGlyphs(run.glyphs, run.places, x, y, run.font, paint);
    });
    x += run.width;
  }
}

/**
 * A halo of the paper's colour is seen only where something lies under it, which is seldom; drawn everywhere, it would take a
 * quarter of the time of a picture.
 */
function seen({ paper, isBare }: Sheet, style: Attributes, box: Box): Attributes {
  if (style['paint-order'] !== 'stroke' || style['stroke'] !== paper) return style;
  return isBare(edged(box, numberOf(style['stroke-width'] ?? '1') / 2)) ? { ...style, stroke: 'none' } : style;
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
  const glyphs: number[] = [];
  const places: number[] = [];
  let width = 0;
  let box: Box = [0, 0, 0, 0];
  for (const letter of words) {
    const { id, advance, box: own } = face.glyph(letter);
    if (id === 0) throw new Error(`the font lacks “${letter}”`);
    glyphs.push(id);
    places.push(width, 0);
    box = around(box, placed(own, width, 0, size));
    width += advance * size;
  }
  return { style, font: face.sized(size), glyphs, places, width, box };
}

const sizeOf = (style: Attributes): number => numberOf(style['font-size'] ?? '16');

const lengthOf = (length: string, size: number): number =>
  length.endsWith('em') ? numberOf(length.slice(0, -2)) * size : numberOf(length);
