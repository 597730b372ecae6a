import type { NumericObservation, Observation, Rank } from '../../domain/observation.ts';
import { comparatorOf, lowerOf, type Comparator, type Quantity } from '../../domain/quantity.ts';

type Shared = Pick<
  Observation,
  | 'issue'
  | 'group'
  | 'indicator'
  | 'name'
  | 'role'
  | 'setter'
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
  /** 〔13.5〕: a sum over the years of a plan. */
  readonly cumulative: boolean;
  /** The place that the bulletin gives the value, under the heading of its column. */
  readonly rank: Rank | null;
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
  setter: o.setter,
  period: o.period,
  ...(o.kind === 'number' ? numberRecord(o) : NO_NUMBER),
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

type NumberRecord = Pick<ObservationRecord, 'value' | 'upper' | 'comparator' | 'cumulative' | 'rank'>;

const NO_NUMBER: NumberRecord = { value: null, upper: null, comparator: null, cumulative: false, rank: null };

const numberRecord = ({ quantity, cumulative, rank }: NumericObservation): NumberRecord => ({
  ...quantityRecord(quantity),
  cumulative,
  rank,
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
