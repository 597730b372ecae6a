import { measure, wrap } from '../draw/measure.ts';
import { shift, stack, type Block, type Shape } from '../draw/scene.ts';
import { HAIR, ink, LEADING, type Page } from '../draw/theme.ts';
import { textShape, type Style } from './label.ts';
import { inLines, type Name } from './lines.ts';

/** A word or number under its time. */
export interface StripCell extends Name {
  readonly style: Style;
  /** In a frame: what a reader must not miss. */
  readonly framed: boolean;
}

export interface StripRow {
  readonly head: string;
  /** From left to right. */
  readonly cells: readonly StripCell[];
}

const MOST_LINES = 3;
const PADDING = 4;
/** Px around the words of a frame. */
const FRAME = { across: 2.5, up: 9 };

/**
 * Rows of words under a plot over time, as of a table, each under its time; words that would touch stand on lines of their
 * own. Undefined where three lines do not hold a row.
 * @param left px of the heads' column
 */
export function stripBlock(rows: readonly StripRow[], left: number, page: Page): Block | undefined {
  const blocks = rows.map((row) => rowBlock(row, left, page));
  return blocks.every((block) => block !== undefined) ? stack(blocks) : undefined;
}

function rowBlock({ head, cells }: StripRow, left: number, page: Page): Block | undefined {
  const placed = inLines(cells, { size: page.note, from: left, most: MOST_LINES, page });
  if (!placed) return undefined;
  const heads = wrap(head, left - 4, page.note);
  const lines = Math.max(heads.length, ...placed.map(({ line }) => line + 1));
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const y = (line: number): number => PADDING + LEADING * (line + 0.5);
  return {
    height: LEADING * lines + 2 * PADDING,
    shapes: [
      { kind: 'line', layer: 'grid', paint: HAIR, x1: 0, x2: page.width, y1: 0.5, y2: 0.5 },
      ...heads.map((words, i) => textShape(words, 0, y(i), 'start', style)),
      ...placed.flatMap(({ name, middle, line }) => shift(cellShapes(name), y(line), middle)),
    ],
  };
}

function cellShapes({ words, style, framed }: StripCell): Shape[] {
  const text = textShape(words, 0, 0, 'middle', style);
  if (!framed) return [text];
  const half = measure(words, style.size, style.weight) / 2 + FRAME.across;
  const paint = { fill: 'none', stroke: ink('muted'), strokeWidth: 1.5 };
  return [{ kind: 'bar', layer: 'grid', paint, x1: -half, x2: half, y1: -FRAME.up, y2: FRAME.up, rx: 0 }, text];
}
