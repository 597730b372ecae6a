import { isSameColumn, type Bulletin, type Column, type Group, type Row } from './issue.ts';
import { memo } from './memo.ts';

/** What has a chart and an address of its own: a table, or an indicator of it. */
export interface Charted {
  /** The table in which it stands, or stands first. */
  readonly table: Group;
  readonly group: Group;
  /** Null for a whole table, and for an indicator that has a row for each of several areas: then `group` holds those. */
  readonly row: Row | null;
  /** The table's slug, or the indicator's code. */
  readonly slug: string;
}

/** Every table of a bulletin, followed by each of its indicators; an indicator stands once, with all its rows. */
export const chartedOf = ({ groups }: Pick<Bulletin, 'groups'>): readonly Charted[] => chartedIn(groups);

const chartedIn = memo((groups: readonly Group[]): readonly Charted[] => {
  const rows = Map.groupBy(
    groups.flatMap((group) => group.rows.map((row) => ({ group, row }))),
    ({ row }) => row.indicator,
  );
  const first = new Map([...rows.values()].map((all) => [all[0]!.row, all]));
  return groups.flatMap((group): Charted[] => [
    { table: group, group, row: null, slug: group.slug },
    ...group.rows.flatMap((row) => {
      const all = first.get(row);
      return all ? [indicatorOf(row, group, all)] : [];
    }),
  ]);
});

function indicatorOf(row: Row, group: Group, all: readonly { group: Group; row: Row }[]): Charted {
  if (all.length === 1) return { table: group, group, row, slug: row.indicator };
  const rows = all.map((one) => one.row);
  const columns = all
    .flatMap((one) => one.row.all.map(({ column }) => column))
    .filter((column: Column, i, every) => every.findIndex((c) => isSameColumn(c, column)) === i);
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const kind = all.every((one) => one.group.kind === 'area') ? 'area' : 'comparison';
  return {
    table: group,
    group: { ...group, kind, slug: row.indicator, name: row.name, units, columns, rows },
    row: null,
    slug: row.indicator,
  };
}
