import type { Indicator } from '../domain/indicator.ts';
import { cellIn, type Column, type Group, type Row } from '../domain/issue.ts';
import { isExpected, isNumeric, type NumericObservation } from '../domain/observation.ts';
import { comparatorOf } from '../domain/quantity.ts';
import { columnTitle } from '../wording/title.ts';
import { spell } from '../wording/phrase.ts';
import { axisOf, type Axis } from './parts/axis.ts';
import { heading } from './parts/heading.ts';
import { keyBlock } from './parts/key.ts';
import { placeLabels, textShape, type Style } from './parts/label.ts';
import { direction, extent, pointIn, pointOf, pointShapes, rise } from './parts/point.ts';
import { gap, isOnAxis, sinceBaseline, toTarget } from './parts/remark.ts';
import { draw, shift, stack, type Block, type Shape } from './draw/scene.ts';
import { measure, wrap } from './draw/measure.ts';
import { ink, LEADING, LOOKS, PAGES, type Page, type Size } from './draw/theme.ts';

/** Where the lines of one drawing begin: beside their headings where it is wide, under them where it is narrow. */
interface Frame {
  readonly page: Page;
  readonly beside: boolean;
  /** Width of a heading. */
  readonly column: number;
  readonly from: number;
  readonly axis: Axis;
}

/** One indicator alone: a line for each column of its table, so that the numbers stand under each other. */
export function singleChart(row: Row, group: Group, indicator: Indicator, size: Size, label: string): string {
  const page = PAGES[size];
  const { beside } = page;
  const numbers = row.all
    .map(({ o }) => o)
    .filter(isNumeric)
    .filter(isOnAxis);
  const column = beside ? columnWidth(row, group.columns, page) : page.width;
  const from = beside ? column + 28 : indent(numbers);
  const room = Math.max(12, Math.min(widest(numbers.map(spell), page.strong, 700) + 28, (page.width - from) * 0.4));
  const to = Math.round(page.width - room);
  const frame = {
    page,
    beside,
    column,
    from,
    axis: axisOf({ numbers, indicators: [indicator], unit: row.unit }, page, from, to),
  };
  const lines = group.columns.map((c) => columnLine(c, row, frame));
  const head = numbers.length > 0 ? [frame.axis.head] : [];
  const key = keyBlock([], numbers, page);
  return draw(stack([...(key.height > 0 ? [key] : []), ...head, stack(lines, beside ? 14 : 16)], 8), page.width, label);
}

/** Room for half a mark and, where one bears it, an arrowhead to the left. */
const indent = (numbers: readonly NumericObservation[]): number =>
  numbers.some((o) => direction(comparatorOf(o.quantity)) < 0) ? 20 : 12;

function columnLine(column: Column, row: Row, frame: Frame): Block {
  const { role } = column;
  const { page, beside, column: width, axis, from } = frame;
  const o = cellIn(row, column);
  const head = heading(
    columnTitle(column, [row]),
    remarks(role, row),
    { ...page, name: page.value, beside: false },
    width,
  );
  const top = beside ? 0 : head.height;
  const missed = role === 'achieved' && row.comparison.outcome === 'missed';
  const body =
    isNumeric(o) && isOnAxis(o) ? numberBlock(o, missed, axis, page) : wordsBlock(gap(o), beside ? from : 0, page);
  return { height: Math.max(head.height, top + body.height), shapes: [...head.shapes, ...shift(body.shapes, top)] };
}

/** A thin line from zero to the mark, its value beside it; on an axis that does not reach zero the mark alone. */
function numberBlock(o: NumericObservation, missed: boolean, axis: Axis, page: Page): Block {
  const point = pointIn(pointOf(o, axis.apply), missed);
  const look = LOOKS[point.look];
  const style: Style = { size: page.strong, weight: 700, ink: look.ink };
  const [start, y] = [axis.start ?? point.x, page.beside ? (page.value + 7) / 2 : 15];
  const stick: Shape = {
    kind: 'line',
    layer: 'stem',
    x1: start,
    x2: point.x,
    y1: y,
    y2: y,
    paint: { stroke: ink(look.ink), strokeWidth: 1.5, ...(isExpected(o) ? { strokeDasharray: '4 3' } : {}) },
  };
  const wish = { text: spell(o), style, mark: extent(point), spots: ['right', 'below'] as const };
  const placed = placeLabels([wish], [[Math.min(start, point.x), Math.max(start, point.x)], extent(point)], page.width);
  return {
    height: y + 14 + LEADING * placed.below,
    shapes: [
      ...axis.grid(y, 13),
      ...(start === point.x ? [] : [stick]),
      ...pointShapes(point, y),
      ...placed.shapes(y, rise(point)),
    ],
  };
}

function wordsBlock(said: string, x: number, page: Page): Block {
  const line = page.value + 7;
  const lines = wrap(said, page.width - x, page.value);
  const style: Style = { size: page.value, weight: 400, ink: 'muted' };
  return {
    height: line * lines.length,
    shapes: lines.map((part, i) => textShape(part, x, line * (i + 0.5), 'start', style)),
  };
}

/** Beside what is reached: how far it came, how far from the target. Beside another place's number: the place. */
function remarks(role: Column['role'], row: Row): string[] {
  if (role === 'achieved') return [...new Set([sinceBaseline(row), toTarget(row)].filter((said) => said !== null))];
  const area = role === 'frontier' ? row.cells.frontier?.area : null;
  return area ? [area] : [];
}

function columnWidth(row: Row, columns: readonly Column[], page: Page): number {
  const labels = widest(
    columns.map((c) => columnTitle(c, [row])),
    page.value,
    600,
  );
  return Math.min(
    240,
    Math.max(
      labels,
      widest(
        columns.flatMap(({ role }) => remarks(role, row)),
        page.note,
        400,
      ),
    ),
  );
}

const widest = (said: readonly string[], size: number, weight: number): number =>
  Math.max(0, ...said.map((words) => measure(words, size, weight)));
