import type { Direction, Indicator } from './indicator.ts';
import { within, type Interval } from './interval.ts';
import { isSameKind, type Period } from './period.ts';
import { isExpected, isNumeric, type NumericObservation, type Observation } from './observation.ts';
import {
  difference,
  exactly,
  interval,
  isBound,
  isNotComputable,
  notComputable,
  sign,
  type NotComputable,
  type Quantity,
} from './quantity.ts';

/** 达标 / 未达标 / 待评 / 无目标. */
export type Outcome = 'met' | 'missed' | 'pending' | 'no-target';

/** A computed difference: signed, exact, in `unit` (个百分点 for shares). */
export interface Difference {
  readonly kind: 'difference';
  readonly quantity: Quantity;
  readonly unit: string;
  /** True where one of the two numbers is a forecast. */
  readonly expected: boolean;
}

/** Whether a target is reached; of a pending one, why that cannot be said. */
export type Judgement =
  | { readonly outcome: Exclude<Outcome, 'pending'>; readonly reason: null }
  | { readonly outcome: 'pending'; readonly reason: string };

/** One of a row's targets and what became of it. */
type JudgedTarget = Judgement & {
  /** 省定 国定 市定 自定; null where the table does not say who set it. */
  readonly setter: string | null;
  readonly period: Period | null;
  /** achieved − the target's threshold: “80%以上” demands 80, which is exact. */
  readonly margin: Difference | NotComputable;
};

/** What follows from one row of a comparison table; computed, never typed. */
export type Comparison = Judgement & {
  readonly indicator: string;
  readonly area: string | null;
  /** By the indicator's direction; null where it cannot be told or is only expected. */
  readonly improved: boolean | null;
  /** achieved − baseline. */
  readonly change: Difference | NotComputable;
  /** Of the first target; the others have theirs in `targets`. */
  readonly margin: Difference | NotComputable;
  /** Every target of the row, in the order of the columns, each judged by itself. */
  readonly targets: readonly JudgedTarget[];
};

interface Target {
  readonly setter: string | null;
  readonly o: Observation;
}

export interface Compared {
  readonly area?: string | null;
  readonly baseline?: Observation | undefined;
  readonly targets?: readonly Target[];
  readonly achieved?: Observation | undefined;
  /** Why baseline and achieved may not be subtracted (不可比), where the bulletin says so. */
  readonly incomparable?: string | null;
}

export function compare(indicator: Indicator, compared: Compared): Comparison {
  const { area = null, baseline, targets = [], achieved, incomparable = null } = compared;
  const change =
    incomparable === null
      ? subtract(achieved, baseline, '基期', indicator.difference)
      : notComputable(`不可比：${incomparable}`);
  const judged = targets.map((target) => judgedTarget(indicator, target, achieved));
  return {
    indicator: indicator.code,
    area,
    ...overall(judged),
    improved: isNotComputable(change) || change.expected ? null : improved(indicator.direction, change.quantity),
    change,
    margin: judged[0]?.margin ?? notComputable('通报没有目标的数值'),
    targets: judged,
  };
}

function judgedTarget(indicator: Indicator, { setter, o }: Target, achieved: Observation | undefined): JudgedTarget {
  return {
    setter,
    period: o.period,
    ...judge(indicator.direction, o, achieved),
    margin: subtractTarget(achieved, o, indicator.difference),
  };
}

/** Of several targets: missed where one is, else pending where one is. */
function overall(targets: readonly Judgement[]): Judgement {
  const judged = targets.filter(({ outcome }) => outcome !== 'no-target');
  const worst =
    judged.find(({ outcome }) => outcome === 'missed') ??
    judged.find(({ outcome }) => outcome === 'pending') ??
    judged[0];
  if (!worst) return { outcome: 'no-target', reason: null };
  const { outcome, reason } = worst;
  return outcome === 'pending' ? { outcome, reason } : { outcome, reason: null };
}

function judge(direction: Direction, target?: Observation, achieved?: Observation): Judgement {
  if (!isNumeric(target)) return { outcome: 'no-target', reason: null };
  if (!isNumeric(achieved)) return pending('通报没有达到水平的数值');
  if (isExpected(achieved)) return pending('达到水平是预计数');
  if (isLater(target, achieved)) return pending('目标年份未到');
  if (target.cumulative !== achieved.cumulative) return pending(CUMULATIVE);
  if (levelsDiffer(target, achieved)) return pending('目标与达到水平的层级不同');
  const need = required(direction, target.quantity);
  const reached = interval(achieved.quantity);
  const met = need && reached ? within(reached, need) : undefined;
  if (met === undefined) return pending('数值是概数或只有界限，能否达标无法确定');
  return { outcome: met ? 'met' : 'missed', reason: null };
}

const CUMULATIVE = '其中有规划期累计数，不与一年的数比较';

const pending = (reason: string): Judgement => ({ outcome: 'pending', reason });

/** What a target demands. A plain number is a floor or a ceiling by the indicator's direction; a bound speaks for itself. */
function required(direction: Direction, target: Quantity): Interval | undefined {
  const allowed = interval(target);
  if (!allowed?.low || !allowed.high) return allowed;
  if (direction === '越高越好') return { low: allowed.low };
  if (direction === '越低越好') return { high: allowed.high };
  return allowed;
}

/** The number at which a target is reached: of a bound its end. */
export function threshold(target: Observation): Observation {
  if (!isNumeric(target) || target.quantity.kind === 'range') return target;
  return isBound(target.quantity) ? { ...target, quantity: exactly(target.quantity.value) } : target;
}

/** Whether a target is for a later time than what was reached. */
const isLater = (target: Observation, achieved: Observation): boolean =>
  target.period !== null && achieved.period !== null && target.period.end > achieved.period.end;

function subtractTarget(
  achieved: Observation | undefined,
  target: Observation,
  unit: string,
): Difference | NotComputable {
  if (achieved && isLater(target, achieved)) return notComputable('目标年份未到');
  return subtract(achieved, threshold(target), '目标', unit);
}

function subtract(
  a: Observation | undefined,
  b: Observation | undefined,
  subtrahend: string,
  unit: string,
): Difference | NotComputable {
  if (!isNumeric(a)) return notComputable('通报没有达到水平的数值');
  if (!isNumeric(b)) return notComputable(`通报没有${subtrahend}的数值`);
  const apart = whyApart(a, b);
  return apart === null ? differenceOf(a, b, unit) : notComputable(apart);
}

/** Why two numbers of a row may not be set against each other; null where they may. */
export function whyApart(a: NumericObservation, b: NumericObservation): string | null {
  if (a.cumulative !== b.cumulative || (b.role === 'baseline' && a.cumulative)) return CUMULATIVE;
  if (levelsDiffer(a, b)) return '层级不同，不作比较';
  return b.role === 'baseline' && kindsDiffer(a, b) ? '时期长短不同，不作比较' : null;
}

/** `a − b`, counted in `unit`; which two numbers may be set against each other is for the caller to say. */
export function differenceOf(a: NumericObservation, b: NumericObservation, unit: string): Difference | NotComputable {
  const quantity = difference(a.quantity, b.quantity);
  if (isNotComputable(quantity)) return quantity;
  return { kind: 'difference', quantity, unit, expected: isExpected(a) || isExpected(b) };
}

/** Only two stated levels can differ: a level the bulletin leaves out is not evidence of another one. */
const levelsDiffer = (a: NumericObservation, b: NumericObservation): boolean =>
  a.level !== null && b.level !== null && a.level !== b.level;

/** A year's value is not set against a quarter's. */
const kindsDiffer = (a: NumericObservation, b: NumericObservation): boolean =>
  a.period !== null && b.period !== null && !isSameKind(a.period, b.period);

function improved(direction: Direction, change: Quantity): boolean | null {
  const s = sign(change);
  if (direction === '中性' || s === undefined) return null;
  return direction === '越高越好' ? s > 0 : s < 0;
}
