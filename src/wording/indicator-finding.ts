import type { Group } from '../domain/issue.ts';
import type { Indicator } from '../domain/indicator.ts';
import { groupFinding } from './finding.ts';
import { rowFinding } from './row-finding.ts';

/** What a bulletin says of one indicator in several areas: of the whole city by itself, then of its areas together. */
export function indicatorFinding(group: Group, indicators: ReadonlyMap<string, Indicator>): string[] {
  const whole = group.rows.filter(({ area }) => area === null);
  const areas = group.rows.filter(({ area }) => area !== null);
  const hasTarget = areas.some(({ cells }) => cells.target);
  const columns = group.columns.filter(({ role }) => hasTarget || role !== 'target');
  return [
    ...whole.map((row) => rowFinding(row, group)),
    ...(areas.length > 0 ? groupFinding({ ...group, columns, rows: areas }, indicators) : []),
  ];
}
