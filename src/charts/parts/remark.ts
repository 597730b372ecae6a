import { cellIn, type Column, type Row } from '../../domain/issue.ts';
import { isNumeric, type NumericObservation, type Observation } from '../../domain/observation.ts';
import { comparatorOf, isNotComputable } from '../../domain/quantity.ts';
import { changeSince, distance, shortfall } from '../../wording/difference.ts';
import { rowIn } from '../../domain/target-view.ts';
import { OUTCOMES, spell } from '../../wording/phrase.ts';
import { targetNames } from '../../wording/target-finding.ts';
import { direction } from './point.ts';

/** `达标，高于目标17.2个百分点`, `未达标，差0.2个百分点`, or why it cannot be said; null where the row has not both numbers. */
export function toTarget(row: Row): string | null {
  const columns = row.all.map(({ column }) => column).filter(({ role }) => role === 'target');
  if (columns.length < 2) return toOneTarget(row, '目标');
  const names = targetNames({ columns });
  const rows = columns.map((column) => rowIn(row, column));
  const [reason, ...others] = new Set(
    rows.map(({ comparison: { margin } }) => isNotComputable(margin) && margin.reason),
  );
  if (reason && others.length === 0 && rows.every(hasBoth)) return `${names.join('、')}：${reason}`;
  const words = rows.flatMap((one, i) => toOneTarget(one, names[i]!) ?? []);
  return words.length > 0 ? words.join('；') : null;
}

const hasBoth = ({ cells: { target, achieved } }: Row): boolean => isNumeric(target) && isNumeric(achieved);

function toOneTarget({ comparison, cells: { target, achieved } }: Row, name: string): string | null {
  if (!isNumeric(target) || !isNumeric(achieved)) return null;
  const { margin, outcome } = comparison;
  const [word, of] = [OUTCOMES[outcome], name === '目标' ? '' : `${name}：`];
  if (isNotComputable(margin)) return `${of}${word}，${margin.reason}`;
  if (target.quantity.kind === 'range') return `${of}${word}，${outcome === 'missed' ? '不' : ''}在目标范围内`;
  if (outcome === 'missed') return `${of}${word}，${shortfall(margin) ?? '目标不含本数'}`;
  const goal = `目标${['上限', '', '下限'][direction(comparatorOf(target.quantity)) + 1]}`;
  return `${of}${word}，${distance(margin, goal)}`;
}

/** `比2019年提高16.66分`, `比2019年预计提高5分`, `与2019年持平`. */
export function sinceBaseline({ comparison: { change }, cells: { baseline, achieved } }: Row): string | null {
  if (!isNumeric(baseline) || !isNumeric(achieved)) return null;
  return isNotComputable(change) ? change.reason : changeSince(baseline.period?.label ?? '基期', change);
}

/** What has no mark, in words: all gaps of a row in one line, and a frontier that is a statement. */
export function unmarked(row: Row, columns: readonly Column[]): string[] {
  const gaps = columns.filter((column) => {
    const o = cellIn(row, column);
    return !o || o.kind === 'gap' || (isNumeric(o) && !isOnAxis(o));
  });
  const words = gaps.map((column) => `${column.label.replace(/前沿水平$/, '前沿')}：${gap(cellIn(row, column))}`);
  const statements = row.all.flatMap(({ o }) => (o.kind === 'statement' ? [`${frontier(o)}：${o.text}`] : []));
  return [...(words.length > 0 ? [words.join('；')] : []), ...statements];
}

/** A sum over the years of a plan has no place on an axis of years' values: beside them it would look like one. */
export const isOnAxis = (o: NumericObservation): boolean => !o.cumulative;

/** The bulletin's word for a gap, or a number that has no mark; a cell it leaves out is 未列. */
export function gap(o: Observation | undefined): string {
  if (!o) return '未列';
  return isNumeric(o) && o.cumulative ? `${spell(o)}（规划期累计数，不与一年的数画在一起）` : spell(o);
}

/** `前沿（上海市）`. */
export const frontier = (o: Observation): string => `前沿${o.area ? `（${o.area}）` : ''}`;
