import { aligned } from '../../domain/aligned.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { hasTarget, mainGroup, onlyUnit, type Bulletin, type Group, type Row } from '../../domain/issue.ts';
import { isNotComputable } from '../../domain/quantity.ts';
import { targetViews } from '../../domain/target-view.ts';
import { draw } from '../draw/scene.ts';
import { toTarget } from '../parts/remark.ts';
import { alignedScale, type AlignedScale } from './scale.ts';
import { unaligned } from './unaligned.ts';
import { reachesOf, strip, type AlignedRow } from './strip.ts';

/** The rows of a table that can be set against a target, on their common scale. */
export interface AlignedRows {
  readonly scale: AlignedScale;
  /** Of each row, or what stands in its place. */
  readonly of: (row: Row) => AlignedRow | string;
  readonly withUnit: boolean;
}

/** @param rows of one target each, of one table */
export function alignedRows(
  group: Pick<Group, 'units'>,
  rows: readonly Row[],
  indicators: ReadonlyMap<string, Indicator>,
  width: number,
): AlignedRows {
  const withUnit = onlyUnit(group.units) === null;
  const all = new Map(
    rows.map((row) => {
      const set = aligned(row, indicators.get(row.indicator)!.direction);
      return [row, isNotComputable(set) ? unaligned(row, set.reason) : { row, aligned: set }] as const;
    }),
  );
  const reaches = [...all.values()].flatMap((one) => (typeof one === 'string' ? [] : reachesOf(one, withUnit)));
  return { scale: alignedScale(reaches, width), of: (row) => all.get(row)!, withUnit };
}

/** Px of a strip's drawing: a column of a table, or a phone's width, shows it a little smaller or larger. */
const WIDTH = 280;

/** A row's strip as a drawing of its own, for a cell; in words where it cannot be drawn. */
export type StripOf = (row: Row) => { readonly svg: string } | { readonly reason: string };

export function stripsOf(
  group: Pick<Group, 'units'>,
  rows: readonly Row[],
  indicators: ReadonlyMap<string, Indicator>,
): StripOf {
  const { scale, of, withUnit } = alignedRows(group, rows, indicators, WIDTH);
  return (row) => {
    const one = of(row);
    return typeof one === 'string'
      ? { reason: one }
      : { svg: draw(strip(one, scale, withUnit), WIDTH, toTarget(row) ?? '') };
  };
}

/** Whether any row of a table can be set against a target of its own. */
export const isAligned = (group: Group, indicators: ReadonlyMap<string, Indicator>): boolean =>
  group.kind === 'comparison' &&
  hasTarget(group) &&
  targetViews(group).some(({ rows }) =>
    rows.some((row) => !isNotComputable(aligned(row, indicators.get(row.indicator)!.direction))),
  );

/** The tables with which a bulletin's page begins: all that can be set against targets; where none can, the one it is about. */
export function leadTables(bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>): Group[] {
  const all = bulletin.groups.filter((group) => isAligned(group, indicators));
  const main = mainGroup(bulletin);
  if (all.length > 0 || !main) return all;
  return [main];
}
