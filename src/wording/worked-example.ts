import type { Difference } from '../domain/comparison.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Row } from '../domain/issue.ts';
import { isExpected, isNumeric, type NumericObservation, type Observation } from '../domain/observation.ts';
import { comparatorOf, isNotComputable, type Comparator } from '../domain/quantity.ts';
import { chartAddress } from '../publication/address.ts';
import { signed } from './difference.ts';
import { isRankUnit, outcomeWord, phrase, spell } from './phrase.ts';
import { placeWord } from './place.ts';
import { rowName } from './row-name.ts';

/** A row of a published table, calculated before the reader's eyes. */
export interface WorkedExample {
  /** `第48期附表第1行“政务服务事项不见面审批事项占比”（越高越好）`. */
  readonly of: string;
  /** Of its chart. */
  readonly address: string;
  readonly steps: readonly Step[];
}

interface Step {
  /** `变化`. */
  readonly name: string;
  /** In general, and with the numbers of the example. */
  readonly rule: string;
  readonly sum: string;
  readonly result: string;
}

/** Of the latest bulletin that has a row with a baseline, a target and an achieved value, all exact; null where none has. */
export function workedExample(
  bulletins: readonly Bulletin[],
  indicators: ReadonlyMap<string, Indicator>,
): WorkedExample | null {
  for (const bulletin of bulletins)
    for (const row of bulletin.groups.flatMap(({ rows }) => rows)) {
      const steps = stepsOf(row, indicators.get(row.indicator));
      if (steps) return { of: subject(row, bulletin, indicators.get(row.indicator)!), ...at(row, bulletin), steps };
    }
  return null;
}

const at = ({ indicator }: Row, { issue }: Bulletin): Pick<WorkedExample, 'address'> => ({
  address: chartAddress(issue.number, indicator),
});

const subject = (row: Row, { issue }: Bulletin, { direction }: Indicator): string =>
  `第${issue.number}期${placeWord(row.place)}“${rowName(row)}”（${direction}）`;

function stepsOf({ cells, comparison }: Row, indicator: Indicator | undefined): Step[] | null {
  const { baseline, target, achieved } = cells;
  const { change, targets } = comparison;
  const [judged] = targets;
  const sign = indicator && SIGNS[indicator.direction];
  if (!sign || !judged || !isExact(baseline) || !isExact(achieved) || !isNumeric(target)) return null;
  const threshold = thresholdOf(target, sign.comparators);
  if (threshold === null || isNotComputable(change) || isNotComputable(judged.margin)) return null;
  if (judged.outcome !== 'met' && judged.outcome !== 'missed') return null;
  return [
    difference('变化', '达到水平减去基期', achieved, spell(baseline), change),
    difference('与目标相差', '达到水平减去目标；目标写“80%以上”的，减去80%', achieved, threshold, judged.margin),
    {
      name: '结果',
      rule: sign.rule,
      sum: `${spell(achieved)} ${sign[judged.outcome]} ${threshold}`,
      result: outcomeWord(judged),
    },
  ];
}

const difference = (
  name: string,
  rule: string,
  achieved: NumericObservation,
  from: string,
  result: Difference,
): Step => ({ name, rule, sum: `${spell(achieved)} − ${from}`, result: signed(result) });

const isExact = (o: Observation | undefined): o is NumericObservation =>
  isNumeric(o) && comparatorOf(o.quantity) === 'eq' && !isExpected(o) && !o.cumulative && !isRankUnit(o.unit);

/** What a target demands: 80% of “80%以上”. Null where it demands something else than its indicator's direction. */
function thresholdOf({ quantity, unit }: NumericObservation, comparators: readonly Comparator[]): string | null {
  if (quantity.kind !== 'point' || !comparators.includes(quantity.comparator)) return null;
  return phrase({ ...quantity, comparator: 'eq' }, unit);
}

const SIGNS: Readonly<
  Partial<
    Record<Indicator['direction'], { rule: string; comparators: readonly Comparator[]; met: string; missed: string }>
  >
> = {
  越高越好: { rule: '越高越好的，不低于目标为达标', comparators: ['eq', 'ge'], met: '≥', missed: '<' },
  越低越好: { rule: '越低越好的，不高于目标为达标', comparators: ['eq', 'le'], met: '≤', missed: '>' },
};
