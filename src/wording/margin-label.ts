import type { Comparison } from '../domain/comparison.ts';
import { isNotComputable, sign } from '../domain/quantity.ts';
import { BUILT_IN_UNITS } from '../domain/unit.ts';
import { shortfall, signedMargin } from './difference.ts';
import { isRankUnit } from './phrase.ts';

/**
 * How far from its target, as short as a mark's label: +17.2, 低0.3, 差0.2, 靠前3位. Where less is better it never says +
 * nor −, which would read as better and worse. Empty where it cannot be computed.
 *
 * @param withUnit where the units of a table's rows differ
 */
export function marginLabel({ margin, outcome }: Comparison, sense: 1 | -1, withUnit: boolean): string {
  if (isNotComputable(margin)) return '';
  const may = margin.expected ? '预计' : '';
  const said = withUnit || isRankUnit(margin.unit) ? margin : { ...margin, unit: '无' };
  const better = sign(margin.quantity);
  const short = better !== undefined && better * sense < 0;
  if (outcome === 'missed' || short) return may + (shortfall(said) ?? '不含本数');
  if (isRankUnit(margin.unit)) return may + signedMargin(margin);
  const label = signedMargin(said, margin.unit);
  return may + (sense === 1 ? label : label.replace('−', lessWord(margin.unit)).replace('+', '高'));
}

/** Shares and scores are lower, counted things and times are fewer. */
const lessWord = (unit: string): string =>
  ['比率', '评分', '指数', '比值'].includes(BUILT_IN_UNITS.find(unit)?.kind ?? '') ? '低' : '少';
