import type { Indicator } from '../domain/indicator.ts';
import { panelsOf, type Group, type Row } from '../domain/issue.ts';
import { isNumeric, type NumericObservation } from '../domain/observation.ts';
import { spell } from '../wording/phrase.ts';
import { axisOf, type Axis } from './parts/axis.ts';
import { heading } from './parts/heading.ts';
import { keyBlock } from './parts/key.ts';
import { placeLabels, textShape, type Style, type Wish } from './parts/label.ts';
import { direction, extent, lookOf, nest, pointOf, pointShapes, rise, type Point } from './parts/point.ts';
import { frontier, sinceBaseline, toTarget, unmarked } from './parts/remark.ts';
import { draw, shift, stack, type Block, type Shape } from './draw/scene.ts';
import { measure, wrap } from './draw/measure.ts';
import { EXPECTED_STEM, LEADING, LOOKS, PAGES, STEM, type Page, type Size } from './draw/theme.ts';

/** Px left of zero: room for half a mark. */
const LEFT = 12;
const ROW_GAP = 24;

const PANEL_GAP = 32;

/** All indicators of a group, one a row in the bulletin's order, on one axis; of several units a panel each. */
export function comparisonChart(
  group: Group,
  indicators: ReadonlyMap<string, Indicator>,
  size: Size,
  label: string,
): string {
  const page = PAGES[size];
  const all = group.rows.flatMap(numbersOf);
  const panels = panelsOf(group).map((panel) => drawPanel(panel, indicators, page));
  return draw(stack([keyBlock(group.columns, all, page), stack(panels, PANEL_GAP)], 6), page.width, label);
}

/** Rows of one unit under their axis. */
function drawPanel(panel: Group, indicators: ReadonlyMap<string, Indicator>, page: Page): Block {
  const rows = panel.rows.map((row) => ({ row, numbers: numbersOf(row) }));
  const all = rows.flatMap(({ numbers }) => numbers);
  const registered = panel.rows.flatMap((row) => indicators.get(row.indicator) ?? []);
  const axis = fit(
    rows.map(({ numbers }) => numbers),
    (from, to) => axisOf({ numbers: all, indicators: registered, unit: panel.units[0] ?? '' }, page, from, to),
    {
      from: LEFT,
      to: Math.round(page.width - margin(all, page)),
      width: page.width,
    },
  );
  const drawn = rows.map(({ row, numbers }) => drawRow(row, numbers, panel, axis, page));
  const measured = panel.kind === 'area' ? [heading(panel.columns[0]?.label ?? '', [], page, page.width)] : [];
  return stack([...measured, ...(all.length > 0 ? [axis.head] : []), stack(drawn, ROW_GAP)], 8);
}

/** Every number of a row but baselines that are not compared. */
const numbersOf = (row: Row): NumericObservation[] =>
  ORDER.flatMap((role) =>
    role === 'target'
      ? row.all.filter(({ column }) => column.role === role).map(({ o }) => o)
      : (row.cells[role] ?? []),
  ).filter(isNumeric);

/** Of two marks at one place the earlier lies on top; of two labels that want one place the earlier gets it. */
const ORDER = ['achieved', 'baseline', 'target', 'frontier'] as const;

/** An axis as long as the drawing allows: marks that nest or bear arrowheads at its ends stay inside. */
function fit(
  rows: readonly (readonly NumericObservation[])[],
  build: (from: number, to: number) => Axis,
  room: Room,
): Axis {
  const axis = build(room.from, room.to);
  const edges = rows.flatMap((numbers) => nest(numbers.map((o) => pointOf(o, axis.apply))).flatMap(extent));
  const [left, right] = [Math.max(0, -Math.min(...edges)), Math.max(0, Math.max(...edges) - room.width)];
  if (left === 0 && right === 0) return axis;
  return fit(rows, build, { ...room, from: Math.ceil(room.from + left), to: Math.floor(room.to - right) });
}

interface Room {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** To the right of the axis: room for the value of a mark at its end, but never more than a quarter of the width. */
function margin(all: readonly NumericObservation[], page: Page): number {
  const ends = all.filter(({ role }) => role === 'achieved' || role === 'baseline');
  const widest = Math.max(0, ...ends.map((o) => wide(spell(o), valueStyle(o, page))));
  return Math.max(LEFT, Math.min(widest + 16, page.width / 4));
}

const wide = (words: string, { size, weight }: Style): number => measure(words, size, weight);

function drawRow(row: Row, numbers: readonly NumericObservation[], panel: Group, axis: Axis, page: Page): Block {
  // Without a target the distance from the baseline says how far it came.
  const remark = isNumeric(row.cells.target) ? toTarget(row) : sinceBaseline(row);
  const head = heading(labelIn(panel, row), remark ? [remark] : [], page, page.width);
  const points = nest(numbers.map((o) => pointOf(o, axis.apply)));
  const note: Style = { size: page.note, weight: 400, ink: 'muted' };
  const wishes = [
    ...numbers.map((o, i) => wish(o, points, i, mixedLevels(numbers), page)),
    ...unmarked(row, panel.columns).map((words): Wish => ({
      text: words,
      style: note,
      mark: [0, 0],
      spots: ['start', 'end'],
    })),
  ];
  const fits = (w: Wish): boolean => numbers.length > 0 && wide(w.text, w.style) <= page.width;
  const below = linesBelow(
    wishes.filter((w) => !fits(w)),
    page.width,
  );
  const track = numbers.length > 0 ? drawTrack(points, wishes.filter(fits), axis, page) : { height: 0, shapes: [] };
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

function drawTrack(points: readonly Point[], wishes: readonly Wish[], axis: Axis, page: Page): Block {
  const stem = stemOf(points);
  const obstacles = [...points.map(extent), ...(stem ? [[stem.x1, stem.x2] as const] : [])];
  const labels = placeLabels(wishes, obstacles, page.width);
  const tall = Math.max(13, ...points.map(rise));
  const y = LEADING * labels.above + tall;
  return {
    height: y + tall + LEADING * labels.below,
    shapes: [
      ...axis.grid(y, 13),
      ...shift(stem ? [stem] : [], y),
      ...points.flatMap((point) => pointShapes(point, y)),
      ...labels.shapes(y, tall),
    ],
  };
}

/** Where a stem leaves a mark: at its centre, at the end of a range, beyond its arrowhead. */
const after = (p: Point): number => (direction(p.comparator) > 0 ? extent(p)[1] : p.upper);
const before = (p: Point): number => (direction(p.comparator) < 0 ? extent(p)[0] : p.x);

/** From the baseline to what is reached. */
function stemOf(points: readonly Point[]): (Shape & { kind: 'line' }) | undefined {
  const from = points.find((p) => p.look === 'baseline');
  const to = points.find((p) => p.look === 'achieved' || p.look === 'expected');
  if (!from || !to) return undefined;
  const [x1, x2] = from.upper <= to.x ? [after(from), before(to)] : [after(to), before(from)];
  if (x1 >= x2) return undefined;
  return { kind: 'line', layer: 'stem', paint: to.look === 'expected' ? EXPECTED_STEM : STEM, x1, x2, y1: 0, y2: 0 };
}

/** The outer ends of the dumbbell carry their values outside, a target below itself, a frontier above. */
function wish(o: NumericObservation, points: readonly Point[], i: number, levels: boolean, page: Page): Wish {
  const mark = points[i] as Point;
  const other = points.find((p) => p !== mark && ['baseline', 'achieved', 'expected'].includes(p.look));
  const words = `${levels && o.level ? o.level : ''}${valueWords(o)}`;
  const right = !other || mark.x === other.x ? mark.look !== 'baseline' : mark.x > other.x;
  return { text: words, style: valueStyle(o, page), mark: extent(mark), spots: spotsOf(o, right) };
}

function spotsOf({ role }: NumericObservation, right: boolean): Wish['spots'] {
  if (role === 'target') return ['below'];
  if (role === 'frontier') return ['above', 'below'];
  return [right ? 'right' : 'left', 'above', 'below'];
}

/** A value as it stands at its mark: the key names the ends of the dumbbell, the others name themselves. */
function valueWords(o: NumericObservation): string {
  if (o.role === 'target') return `目标${spell(o)}`;
  if (o.role === 'frontier') return `${frontier(o)}${spell(o)}`;
  return spell(o);
}

const mixedLevels = (cells: readonly NumericObservation[]): boolean =>
  new Set(cells.flatMap((o) => o.level ?? [])).size > 1;

function valueStyle(o: NumericObservation, page: Page): Style {
  if (o.role === 'achieved') return { size: page.strong, weight: 700, ink: 'achieved' };
  return { size: o.role === 'baseline' ? page.value : page.note, weight: 400, ink: LOOKS[lookOf(o)].ink };
}
