import type { Column } from '../../domain/issue.ts';
import type { NumericObservation } from '../../domain/observation.ts';
import { comparatorOf } from '../../domain/quantity.ts';
import { textShape, type Style } from './label.ts';
import { arrow, direction, isRough, lookOf, pointShapes, type Point } from './point.ts';
import { shift, type Block, type Shape } from '../draw/scene.ts';
import { measure, wrap } from '../draw/measure.ts';
import { EXPECTED_STEM, ink, LOOKS, rough, type Look, type Page } from '../draw/theme.ts';
import { uprightArrow, uprightShapes } from './upright.ts';

interface Item {
  /** Px the sign takes, its left edge at 0. */
  readonly wide: number;
  readonly sign: readonly Shape[];
  readonly words: string;
}

const LINE = 24;
const MIDDLE = 11;
/** Px from a sign to its words, and from one item to the next. */
const SIGN_GAP = 6;
const ITEM_GAP = 18;

/** A vertical scale, on which more is up or, reversed, down. */
type Upright = 'up' | 'down';

interface KeyOptions {
  readonly upright?: Upright;
  /** Those of the numbers that missed their target. */
  readonly missed?: ReadonlySet<NumericObservation>;
  /** False where arrowheads are told otherwise: at the targets they all point to the better side or from it. */
  readonly bounds?: boolean;
}

const NONE: ReadonlySet<NumericObservation> = new Set();

/**
 * The marks that occur, drawn as they are in the chart, `upright` for a vertical scale, under the bulletin's own column
 * headings. Wraps.
 */
export function keyBlock(
  columns: readonly Column[],
  numbers: readonly NumericObservation[],
  page: Page,
  { upright, missed = NONE, bounds = true }: KeyOptions = {},
): Block {
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const shapes: Shape[] = [];
  let [x, y, height] = [0, 0, 0];
  const looks = new Set(numbers.map((o) => (missed.has(o) ? 'missed' : lookOf(o))));
  for (const { wide, sign, words } of [
    ...roleItems(columns, looks, upright),
    ...(bounds ? comparatorItems(numbers, upright) : []),
  ]) {
    const lines = wrap(words, page.width - wide - SIGN_GAP, page.note);
    const span = wide + SIGN_GAP + Math.max(...lines.map((line) => measure(line, page.note)));
    if (x + span > page.width) [x, y] = [0, height];
    shapes.push(...shift(sign, y + MIDDLE, x));
    shapes.push(...lines.map((line, i) => textShape(line, x + wide + SIGN_GAP, y + MIDDLE + LINE * i, 'start', style)));
    height = Math.max(height, y + LINE * lines.length);
    x += span + ITEM_GAP;
  }
  return { height, shapes };
}

function roleItems(columns: readonly Column[], looks: ReadonlySet<Look>, upright?: Upright): Item[] {
  return columns.flatMap(({ role, label }) => {
    const reached = role === 'achieved' && looks.has('achieved');
    return [
      ...(looks.has(role) ? [roleItem(role, label, upright)] : []),
      ...(role === 'achieved' && looks.has('expected')
        ? [roleItem('expected', reached ? '预计' : `${label}（预计）`, upright)]
        : []),
      ...(role === 'achieved' && looks.has('missed')
        ? [roleItem('missed', reached || looks.has('expected') ? '未达标' : `${label}（未达标）`, upright)]
        : []),
    ];
  });
}

function roleItem(look: Look, words: string, upright?: Upright): Item {
  const r = look === 'target' ? 9 : LOOKS[look].r;
  const at = (x: number): Point => ({ look, x, upper: x, comparator: 'eq', r });
  if (look === 'target' && upright) return { wide: 18, sign: uprightShapes({ ...at(0), x: 0, upper: 0 }, 9), words };
  if (look === 'target') return { wide: 5, sign: pointShapes(at(2.5)), words };
  if (look !== 'expected') return { wide: 16, sign: pointShapes(at(8)), words };
  const stem: Shape = { kind: 'line', layer: 'stem', paint: EXPECTED_STEM, x1: 0, x2: 18, y1: 0, y2: 0 };
  return { wide: 32, sign: [stem, ...pointShapes(at(24))], words };
}

function comparatorItems(numbers: readonly NumericObservation[], upright?: Upright): Item[] {
  const sides = new Set(numbers.map((o) => direction(comparatorOf(o.quantity))));
  const head = (side: -1 | 1): Shape[] => {
    if (!upright) return [arrow(5, 0, side, 5, ink('muted'))];
    return [uprightArrow(5, 0, upright === 'up' ? side : (-side as -1 | 1), 5, ink('muted'))];
  };
  const wide = upright ? 11 : 9;
  const paint = { ...rough('achieved'), stroke: ink('muted') };
  const dotted: Shape = { kind: 'dot', layer: 'achieved', x: 8, y: 0, r: 6, symbol: 'circle', paint };
  return [
    ...(sides.has(1) ? [{ wide, sign: head(1), words: '以上（下限）' }] : []),
    ...(sides.has(-1) ? [{ wide, sign: head(-1), words: '以下（上限）' }] : []),
    ...(numbers.some((o) => isRough(comparatorOf(o.quantity)))
      ? [{ wide: 16, sign: [dotted], words: '概数（约、余、近）' }]
      : []),
  ];
}
