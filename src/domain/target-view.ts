import type { Comparison } from './comparison.ts';
import { cellIn, type Column, type Group, type Row } from './issue.ts';
import { isNotComputable, notComputable } from './quantity.ts';

/** A table once for each of its targets, so that each is told by itself; of one target, the table as it is. */
export function targetViews(group: Group): Group[] {
  const targets = group.columns.filter(({ role }) => role === 'target');
  return targets.length < 2 ? [group] : targets.map((target) => viewOf(group, target));
}

/**
 * Whether the views of a row by its targets say the same and none can be set against its target: as where the row has none
 * of them.
 */
export function isJudgedAlike(views: readonly Row[]): boolean {
  const kinds = new Set(
    views.map(({ comparison: { outcome, margin } }) =>
      isNotComputable(margin) ? `${outcome}${margin.reason}` : margin,
    ),
  );
  return kinds.size === 1;
}

/** The table as if it had no other target. */
const viewOf = (group: Group, target: Column): Group => ({
  ...group,
  columns: group.columns.filter((column) => column.role !== 'target' || column === target),
  rows: group.rows.map((row) => rowIn(row, target)),
});

/** A row judged by one of its targets alone. */
export function rowIn(row: Row, target: Column): Row {
  const { baseline, achieved, frontier } = row.cells;
  const cells = { baseline, target: cellIn(row, target), achieved, frontier };
  return {
    ...row,
    all: row.all.filter(({ column }) => column.role !== 'target' || column === target),
    cells: Object.fromEntries(Object.entries(cells).filter(([, o]) => o !== undefined)),
    comparison: judgedBy(row.comparison, target),
  };
}

function judgedBy({ targets, ...comparison }: Comparison, { setter, period }: Column): Comparison {
  const own = targets.filter((t) => t.setter === setter && t.period?.code === period?.code);
  const [judged] = own;
  const shared = { ...comparison, targets: own, margin: judged?.margin ?? notComputable('通报没有目标的数值') };
  if (judged?.outcome === 'pending') return { ...shared, outcome: judged.outcome, reason: judged.reason };
  return { ...shared, outcome: judged?.outcome ?? 'no-target', reason: null };
}
