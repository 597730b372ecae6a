import type { Comparison, Difference, Outcome } from '../../domain/comparison.ts';
import type { Period } from '../../domain/period.ts';
import { isNotComputable, type NotComputable } from '../../domain/quantity.ts';
import { quantityRecord, type QuantityRecord } from './observation-record.ts';

/** A comparison as public files have it. */
export interface ComparisonRecord {
  readonly indicator: string;
  readonly area: string | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly improved: boolean | null;
  readonly change: DifferenceRecord | NotComputableRecord;
  readonly margin: DifferenceRecord | NotComputableRecord;
  readonly targets: readonly TargetRecord[];
}

/** One of several targets and what became of it. */
export interface TargetRecord {
  readonly setter: string | null;
  readonly period: Period | null;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly margin: DifferenceRecord | NotComputableRecord;
}

export interface DifferenceRecord extends QuantityRecord {
  readonly unit: string;
  readonly expected: boolean;
}

export interface NotComputableRecord {
  readonly reason: string;
}

/** The order of the fields is the order in the files. */
export const comparisonRecord = (c: Comparison): ComparisonRecord => ({
  indicator: c.indicator,
  area: c.area,
  outcome: c.outcome,
  reason: c.reason,
  improved: c.improved,
  change: differenceRecord(c.change),
  margin: differenceRecord(c.margin),
  targets: c.targets.map(({ setter, period, outcome, reason, margin }) => ({
    setter,
    period,
    outcome,
    reason,
    margin: differenceRecord(margin),
  })),
});

const differenceRecord = (d: Difference | NotComputable): DifferenceRecord | NotComputableRecord =>
  isNotComputable(d) ? { reason: d.reason } : { ...quantityRecord(d.quantity), unit: d.unit, expected: d.expected };
