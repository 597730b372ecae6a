import type { Indicator } from '../domain/indicator.ts';
import { isExpected } from '../domain/observation.ts';
import { bulletinsOf } from '../wording/trend-finding.ts';
import { lowerOf } from '../domain/quantity.ts';
import type { Trend, TrendPoint } from '../domain/trend.ts';
import { spell } from '../wording/phrase.ts';
import { domainOf, numbersOf } from './parts/axis.ts';
import { callouts } from './parts/callout.ts';
import type { Callout, Side } from './parts/callout-spot.ts';
import type { Segment } from './parts/geometry.ts';
import { keyBlock } from './parts/key.ts';
import { textShape, type Style } from './parts/label.ts';
import { lookOf, nest, pointOf, type Point } from './parts/point.ts';
import { draw, shift, stack, type Block, type Shape } from './draw/scene.ts';
import { measure } from './draw/measure.ts';
import { EXPECTED_STEM, HAIR, ink, LOOKS, PAGES, STEM, type Page, type Size } from './draw/theme.ts';
import { uprightBox, uprightShapes } from './parts/upright.ts';
import { yearsOf } from './parts/years.ts';

/** Px from the top of the plot to the highest tick: room for a mark there and its value. */
const ROOF = 30;
const EDGE = 14;
const BREAK_LINE = 20;
/** More labels would be a second table. */
const MOST_LABELS = 48;

const TREND_COLUMNS = [
  { role: 'achieved', label: '达到水平', period: null, setter: null },
  { role: 'baseline', label: '基期水平', period: null, setter: null },
  { role: 'target', label: '目标', period: null, setter: null },
] as const;

/** One indicator over the years of all bulletins: time runs to the right, more is up. */
export function trendChart(trend: Trend, indicator: Indicator, size: Size, label: string): string {
  const page = PAGES[size];
  const numbers = [...trend.values, ...trend.targets].map(({ o }) => o);
  return draw(
    stack([keyBlock(TREND_COLUMNS, numbers, page, true), plot(trend, indicator, page)], 8),
    page.width,
    label,
  );
}

interface Mark {
  readonly p: TrendPoint;
  readonly point: Point;
  readonly x: number;
}

function plot(trend: Trend, indicator: Indicator, page: Page): Block {
  const all = [...trend.values, ...trend.targets];
  const scale = scaleOf(all, indicator, page);
  const gaps = [...Map.groupBy(trend.gaps, ({ year }) => year)].map(([year, found]) => ({
    year,
    words: found.at(-1)!.word,
  }));
  const years = yearsOf(
    all.map(({ at }) => at),
    gaps,
    scale.left + EDGE,
    page.width - EDGE,
    page,
  );
  const breaks = breakLines(trend, years.apply, page, scale.left);
  const y = (value: number): number => breaks.height + scale.apply(value);
  const bottom = breaks.height + scale.height;
  // Marks of neighbouring years stand apart.
  const fit = Math.min(1, Math.max(0.6, years.band / 30));
  const marks = [...Map.groupBy(all.toSorted(onTop), ({ at }) => at).values()].flatMap((column) =>
    nest(column.map(({ o }) => pointOf(o, y)).map((point) => ({ ...point, r: point.r * fit }))).map(
      (point, i): Mark => ({ p: column[i]!, point, x: years.apply(column[i]!.at) }),
    ),
  );
  const at = ({ at, o }: TrendPoint): { x: number; y: number } => ({
    x: years.apply(at),
    y: y(Number(lowerOf(o.quantity))),
  });
  const lines = trend.lines.map(({ from, to }): Shape & Segment => {
    const [a, b] = [at(from), at(to)];
    return {
      kind: 'line',
      layer: 'stem',
      paint: isExpected(to.o) ? EXPECTED_STEM : STEM,
      x1: a.x,
      y1: a.y,
      x2: b.x,
      y2: b.y,
    };
  });
  const hairs = breaks.places.map(({ x, y: top }): Shape & Segment => ({
    kind: 'line',
    layer: 'grid',
    paint: { ...HAIR, stroke: ink('muted') },
    x1: x,
    x2: x,
    y1: top,
    y2: bottom,
  }));
  const boxes = marks.map(({ point, x }) => ({ ...uprightBox(point, x), ink: LOOKS[point.look].ink }));
  const wishes = marks
    .map((mark, i) => ({ mark, wish: wish(mark, marks, boxes[i]!, trend, page) }))
    .toSorted((a, b) => urgency(a.mark) - urgency(b.mark));
  const room = { x1: scale.left, x2: page.width, y1: breaks.height, y2: bottom };
  return {
    height: bottom + years.foot.height,
    shapes: [
      ...shift(scale.shapes, breaks.height),
      ...shift(years.foot.shapes, bottom),
      ...breaks.labels,
      ...hairs,
      ...lines,
      ...marks.toReversed().flatMap(({ point, x }) => uprightShapes(point, x)),
      ...callouts(
        wishes.slice(0, MOST_LABELS).map(({ wish }) => wish),
        boxes,
        lines,
        hairs,
        room,
      ),
    ],
  };
}

/** The vertical axis: px from the top of the plot, its hairlines, and labels in a column of their own. */
function scaleOf(points: readonly TrendPoint[], indicator: Indicator, page: Page) {
  const { low, high, step } = domainOf(numbersOf(points.map(({ o }) => o)), indicator.unit, [indicator]);
  const tall = page.beside ? 250 : 220;
  const apply = (value: number): number => ROOF + ((high - value) / (high - low)) * tall;
  const style: Style = { size: page.note, weight: 400, ink: 'muted' };
  const ticks = Array.from({ length: Math.floor((high - low) / step + 1e-9) + 1 }, (_, i) => low + i * step);
  const words = ticks.map((tick, i) =>
    `${Number(tick.toFixed(9))}${i === ticks.length - 1 ? indicator.unit : ''}`.replace('-', '−'),
  );
  const left = Math.ceil(Math.max(...words.map((word) => measure(word, style.size)))) + 8;
  const shapes = ticks.flatMap((tick, i): Shape[] => {
    const y = Math.floor(apply(tick)) + 0.5;
    return [
      { kind: 'line', layer: 'grid', paint: HAIR, x1: left, x2: page.width, y1: y, y2: y },
      textShape(words[i]!, left - 8, y, 'end', style),
    ];
  });
  return { apply, left, shapes, height: Math.floor(apply(low)) + 1 };
}

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

const ORDER = ['expected', 'achieved', 'target', 'baseline', 'frontier'] as const;

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
  const levels = new Set([...trend.values, ...trend.targets].flatMap(({ o }) => o.level ?? [])).size > 1;
  const words = `${levels && p.o.level ? p.o.level : ''}${p.o.role === 'target' ? '目标' : ''}${spell(p.o)}`;
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
