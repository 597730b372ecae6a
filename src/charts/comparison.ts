import type { Indicator } from '../domain/indicator.ts';
import { panelsOf, type Group } from '../domain/issue.ts';
import type { NumericObservation } from '../domain/observation.ts';
import { spell } from '../wording/phrase.ts';
import { drawRow, marksOf, measureIn, numbersOf, valueStyle, type RowNumber } from './comparison-row.ts';
import { axisOf, type Axis } from './parts/axis.ts';
import { heading } from './parts/heading.ts';
import { keyBlock } from './parts/key.ts';
import { extent } from './parts/point.ts';
import { draw, stack, type Block } from './draw/scene.ts';
import { PAGES, type Page, type Size } from './draw/theme.ts';

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
  const numbers = group.rows.flatMap(numbersOf);
  const all = numbers.map(({ o }) => o);
  const missed = new Set(numbers.filter((number) => number.missed).map(({ o }) => o));
  const panels = panelsOf(group).map((panel) => drawPanel(panel, indicators, page));
  return draw(stack([keyBlock(group.columns, all, page, { missed }), stack(panels, PANEL_GAP)], 6), page.width, label);
}

/** Rows of one unit under their axis. */
function drawPanel(panel: Group, indicators: ReadonlyMap<string, Indicator>, page: Page): Block {
  const rows = panel.rows.map((row) => ({ row, numbers: numbersOf(row) }));
  const all = rows.flatMap(({ numbers }) => numbers.map(({ o }) => o));
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

/** An axis as long as the drawing allows: marks that nest or bear arrowheads at its ends stay inside. */
function fit(rows: readonly (readonly RowNumber[])[], build: (from: number, to: number) => Axis, room: Room): Axis {
  const axis = build(room.from, room.to);
  const edges = rows.flatMap((numbers) => marksOf(numbers, axis).flatMap(({ point }) => extent(point)));
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
  const widest = Math.max(0, ...ends.map((o) => measureIn(spell(o), valueStyle(o, page))));
  return Math.max(LEFT, Math.min(widest + 16, page.width / 4));
}
