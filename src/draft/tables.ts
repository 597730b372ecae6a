import type { Column } from '../domain/issue.ts';
import type { Registry } from '../ingest/table/registry.ts';
import type { Labels } from './files.ts';
import { draftTable, isComparison, type DraftRow } from './table.ts';
import type { Table } from './word/html.ts';
import type { Outline } from './word/outline.ts';

/** The comparison tables of a file, as one. */
export interface Tables {
  readonly rows: readonly DraftRow[];
  readonly labels: Partial<Labels>;
  readonly groups: ReadonlyMap<Table, string>;
  readonly left: readonly string[];
}

/** All tables share one file, so a column must mean the same in each: one that differs is left to a person. */
export function tablesOf({ items }: Outline, registry: Registry): Tables {
  const labels: Partial<Record<Column['role'], string>> = {};
  const groups = new Map<Table, string>();
  const rows: DraftRow[] = [];
  const left: string[] = [];
  for (const table of items.filter((item) => item.kind === 'table')) {
    const title = table.rows[0]?.filter(Boolean).join('、') ?? '';
    if (!isComparison(table)) {
      left.push(`表“${title.slice(0, 40)}”不是对照表，没有录入`);
      continue;
    }
    const name = groups.size === 0 ? '附表' : `附表${groups.size + 1}`;
    const drafted = draftTable(table, name, registry);
    const other = drafted.columns.find((c) => labels[c.role] !== undefined && labels[c.role] !== c.label);
    if (other) {
      left.push(`表“${title.slice(0, 40)}”的“${other.label}”与前面的表不同（“${labels[other.role]!}”），没有录入`);
      continue;
    }
    for (const c of drafted.columns) labels[c.role] = c.label;
    groups.set(table, name);
    rows.push(...drafted.rows);
    left.push(...drafted.left);
    if (table.merged) left.push(`表“${title.slice(0, 40)}”里合并的单元格，每一格都照录了合并格的文字`);
  }
  return { rows, labels, groups, left };
}
