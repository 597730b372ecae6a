import { differenceUnit, type Direction, type Indicator } from './indicator.ts';
import { isExpected, isNumeric, quantityOf, type Numeric, type Observation } from './observation.ts';
import {
  difference,
  interval,
  isUndefined,
  sign,
  within,
  type Interval,
  type Quantity,
  type Undefined,
} from './quantity.ts';

/** 达标 / 未达标 / 待评 / 未列目标. */
export type Outcome = 'met' | 'missed' | 'pending' | 'no-target';

/** A computed difference: signed, exact, in `unit` (个百分点 for shares). */
export interface Difference extends Quantity {
  readonly unit: string;
  /** True where the achieved value is a forecast. */
  readonly expected: boolean;
}

/** What one row of a comparison table says; computed, never typed. */
export interface Comparison {
  readonly indicator: string;
  readonly outcome: Outcome;
  /** Why an outcome is pending; null otherwise. */
  readonly reason: string | null;
  /** By the indicator's direction; null where it cannot be told or is only expected. */
  readonly improved: boolean | null;
  /** achieved − baseline. */
  readonly change: Difference | Undefined;
  /** achieved − the target's threshold: “80%以上” demands 80, which is exact. */
  readonly margin: Difference | Undefined;
}

export interface Compared {
  readonly baseline?: Observation | undefined;
  readonly target?: Observation | undefined;
  readonly achieved?: Observation | undefined;
}

export function compare(indicator: Indicator, row: Compared): Comparison {
  const { baseline, target, achieved } = row;
  const change = subtract(achieved, baseline, '基期');
  const margin = subtract(achieved, threshold(target), '目标');
  const judged = judge(indicator.direction, target, achieved);
  return {
    indicator: indicator.code,
    outcome: judged.outcome,
    reason: judged.reason ?? null,
    improved: isUndefined(change) || change.expected ? null : improved(indicator.direction, change),
    change,
    margin,
  };
}

function judge(
  direction: Direction,
  target?: Observation,
  achieved?: Observation,
): { outcome: Outcome; reason?: string } {
  if (!isNumeric(target)) return { outcome: 'no-target' };
  if (!isNumeric(achieved)) return { outcome: 'pending', reason: '通报没有达到水平的数值' };
  if (isExpected(achieved)) return { outcome: 'pending', reason: '达到水平是预计数' };
  if (otherLevel(target, achieved)) return { outcome: 'pending', reason: '目标与达到水平的层级不同' };
  const need = required(direction, quantityOf(target));
  const got = interval(quantityOf(achieved));
  const met = need && got ? within(got, need) : undefined;
  if (met === undefined) return { outcome: 'pending', reason: '数值是概数或只有界限，能否达标无法确定' };
  return { outcome: met ? 'met' : 'missed' };
}

/** What a target demands. A plain number is a floor or a ceiling by the indicator's direction; a bound says itself. */
function required(direction: Direction, target: Quantity): Interval | undefined {
  const i = interval(target);
  if (!i || !i.low || !i.high) return i;
  if (direction === '越高越好') return { low: i.low };
  if (direction === '越低越好') return { high: i.high };
  return i;
}

function threshold(target: Observation | undefined): Observation | undefined {
  if (!isNumeric(target)) return target;
  return ['ge', 'gt', 'le', 'lt'].includes(target.comparator) ? { ...target, comparator: 'eq' } : target;
}

function subtract(a: Observation | undefined, b: Observation | undefined, what: string): Difference | Undefined {
  if (!isNumeric(a)) return { reason: '通报没有达到水平的数值' };
  if (!isNumeric(b)) return { reason: `通报没有${what}的数值` };
  if (otherLevel(a, b)) return { reason: '层级不同，不作比较' };
  const d = difference(quantityOf(a), quantityOf(b));
  if (isUndefined(d)) return d;
  return { ...d, unit: differenceUnit(a.unit), expected: isExpected(a) || isExpected(b) };
}

/** Only two stated levels can differ: a level the bulletin leaves out is not evidence of another one. */
const otherLevel = (a: Numeric, b: Numeric): boolean => a.level !== null && b.level !== null && a.level !== b.level;

function improved(direction: Direction, change: Quantity): boolean | null {
  const s = sign(change);
  if (direction === '中性' || s === undefined) return null;
  return direction === '越高越好' ? s > 0 : s < 0;
}
