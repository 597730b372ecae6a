import type { Indicator } from '../../src/domain/indicator.ts';
import type { NumericObservation, Observation } from '../../src/domain/observation.ts';
import type { Comparator, Quantity } from '../../src/domain/quantity.ts';
import { year } from './periods.ts';

type Shared = Omit<NumericObservation, 'kind' | 'quantity' | 'status'>;

/** What differs from an ordinary number. */
export interface NumberSpec extends Partial<Shared> {
  readonly value?: string;
  readonly upper?: string;
  readonly comparator?: Comparator;
  readonly expected?: true;
}

/** The same, or the word for a gap or a statement in place of the number. */
export interface Spec extends NumberSpec {
  readonly missing?: string;
  readonly reason?: string;
  readonly text?: string;
}

const ORDINARY: Shared = {
  issue: 1,
  group: null,
  indicator: 'online-share',
  name: '网上可办率',
  role: 'achieved',
  setter: null,
  period: year(2020),
  unit: '%',
  asOf: null,
  level: '市级',
  area: null,
  source: { issue: 1, place: '附表第1行', sentence: null },
  cumulative: false,
  rank: null,
  note: null,
  relation: null,
  printed: '97.2%',
};

export const quantity = (comparator: Comparator, value: string, upper = value): Quantity =>
  comparator === 'range' ? { kind: 'range', lower: value, upper } : { kind: 'point', value, comparator };

/** 网上可办率, reached in 2020: 97.2%. */
export function observation({ missing, reason, text, ...spec }: Spec = {}): Observation {
  const { quantity: q, status, cumulative, rank, ...shared } = numeric(spec);
  if (missing !== undefined)
    return { ...shared, kind: 'gap', word: missing, reason: reason ?? null, status: missing === '不适用' ? 'M' : 'O' };
  if (text !== undefined) return { ...shared, kind: 'statement', text, status: 'A' };
  return { ...shared, quantity: q, cumulative, rank, status };
}

export const numeric = ({
  value = '97.2',
  upper,
  comparator = 'eq',
  expected,
  ...o
}: NumberSpec = {}): NumericObservation => ({
  ...ORDINARY,
  ...o,
  kind: 'number',
  quantity: quantity(comparator, value, upper),
  status: expected ? 'F' : 'A',
});

/** The same indicator in the text. */
export const stated = (spec: NumberSpec = {}): NumericObservation =>
  numeric({ role: 'stated', level: null, source: { issue: 1, place: '二(一)', sentence: null }, ...spec });

export const indicator = (i: Partial<Indicator> = {}): Indicator => ({
  code: 'online-share',
  name: '网上可办率',
  aliases: [],
  unit: '%',
  difference: '个百分点',
  direction: '越高越好',
  lower: '0',
  upper: '100',
  topic: null,
  definition: null,
  breaks: [],
  nameEn: null,
  ...i,
});
