import type { Bulletin, Group } from '../domain/issue.ts';
import { comparisonCsv, factsCsv, labelsOf, mdx, pathsOf, tag, yearsOf } from './files.ts';
import { SCORES } from './scores.ts';
import type { DraftRow } from './table.ts';
import type { Registry } from '../ingest/table/registry.ts';

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
  registry: Registry,
  latest: Bulletin | undefined,
): Map<string, string> {
  const years = yearsOf(asked.date);
  const setter = latest?.groups.flatMap((g) => g.columns.flatMap((c) => c.setter ?? []))[0];
  const rows = [
    ...(latest?.groups ?? []).flatMap((g) => g.rows.map((r) => row(g.name, r.name, r.unit, r.place, rolesOf(g)))),
    ...others(registry, latest),
  ];
  const groups = [...Map.groupBy(rows, (r) => r.group)];
  const ordered = groups.flatMap(([, members]) =>
    members.map((r, i) => ({ ...r, ordinal: String(i + 1), place: r.place || `附表第${i + 1}行` })),
  );
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
  return new Map([
    [
      paths.text,
      mdx(
        front,
        groups.map(([name]) => tag(name)),
      ),
    ],
    [paths.table, comparisonCsv(labelsOf(years, setter), ordered)],
    [paths.facts, factsCsv([])],
  ]);
}

type Role = keyof DraftRow['cells'];

const rolesOf = (group: Group): Role[] => group.columns.map((c) => c.role);

const row = (group: string, name: string, unit: string, place: string, roles: readonly Role[]): DraftRow => ({
  group,
  ordinal: '',
  name,
  unit,
  level: '',
  cells: Object.fromEntries(roles.map((role) => [role, TO_FILL])),
  place,
  note: '',
  decisions: [],
});

/** Where indicators of a unit stand in bulletin 48. */
const USUAL: Readonly<Partial<Record<string, string>>> = { 分: SCORES, '%': '附表' };

/** Indicators the latest bulletin did not have, in a group of their unit. */
function others(registry: Registry, latest: Bulletin | undefined): DraftRow[] {
  const known = new Set(latest?.groups.flatMap((g) => g.rows.map((r) => r.indicator)));
  const names = new Map<string, Group | string>(
    latest?.groups.toReversed().flatMap((g) => g.units.map((unit) => [unit, g] as const)),
  );
  return [...registry.indicators.values()]
    .filter((i) => !known.has(i.code))
    .map((i) => {
      if (!names.has(i.unit)) names.set(i.unit, USUAL[i.unit] ?? `附表（${i.unit}）`);
      const group = names.get(i.unit)!;
      return typeof group === 'string'
        ? row(group, i.name, i.unit, '', ['baseline', 'target', 'achieved'])
        : row(group.name, i.name, i.unit, '', rolesOf(group));
    });
}
