import type { Indicator } from '../domain/indicator.ts';
import { panelsOf, type Group, type Row } from '../domain/issue.ts';
import { drawRow, marksOf, measureIn, numbersOf, valueStyle, wordsOf, type RowNumber } from './comparison-row.ts';
import { axisOver, type Axis } from './parts/axis.ts';
import { BLOB, domainOf, numbersOf as valuesOf, taken, type Domain, type Ends } from './parts/domain.ts';
import { heading } from './parts/heading.ts';
import { keyBlock } from './parts/key.ts';
import { extent } from './parts/point.ts';
import { draw, stack, type Block } from './draw/scene.ts';
import { PAGES, type Page, type Size } from './draw/theme.ts';

/** Px left of zero: room for half a mark. */
const LEFT = 12;
const ROW_GAP = 24;

const PANEL_GAP = 32;

/** All indicators of a group, one a row in the bulletin's order; of several units a panel each. */
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

/** A row and its numbers. */
interface Measured {
  readonly row: Row;
  readonly numbers: readonly RowNumber[];
}

/** … and what the axis runs over on which they stand. */
interface Ranged extends Measured {
  readonly domain: Domain;
}

type Build = (domain: Domain, from: number, to: number) => Axis;

/** Rows of one unit under their axis, or under one each run of them. */
function drawPanel(panel: Group, indicators: ReadonlyMap<string, Indicator>, page: Page): Block {
  const unit = panel.units[0] ?? '';
  const rows = panel.rows.map((row) => ({ row, numbers: numbersOf(row) }));
  const ranged = rangesOf(rows, unit, indicators);
  const build: Build = (domain, from, to) => axisOver(domain, unit, page, from, to);
  const { from, to } = fit(ranged, build, {
    from: LEFT,
    to: Math.round(page.width - margin(rows, page)),
    width: page.width,
  });
  const runs = runsOf(ranged).map((run) => {
    const axis = build(run[0]!.domain, from, to);
    const drawn = run.map(({ row, numbers }) => drawRow(row, numbers, panel, axis, page));
    return stack([...(run.some(isMarked) ? [axis.head] : []), stack(drawn, ROW_GAP)], 8);
  });
  const measured = panel.kind === 'area' ? [heading(panel.columns[0]?.label ?? '', [], page, page.width)] : [];
  return stack([...measured, stack(runs, ROW_GAP)], 8);
}

/** Rows share an axis but those that would be one blob on it, and not on their own. */
function rangesOf(rows: readonly Measured[], unit: string, indicators: ReadonlyMap<string, Indicator>): Ranged[] {
  const over = (some: readonly Measured[]): Domain =>
    domainOf(
      some.flatMap(valuesIn),
      unit,
      some.flatMap(({ row }) => indicators.get(row.indicator) ?? []),
    );
  const marked = rows.filter(isMarked);
  const common = over(marked);
  const isBlob = (one: Measured, axis: Domain): boolean => taken(endsOf(one), axis) < BLOB;
  const crowds = (one: Measured): boolean => differ(one) && isBlob(one, common) && !isBlob(one, over([one]));
  const alone = new Set(marked.length > 1 ? marked.filter(crowds) : []);
  return rows.map((one) => ({ ...one, domain: alone.has(one) ? over([one]) : common }));
}

const isMarked = ({ numbers }: Measured): boolean => numbers.length > 0;
const valuesIn = ({ numbers }: Measured): number[] => valuesOf(numbers.map(({ o }) => o));
const endsOf = (one: Measured): Ends => ({ low: Math.min(...valuesIn(one)), high: Math.max(...valuesIn(one)) });

/** Whether a row has numbers to tell apart; a range alone is one. */
const differ = ({ numbers }: Measured): boolean => new Set(numbers.map(({ o }) => valuesOf([o]).join('—'))).size > 1;

const isSame = (a: Domain | undefined, b: Domain): boolean => a !== undefined && ends(a) === ends(b);
const ends = ({ low, high, ticks }: Domain): string => [low, high, ...ticks].join();

/** Rows that follow one another on the same axis; one without marks stands with the row before it. */
function runsOf(rows: readonly Ranged[]): Ranged[][] {
  const runs: Ranged[][] = [];
  for (const one of rows) {
    const run = runs.at(-1);
    const axis = run?.find(isMarked)?.domain;
    if (run && (!isMarked(one) || isSame(axis, one.domain))) run.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** Axes as long as the drawing allows: marks that nest or bear arrowheads at their ends stay inside. */
function fit(rows: readonly Ranged[], build: Build, room: Room): Room {
  const edges = rows.flatMap(({ numbers, domain }) =>
    marksOf(numbers, build(domain, room.from, room.to)).flatMap(({ point }) => extent(point)),
  );
  const [left, right] = [Math.max(0, -Math.min(...edges)), Math.max(0, Math.max(...edges) - room.width)];
  if (left === 0 && right === 0) return room;
  return fit(rows, build, { ...room, from: Math.ceil(room.from + left), to: Math.floor(room.to - right) });
}

interface Room {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** To the right of the axis: room for the value of a mark at its end, but never more than a quarter of the width. */
function margin(rows: readonly Measured[], page: Page): number {
  const wide = rows.flatMap(({ numbers }) =>
    numbers
      .filter(({ o: { role } }) => role === 'achieved' || role === 'baseline')
      .map((number) => measureIn(wordsOf(number, numbers), valueStyle(number.o, page))),
  );
  const widest = Math.max(0, ...wide);
  return Math.max(LEFT, Math.min(widest + 16, page.width / 4));
}
