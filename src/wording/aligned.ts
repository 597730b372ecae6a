import { onlyUnit, type Column, type Group, type Row } from '../domain/issue.ts';
import { isNumeric } from '../domain/observation.ts';
import { isBound } from '../domain/quantity.ts';
import { differenceUnit } from '../domain/unit.ts';
import { measured } from './phrase.ts';
import { targetNames } from './target-finding.ts';

/** What must be known of rows that are drawn at their targets: 与目标相差（个百分点），右为好. */
export function alignedCaption({ units, rows }: Pick<Group, 'units' | 'rows'>): string {
  return [comparedWords(units), ...(hasBound(rows) ? ['箭头：只写了界限，数在箭头一边'] : [])].join('；');
}

function comparedWords(units: readonly string[]): string {
  const unit = onlyUnit(units);
  const difference = unit === null ? '' : measured(differenceUnit(unit));
  if (unit === null) return '与目标相差，右为好；每种单位各用一个比例';
  return `与目标相差${difference === '' ? '' : `（${difference}）`}，右为好`;
}

const hasBound = (rows: readonly Row[]): boolean =>
  rows.some(({ cells }) =>
    [cells.baseline, cells.target, cells.achieved].some((o) => isNumeric(o) && isBound(o.quantity)),
  );

/** A column in the fewest words that tell it from the others: 2019年, 目标, 省定目标 of several. */
export function shortLabel(column: Column, columns: readonly Column[]): string {
  const targets = columns.filter(({ role }) => role === 'target');
  if (column.role === 'target') return targets.length > 1 ? targetNames({ columns })[targets.indexOf(column)]! : '目标';
  const alike = columns.filter(({ role, period }) => role !== 'target' && period?.code === column.period?.code);
  return column.period && alike.length === 1 ? column.period.label : column.label;
}
