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
  const achieved = latest(inRole('achieved'));
  const baseline = comparedBaseline(inRole('baseline'), achieved);
  const targets = inRole('target').map(({ column, o }) => ({ setter: column.setter, o }));
  return {
    indicator: indicator.code,
    name: indicator.name,
    unit,
    area,
    place,
    all,
    cells: comparedCells(all, baseline, achieved),
    comparison: compare(indicator, { area, baseline, targets, achieved, incomparable }),
    incomparable,
  };
}

const byTime = (a: Cell, b: Cell): number => (a.o.period && b.o.period ? byEnd(a.o.period, b.o.period) : 0);

/** An area table may have an indicator in several columns, each of its time. */
const latest = (cells: readonly Cell[]): Observation | undefined => cells.toSorted(byTime).at(-1)?.o;

/** The latest baseline of the kind of what was reached; where none is of its kind, the latest. */
function comparedBaseline(baselines: readonly Cell[], achieved: Observation | undefined): Observation | undefined {
  const alike = baselines.filter(
    ({ o: { period } }) => period && achieved?.period && isSameKind(period, achieved.period),
  );
  return latest(alike) ?? latest(baselines);
}

/** Of each role the first, but the baseline and the reached value that are compared; in the order of the columns. */
function comparedCells(
  all: readonly Cell[],
  baseline: Observation | undefined,
  achieved: Observation | undefined,
): Row['cells'] {
  const compared = { baseline, achieved };
  const roles = [...new Set(all.map(({ column }) => column.role))];
  return Object.fromEntries(
    roles.map((role) => [
      role,
      role === 'baseline' || role === 'achieved' ? compared[role] : all.find((c) => c.column.role === role)?.o,
    ]),
  );
}
