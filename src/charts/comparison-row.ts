import { type Group, type Row } from '../domain/issue.ts';
import { isNumeric, type NumericObservation } from '../domain/observation.ts';
import { isNotComputable } from '../domain/quantity.ts';
import { spell } from '../wording/phrase.ts';
import { targetNames } from '../wording/target-finding.ts';
import type { Axis } from './parts/axis.ts';
import { heading } from './parts/heading.ts';
import { placeLabels, textShape, type Style, type Wish } from './parts/label.ts';
import {
  direction,
  extent,
  lookOf,
  isReached,
  nest,
  pointIn,
  pointOf,
  pointShapes,
  reach,
  rise,
  type Point,
} from './parts/point.ts';
import { frontier, isOnAxis, sinceBaseline, toTarget, unmarked } from './parts/remark.ts';
import { shift, stack, type Block, type Shape } from './draw/scene.ts';
import { measure, wrap } from './draw/measure.ts';
import { EXPECTED_STEM, LEADING, LOOKS, STEM, type Page } from './draw/theme.ts';

/** A number of a row, and what a target is called: by who set it, where there are several. */
export interface RowNumber {
  readonly o: NumericObservation;
  readonly name: string;
  /** Whether it is what missed the target. */
  readonly missed: boolean;
}

/** Of two marks at one place the earlier lies on top; of two labels that want one place the earlier gets it. */
const ORDER = ['achieved', 'baseline', 'target', 'frontier'] as const;

/** Every number of a row that has a place on its axis, but baselines that are not compared. */
export function numbersOf(row: Row): RowNumber[] {
  const targets = row.all.filter(({ column }) => column.role === 'target');
  const names = targetNames({ columns: targets.map(({ column }) => column) });
  const named = targets.map(({ o }, i) => ({ o, name: targets.length > 1 ? names[i]! : '目标' }));
  return ORDER.flatMap((role) => {
    if (role === 'target') return named;
    const o = row.cells[role];
    return o ? [{ o, name: '' }] : [];
  }).flatMap(({ o, name }) => (isNumeric(o) && isOnAxis(o) ? [{ o, name, missed: isMissedBy(o, row) }] : []));
}

const isMissedBy = (o: NumericObservation, { comparison }: Row): boolean =>
  o.role === 'achieved' && comparison.outcome === 'missed';

/** A number's mark, and px from the track where it would touch another. */
interface Mark {
  readonly number: RowNumber;
  readonly point: Point;
  readonly dy: number;
}

/** Marks that would touch are drawn apart: the baseline above the track, a frontier below. Of equal numbers one surrounds the other. */
export function marksOf(numbers: readonly RowNumber[], axis: Pick<Axis, 'apply'>): Mark[] {
  const points = nest(
    numbers.map(({ o, missed }) => pointIn(pointOf(o, axis.apply), missed)),
    SAME,
  );
  return points.map((point, i) => ({ number: numbers[i]!, point, dy: offTrack(point, points.slice(0, i)) }));
}

/** Centres nearer than this are one place. */
const SAME = 1;

function offTrack(point: Point, earlier: readonly Point[]): number {
  if (point.look !== 'baseline' && point.look !== 'frontier') return 0;
  const touched = earlier.filter(
    (p) => p.look !== 'target' && Math.abs(p.x - point.x) >= SAME && touch(extent(p), extent(point)),
  );
  const apart = Math.max(0, ...touched.map((p) => reach(p) + reach(point) + 2));
  return point.look === 'baseline' ? -apart : apart;
}

const touch = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean => a < d + 1 && c < b + 1;

export const measureIn = (words: string, { size, weight }: Style): number => measure(words, size, weight);

/** An indicator or area: its name, what is remarked of it, its marks on the axis with their values, and what has no mark. */
export function drawRow(row: Row, numbers: readonly RowNumber[], panel: Group, axis: Axis, page: Page): Block {
  // Without a target the distance from the baseline says how far it came.
  const remark = isNumeric(row.cells.target) ? toTarget(row) : sinceBaseline(row);
  const head = heading(labelIn(panel, row), remark ? [remark] : [], page, page.width);
  const marks = marksOf(numbers, axis);
  const note: Style = { size: page.note, weight: 400, ink: 'muted' };
  // Nothing else may take the line below a lowered mark.
  const wishes = [
    ...[...marks.filter(isLowered), ...marks.filter((mark) => !isLowered(mark))].map((mark) => wish(mark, marks, page)),
    ...unmarked(row, panel.columns).map((words): Wish => ({
      text: words,
      style: note,
      mark: [0, 0],
      spots: ['start', 'end'],
    })),
  ];
  const fits = (w: Wish): boolean => numbers.length > 0 && measureIn(w.text, w.style) <= page.width;
  const below = linesBelow(
    wishes.filter((w) => !fits(w)),
    page.width,
  );
  const track = numbers.length > 0 ? drawTrack(row, marks, wishes.filter(fits), axis, page) : { height: 0, shapes: [] };
  return stack([head, stack([track, below])], numbers.length > 0 ? 7 : 2);
}

/** What tells a row from the others: its indicator, its area, or both. */
function labelIn({ rows }: Group, { name, area }: Row): string {
  if (area === null) return name;
  return rows.every((row) => row.name === name) ? area : `${name}（${area}）`;
}

/** Words under the row, wrapped. */
function linesBelow(wishes: readonly Wish[], width: number): Block {
  const parts = wishes.flatMap((w) =>
    wrap(w.text, width, w.style.size, w.style.weight).map((line) => ({ line, style: w.style })),
  );
  const shapes = parts.map(({ line, style }, i) => textShape(line, 0, LEADING * (i + 0.5), 'start', style));
  return { height: LEADING * parts.length, shapes };
}

function drawTrack(row: Row, marks: readonly Mark[], wishes: readonly Wish[], axis: Axis, page: Page): Block {
  const stem = isNotComputable(row.comparison.change) ? undefined : stemOf(marks);
  const onTrack = marks.filter(({ dy }) => dy === 0).map(({ point }) => extent(point));
  const labels = placeLabels(wishes, [...onTrack, ...(stem ? [[stem.x1, stem.x2] as const] : [])], page.width);
  const tall = Math.max(13, ...marks.map(({ point, dy }) => rise(point) + Math.abs(dy)));
  const y = LEADING * labels.above + tall;
  return {
    height: y + tall + LEADING * labels.below,
    shapes: [
      ...axis.grid(y, 13),
      ...shift(stem ? [stem] : [], y),
      ...marks.flatMap(({ point, dy }) => pointShapes(point, y + dy)),
      ...labels.shapes(y, tall),
    ],
  };
}

/** Where a stem leaves a mark: at its centre, at the end of a range, beyond its arrowhead. */
const after = (p: Point): number => (direction(p.comparator) > 0 ? extent(p)[1] : p.upper);
const before = (p: Point): number => (direction(p.comparator) < 0 ? extent(p)[0] : p.x);

/** From the baseline to what is reached; none where the two touch and are drawn apart. A change that nobody can compute is not drawn either. */
function stemOf(marks: readonly Mark[]): (Shape & { kind: 'line' }) | undefined {
  const from = marks.find(({ point, dy }) => point.look === 'baseline' && dy === 0)?.point;
  const to = marks.find(({ point }) => isReached(point.look))?.point;
  if (!from || !to) return undefined;
  const [x1, x2] = from.upper <= to.x ? [after(from), before(to)] : [after(to), before(from)];
  if (x1 >= x2) return undefined;
  return { kind: 'line', layer: 'stem', paint: to.look === 'expected' ? EXPECTED_STEM : STEM, x1, x2, y1: 0, y2: 0 };
}

/** The outer ends of the dumbbell carry their values outside, a target below itself, a frontier and a raised mark above. */
function wish(mark: Mark, marks: readonly Mark[], page: Page): Wish {
  const { point, number } = mark;
  const { o } = number;
  const other = marks.find((m) => m !== mark && (m.point.look === 'baseline' || isReached(m.point.look)))?.point;
  const words = wordsOf(
    number,
    marks.map((m) => m.number),
  );
  const right = !other || point.x === other.x ? point.look !== 'baseline' : point.x > other.x;
  return { text: words, style: valueStyle(o, page), mark: extent(point), spots: spotsOf(mark, right, marks) };
}

const isRaised = ({ dy }: Mark): boolean => dy < 0;
const isLowered = ({ dy }: Mark): boolean => dy > 0;

/** The line above a raised mark is its own, as is the one below a lowered one: another value there would be read as its. */
function spotsOf(mark: Mark, right: boolean, marks: readonly Mark[]): Wish['spots'] {
  const { number } = mark;
  const above: Wish['spots'] = marks.some(isRaised) ? [] : ['above'];
  if (isRaised(mark)) return ['above'];
  if (number.o.role === 'target' || isLowered(mark)) return ['below'];
  if (number.o.role === 'frontier') return [...above, 'below'];
  const [side, other] = right ? (['right', 'left'] as const) : (['left', 'right'] as const);
  return marks.some(isLowered) ? [side, ...above, other] : [side, ...above, 'below'];
}

/** What stands at a number's mark; its level where those of the row differ. */
export function wordsOf(number: RowNumber, row: readonly RowNumber[]): string {
  const mixed = new Set(row.flatMap(({ o }) => o.level ?? [])).size > 1;
  return `${(mixed && number.o.level) || ''}${valueWords(number)}`;
}

/** A value as it stands at its mark: the key names the ends of the dumbbell, the others name themselves. */
function valueWords({ o, name }: RowNumber): string {
  if (o.role === 'target') return `${name}${spell(o)}`;
  if (o.role === 'frontier') return `${frontier(o)}${spell(o)}`;
  return spell(o);
}

export function valueStyle(o: NumericObservation, page: Page): Style {
  if (o.role === 'achieved') return { size: page.strong, weight: 700, ink: 'achieved' };
  return { size: o.role === 'baseline' ? page.value : page.note, weight: 400, ink: LOOKS[lookOf(o)].ink };
}
