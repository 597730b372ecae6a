import type { Column, Bulletin, Group } from '../domain/issue.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { factsSheet } from './facts/sheet.ts';
import { labelsOf, mdx, pathsOf, tableCsv, tag, yearsOf } from './files.ts';
import { SCORES } from './scores.ts';
import { columnsOf, type Shape } from './shape.ts';
import { formSheet } from './table/comparison.ts';
import type { DraftRow } from './table/row.ts';

/** What the person who begins a bulletin says of it. */
export interface Asked {
  readonly title: string;
  /** ISO. */
  readonly date: string;
  readonly topic: string;
  readonly lead: string;
}

/** Stands where a value belongs: the check names every cell that still holds it. */
const TO_FILL = '待填';

/** The files of a bulletin that is still to be written, by path: rows as in the `latest` one, then the registry's others. */
export function template(
  number: number,
  asked: Asked,
  shape: Shape,
  registry: Registry,
  latest: Bulletin | undefined,
): Map<string, string> {
  const columns = columnsOf(shape);
  const listed = comparisonsOf(latest).flatMap((g) =>
    distinct(g).map((r) =>
      rowOf({ group: g.name, name: r.name, unit: r.unit, place: r.place, roles: rolesOf(g) }, columns),
    ),
  );
  const rows = [...listed, ...others(registry, latest, columns)];
  const groups = [...Map.groupBy(rows, (r) => r.group)];
  const ordered = groups.flatMap(([, members]) => numbered(members, shape.areas));
  const paths = pathsOf(number);
  const front = {
    ...asked,
    reportTo: latest?.issue.reportTo ?? [],
    copyTo: latest?.issue.copyTo ?? [],
    printed: asked.date,
    docNumber: null,
    signer: null,
    names: [],
  };
  const table = { columns, rows: ordered, rank: null };
  const wanted = ['baseline', 'target', 'achieved', 'frontier'] as const;
  const body = groups.map(([name]) => tag(name));
  return new Map([
    [paths.text, mdx(front, body)],
    [paths.table, tableCsv(formSheet(paths.table, table, labelsOf(yearsOf(asked.date)), wanted, []))],
    [paths.facts, tableCsv(factsSheet(paths.facts, []))],
  ]);
}

type Role = Column['role'];

const comparisonsOf = (latest: Bulletin | undefined): Group[] =>
  (latest?.groups ?? []).filter(({ kind }) => kind === 'comparison');

/** An indicator of several areas is one line, whose areas are those that are asked for. */
const distinct = ({ rows }: Group): Group['rows'] =>
  rows.filter(({ indicator }, i) => rows.findIndex((other) => other.indicator === indicator) === i);

const rolesOf = (group: Group): Role[] => group.columns.map((c) => c.role);

interface Blank {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly place: string;
  readonly roles: readonly Role[];
}

const rowOf = ({ group, name, unit, place, roles }: Blank, columns: readonly Column[]): DraftRow => ({
  group,
  ordinal: '',
  name,
  unit,
  level: '',
  area: '',
  values: columns.map(({ role }) => (roles.includes(role) ? TO_FILL : '')),
  rank: '',
  place,
  note: '',
  parent: '',
  decisions: [],
});

/** A table's rows in their order, each once for every area. */
function numbered(rows: readonly DraftRow[], areas: readonly string[]): DraftRow[] {
  const spread = rows.flatMap((row) =>
    areas.length === 0 ? [row] : areas.map((area) => ({ ...row, area, place: '' })),
  );
  return spread.map((row, i) => ({ ...row, ordinal: String(i + 1), place: row.place || `附表第${i + 1}行` }));
}

/** Where indicators of a unit stand in bulletin 48. */
const USUAL: Readonly<Partial<Record<string, string>>> = { 分: SCORES, '%': '附表' };

/** Indicators the latest bulletin did not have, in a group of their unit. */
function others(registry: Registry, latest: Bulletin | undefined, columns: readonly Column[]): DraftRow[] {
  const known = new Set(latest?.groups.flatMap((g) => g.rows.map((r) => r.indicator)));
  const groups = comparisonsOf(latest);
  const groupOf = (unit: string): Group | undefined => groups.find((g) => g.units.includes(unit));
  return [...registry.indicators.values()]
    .filter((i) => !known.has(i.code))
    .map(({ name, unit }) => {
      const group = groupOf(unit);
      const roles: readonly Role[] = group ? rolesOf(group) : ['baseline', 'target', 'achieved'];
      return rowOf({ group: group?.name ?? USUAL[unit] ?? '附表', name, unit, place: '', roles }, columns);
    });
}
