import { csvFormatRow } from 'd3-dsv';
import { REGISTRY, type NamedCell } from './cells.ts';
import { cellKey } from './record.ts';
import type { VersionDiff } from './version-diff.ts';

/** A cell's change as `corrections.csv` tells it. */
export interface Change {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A line for `corrections.csv`, to be completed: 日期, 原因 and 批准人 are for the office to say. */
export const correctionLine = (
  issue: number,
  indicator: string,
  { column, before, after }: Change,
  place: string | null,
): string =>
  csvFormatRow([
    '日期',
    String(issue),
    indicator,
    column,
    before,
    after,
    '更正',
    '原因',
    '批准人',
    ...(place === null ? [] : [place]),
  ]);

/**
 * The line to add to the log, and what must be done first. Lines are added in the order of the cells, so those of cells
 * before a changed name or place say the old one.
 */
export function suggestedLine(cell: NamedCell, change: Change, diff: VersionDiff): { line: string; first: string } {
  const name = stillSaid('指标', cell.indicator, cell, diff);
  const isNamedTwice = diff.state.some(
    (c) =>
      c.file !== REGISTRY &&
      (c.file !== cell.file || c.row !== cell.row) &&
      (diff.same(c.indicator, name) || diff.same(c.indicator, cell.indicator)),
  );
  const place = isNamedTwice ? stillSaid('出处', cell.place, cell, diff) : null;
  return {
    line: correctionLine(diff.issue, name, change, place),
    first: isNamedTwice ? '（表头没有“出处”一列的，先在最后加上）' : '',
  };
}

/** What a column of the cell's row says while the lines for the cells before it are not yet added. */
function stillSaid(column: string, now: string, cell: NamedCell, { was, state }: VersionDiff): string {
  const row = state.filter((c) => c.file === cell.file && c.row === cell.row);
  const index = (name: string): number => row.findIndex((c) => c.column === name);
  if (index(cell.column) >= index(column)) return now;
  return was.get(cellKey({ ...cell, column }))?.text ?? now;
}
