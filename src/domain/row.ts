import { compare } from './comparison.ts';
import type { Indicator } from './indicator.ts';
import type { Cell, Column, Row } from './issue.ts';
import type { Observation } from './observation.ts';
import { byEnd, isSameKind } from './period.ts';

/** What a row is made of besides its indicator. */
export interface RowParts extends Pick<Row, 'unit' | 'area' | 'place' | 'all'> {
  /** Why its values may not be subtracted (不可比). */
  readonly incomparable?: string | null;
}

/** A row with what follows from its cells. */
export function rowOf(indicator: Indicator, { unit, area, place, all, incomparable = null }: RowParts): Row {
  const inRole = (role: Column['role']): Cell[] => all.filter(({ column }) => column.role === role);
  const achieved = inRole('achieved')[0]?.o;
  const baseline = comparedBaseline(inRole('baseline'), achieved);
  const targets = inRole('target').map(({ column, o }) => ({ setter: column.setter, o }));
  return {
    indicator: indicator.code,
    name: indicator.name,
    unit,
    area,
    place,
    all,
    cells: comparedCells(all, baseline),
    comparison: compare(indicator, { area, baseline, targets, achieved, incomparable }),
  };
}

/** The latest baseline of the kind of what was reached; where none is of its kind, the latest. */
function comparedBaseline(baselines: readonly Cell[], achieved: Observation | undefined): Observation | undefined {
  const byTime = baselines.map(({ o }) => o).toSorted((a, b) => (a.period && b.period ? byEnd(a.period, b.period) : 0));
  const alike = byTime.filter(({ period }) => period && achieved?.period && isSameKind(period, achieved.period));
  return alike.at(-1) ?? byTime.at(-1);
}

/** Of each role the first, but the baseline that is compared; in the order of the columns. */
function comparedCells(all: readonly Cell[], baseline: Observation | undefined): Row['cells'] {
  const roles = [...new Set(all.map(({ column }) => column.role))];
  return Object.fromEntries(
    roles.map((role) => [role, role === 'baseline' ? baseline : all.find((c) => c.column.role === role)?.o]),
  );
}
