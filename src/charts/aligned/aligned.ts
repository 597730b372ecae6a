import type { Indicator } from '../../domain/indicator.ts';
import type { Group } from '../../domain/issue.ts';
import { targetViews } from '../../domain/target-view.ts';
import { alignedCaption } from '../../wording/aligned.ts';
import { numbersOf } from '../comparison-row.ts';
import { wrap } from '../draw/measure.ts';
import { draw, shift, stack, type Block } from '../draw/scene.ts';
import { HAIR, PAGES, type Page, type Size } from '../draw/theme.ts';
import { noteBlock } from '../parts/axis.ts';
import { keyBlock } from '../parts/key.ts';
import { drawAlignedRow, STRIP_WIDTH } from './row.ts';
import { alignedRows } from './strips.ts';

/**
 * All rows of a table against their targets, which stand on one line: name, values, how far from the target, and the outcome
 * in words.
 */
export function alignedChart(
  group: Group,
  indicators: ReadonlyMap<string, Indicator>,
  size: Size,
  label: string,
): string {
  const page = PAGES[size];
  const views = targetViews(group).map(({ rows }) => rows);
  const judged = group.rows.map((_, i) => views.map((view) => view[i]!));
  const set = alignedRows(group, judged.flat(), indicators, STRIP_WIDTH[size]);
  const numbers = group.rows.flatMap(numbersOf).filter(({ o }) => o.role !== 'frontier');
  const missed = new Set(numbers.filter((number) => number.missed).map(({ o }) => o));
  const shown = { ...group, columns: group.columns.filter(({ role }) => role !== 'frontier') };
  const observations = numbers.map(({ o }) => o);
  const rows = group.rows.map((row, i) => ruled(drawAlignedRow(row, judged[i]!, shown, set, size), page));
  const key = keyBlock(shown.columns, observations, page, { missed, bounds: false });
  return draw(stack([key, captionBlock(alignedCaption(group), page), stack(rows)], 6), page.width, label);
}

function captionBlock(words: string, page: Page): Block {
  const lines = wrap(words, page.width, page.note);
  return stack(lines.map((line) => noteBlock(line, page)));
}

/** Under a hairline. */
const ruled = ({ height, shapes }: Block, page: Page): Block => ({
  height: height + 2 * MARGIN,
  shapes: [
    { kind: 'line', layer: 'grid', paint: HAIR, x1: 0, x2: page.width, y1: 0.5, y2: 0.5 },
    ...shift(shapes, MARGIN),
  ],
});

const MARGIN = 8;
