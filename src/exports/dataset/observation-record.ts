import type { Observation } from '../../domain/observation.ts';
import { comparatorOf, lowerOf, type Comparator, type Quantity } from '../../domain/quantity.ts';

type Shared = Pick<
  Observation,
  | 'issue'
  | 'group'
  | 'indicator'
  | 'name'
  | 'role'
  | 'period'
  | 'unit'
  | 'status'
  | 'asOf'
  | 'level'
  | 'area'
  | 'source'
  | 'note'
  | 'relation'
  | 'printed'
>;

/** An observation as public files have it: one form for numbers, gaps and statements, null where it has nothing to say. */
export interface ObservationRecord extends Shared {
  /** Digits as printed, of a range the lower end. */
  readonly value: string | null;
  readonly upper: string | null;
  readonly comparator: Comparator | null;
  readonly text: string | null;
  readonly missing: string | null;
  readonly missingReason: string | null;
}

/** The order of the fields is the order in the files. */
export const observationRecord = (o: Observation): ObservationRecord => ({
  issue: o.issue,
  group: o.group,
  indicator: o.indicator,
  name: o.name,
  role: o.role,
  period: o.period,
  ...(o.kind === 'number' ? quantityRecord(o.quantity) : { value: null, upper: null, comparator: null }),
  unit: o.unit,
  status: o.status,
  asOf: o.asOf,
  level: o.level,
  area: o.area,
  text: o.kind === 'statement' ? o.text : null,
  missing: o.kind === 'gap' ? o.word : null,
  missingReason: o.kind === 'gap' ? o.reason : null,
  source: o.source,
  note: o.note,
  relation: o.relation,
  printed: o.printed,
});

export interface QuantityRecord {
  readonly value: string;
  readonly upper: string | null;
  readonly comparator: Comparator;
}

export const quantityRecord = (q: Quantity): QuantityRecord => ({
  value: lowerOf(q),
  upper: q.kind === 'range' ? q.upper : null,
  comparator: comparatorOf(q),
});
