import type { Indicator } from '../domain/indicator.ts';
import { isExpected } from '../domain/observation.ts';
import { lowerOf } from '../domain/quantity.ts';
import type { Trend } from '../domain/trend.ts';
import { outcomeOf, type TrendPoint } from '../domain/trend-point.ts';
import { spell } from '../wording/phrase.ts';
import { bulletinsOf } from '../wording/trend-finding.ts';
import { callouts } from './parts/callout.ts';
import type { Callout, Side } from './parts/callout-spot.ts';
import type { Domain } from './parts/domain.ts';
import type { Segment } from './parts/geometry.ts';
import { textShape, type Style } from './parts/label.ts';
import { periodsOf } from './parts/periods.ts';
import { lookOf, nest, pointIn, pointOf, type Point } from './parts/point.ts';
import { stripBlock } from './parts/strip.ts';
import { goalRows } from './goal-rows.ts';
import type { TimeAxis } from './parts/time-axis.ts';
import { uprightBox, uprightShapes, type Box } from './parts/upright.ts';
import { scaleOf, type ValueScale } from './parts/value-scale.ts';
import { yearsOf } from './parts/years.ts';
import { shift, stack, type Block, type Shape } from './draw/scene.ts';
import { measure, wrap } from './draw/measure.ts';
import { EXPECTED_STEM, HAIR, ink, LEADING, LOOKS, STEM, type Look, type Page } from './draw/theme.ts';

const EDGE = 14;
const BREAK_LINE = 20;
/** More labels would be a second table. */
const MOST_LABELS = 48;
/** Px of the axis; a plot grows until its labels have room. */
const HEIGHTS = { one: [1, 1.4, 1.8], several: [0.6, 0.85, 1.1] } as const;

interface Mark {
  readonly p: TrendPoint;
  readonly point: Point;
  readonly x: number;
}

/** What a plot is drawn of. */
interface Plot {
  readonly trend: Trend;
  readonly page: Page;
  readonly scale: ValueScale;
  readonly time: TimeAxis;
}

interface Plotted {
  readonly block: Block;
  /** Numbers whose labels found no place. */
  readonly left: readonly TrendPoint[];
}

/** One course of an indicator. @param panels how many stand in the drawing */
export function plot(trend: Trend, domain: Domain, indicator: Indicator, page: Page, panels: number): Block {
  const least = page.beside ? 250 : 220;
  const few = trend.values.length + trend.targets.length <= MOST_LABELS;
  const heights = HEIGHTS[panels > 1 ? 'several' : 'one'].slice(0, few ? undefined : 1);
  const drawn = (tall: number): Plotted => {
    const scale = scaleOf(domain, indicator.unit, Math.round(least * tall), page);
    return plotted({ trend, page, scale, time: timeAxis(trend, scale, page) });
  };
  const [first, ...taller] = heights;
  const best = taller.reduce((one, tall) => (one.left.length === 0 ? one : drawn(tall)), drawn(first!));
  return stack([best.block, leftOver(best.left, few, page)]);
}

function timeAxis({ values, targets, gaps, kind }: Trend, scale: ValueScale, page: Page): TimeAxis {
  const marks = [...values, ...targets];
  return (kind === 'year' ? yearsOf : periodsOf)(marks, gaps, scale.left + EDGE, page.width - EDGE, page);
}

/** Numbers that found no place beside their marks, in words. */
function leftOver(left: readonly TrendPoint[], few: boolean, page: Page): Block {
  if (left.length === 0) return { height: 0, shapes: [] };
  const said = few
    ? `图上标不下的数：${left
        .toSorted((a, b) => a.at - b.at)
        .map((p) => `${p.period.label}${nameOf(p)}${spell(p.o)}`)
        .join('，')}。`
    : '记号较多，图上只标出一部分，所有的数见表。';
  const lines = wrap(said, page.width, page.note);
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  return {
    height: 6 + LEADING * lines.length,
    shapes: lines.map((line, i) => textShape(line, 0, 6 + LEADING * (i + 0.5), 'start', style)),
  };
}

const nameOf = ({ o, setter }: TrendPoint): string => {
  if (o.role === 'target') return `${setter ?? ''}目标`;
  return o.role === 'baseline' ? '基期' : '';
};

function plotted(drawing: Plot): Plotted {
  const { trend, page, scale, time } = drawing;
  const breaks = breakLines(trend, time.apply, page, scale.left);
  const bottom = breaks.height + scale.height;
  const marks = marksOf(drawing, breaks.height);
  const lines = linesOf(drawing, breaks.height);
  const hairs = breaks.places.map(({ x, y }) => hair(x, y, bottom));
  const boxes = marks.map(({ point, x }) => ({ ...uprightBox(point, x), ink: LOOKS[point.look].ink }));
  // Where the targets stand in rows of their own, their marks need no labels.
  const strip = stripBlock(goalRows(trend, time.apply, page), scale.left, page);
  const labelled = marks
    .map((mark, i) => ({ mark, box: boxes[i]! }))
    .filter(({ mark: { p } }) => !strip || p.o.role !== 'target')
    .toSorted((a, b) => urgency(a.mark) - urgency(b.mark));
  const room: Box = { x1: scale.left, x2: page.width, y1: breaks.height, y2: bottom };
  const wanted = labelled
    .slice(0, MOST_LABELS)
    .map(({ mark, box }) => ({ mark, wish: wish(mark, marks, box, trend, page) }));
  const labels = callouts(
    wanted.map((w) => w.wish),
    boxes,
    lines,
    hairs,
    room,
  );
  const missing = [...wanted.filter((w) => labels.left.includes(w.wish)), ...labelled.slice(MOST_LABELS)];
  return {
    left: missing.map(({ mark }) => mark.p),
    block: {
      height: bottom + time.foot.height + (strip?.height ?? 0),
      shapes: [
        ...shift(scale.shapes, breaks.height),
        ...shift(time.foot.shapes, bottom),
        ...shift(strip?.shapes ?? [], bottom + time.foot.height),
        ...breaks.labels,
        ...hairs,
        ...lines,
        ...marks.toReversed().flatMap(({ point, x }) => uprightShapes(point, x)),
        ...labels.shapes,
      ],
    },
  };
}

function marksOf({ trend, scale, time }: Plot, top: number): Mark[] {
  const y = (value: number): number => top + scale.apply(value);
  // Marks of neighbouring times stand apart.
  const fit = Math.min(1, Math.max(0.6, time.band / 30));
  const all = [...trend.values, ...trend.targets].toSorted(onTop);
  return [...Map.groupBy(all, ({ at }) => at).values()].flatMap((column) =>
    nest(column.map((p) => pointAt(p, y, scale.reversed)).map((point) => ({ ...point, r: point.r * fit }))).map(
      (point, i): Mark => ({ p: column[i]!, point, x: time.apply(column[i]!.at) }),
    ),
  );
}

const pointAt = (p: TrendPoint, y: (value: number) => number, reversed: boolean): Point =>
  pointIn(pointOf(p.o, y, reversed), isMissed(p));

/** Whether it is what was reached, and a target was missed by it. */
export const isMissed = (p: TrendPoint): boolean => p.o.role === 'achieved' && outcomeOf(p) === 'missed';

const linesOf = ({ trend, scale, time }: Plot, top: number): (Shape & Segment)[] =>
  trend.lines.map(({ from, to }): Shape & Segment => {
    const [a, b] = [from, to].map(({ at, o }) => ({
      x: time.apply(at),
      y: top + scale.apply(Number(lowerOf(o.quantity))),
    })) as [{ x: number; y: number }, { x: number; y: number }];
    const paint = isExpected(to.o) ? EXPECTED_STEM : STEM;
    return { kind: 'line', layer: 'stem', paint, x1: a.x, y1: a.y, x2: b.x, y2: b.y };
  });

const hair = (x: number, y1: number, y2: number): Shape & Segment => ({
  kind: 'line',
  layer: 'grid',
  paint: { ...HAIR, stroke: ink('muted') },
  x1: x,
  x2: x,
  y1,
  y2,
});

/** Each change of definition under its own words, a line lower where two would touch. */
function breakLines({ breaks }: Trend, apply: (at: number) => number, page: Page, left: number) {
  const style: Style = { size: page.note, weight: 400, ink: 'ink' };
  const rows: number[] = [];
  const placed = breaks.map(({ at, issue }) => {
    const words = `第${issue}期起口径变更`;
    const half = measure(words, style.size) / 2;
    const x = Math.floor(apply(at)) + 0.5;
    const middle = Math.min(Math.max(x, left + half), page.width - half);
    const free = rows.findIndex((end) => end + 12 <= middle - half);
    const row = free < 0 ? rows.length : free;
    rows[row] = middle + half;
    return { x, row, label: textShape(words, middle, BREAK_LINE * (row + 0.5), 'middle', style) };
  });
  return {
    height: BREAK_LINE * rows.length,
    labels: placed.map(({ label }) => label),
    places: placed.map(({ x, row }) => ({ x, y: BREAK_LINE * (row + 1) - 1 })),
  };
}

const ORDER: readonly Look[] = ['expected', 'missed', 'achieved', 'target', 'baseline', 'frontier'];

/** Of two marks at one place the earlier lies on top, as the layers have it. */
const onTop = (a: TrendPoint, b: TrendPoint): number => ORDER.indexOf(lookOf(a.o)) - ORDER.indexOf(lookOf(b.o));

/** What puts a role behind all years of those before it. */
const LATE: Readonly<Partial<Record<Point['look'], number>>> = { baseline: 1e3, target: 1e6 };

/** The newest value, then the oldest, then the others back in time; targets last. */
function urgency({ p, point }: Mark): number {
  return (LATE[point.look] ?? 0) - p.at;
}

function wish({ p, point, x }: Mark, marks: readonly Mark[], box: Callout['mark'], trend: Trend, page: Page): Callout {
  const beside = marks.filter((m) => m.x === x && m.point !== point);
  const above = beside.some((m) => m.point.x < point.x);
  const below = beside.some((m) => m.point.x > point.x);
  const all = [...trend.values, ...trend.targets];
  const levels = new Set(all.flatMap(({ o }) => o.level ?? [])).size > 1;
  const setter = new Set(trend.targets.map((t) => t.setter)).size > 1 ? (p.setter ?? '') : '';
  const words = `${levels && p.o.level ? p.o.level : ''}${p.o.role === 'target' ? `${setter}目标` : ''}${spell(p.o)}`;
  const texts = trend.contested.has(p) ? [words + bulletinsOf(p), words] : [words];
  return { texts, style: styleOf(p, page), mark: box, sides: sidesOf(above, below) };
}

/** @param above,below whether another mark of the same time lies there */
function sidesOf(above: boolean, below: boolean): readonly Side[] {
  if (above && below) return ['right', 'left', 'above', 'below'];
  return above ? ['below', 'right', 'left', 'above'] : ['above', 'below', 'right', 'left'];
}

function styleOf({ o }: TrendPoint, page: Page): Style {
  if (o.role === 'achieved') return { size: page.strong, weight: 700, ink: 'achieved' };
  return { size: o.role === 'baseline' ? page.value : page.note, weight: 400, ink: LOOKS[lookOf(o)].ink };
}
