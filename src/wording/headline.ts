import { isNotComputable, isExact } from '../domain/quantity.ts';
import type { Bulletin, Row } from '../domain/issue.ts';
import { shortfall } from './difference.ts';
import { counted } from './phrase.ts';
import { rowName } from './row-name.ts';
import { judgedCount, outcomesByTarget, passedWords, type Outcomes } from './target-finding.ts';

/**
 * The answer of a bulletin in a line: 六项省定目标，五项达到，一项差0.2个百分点. It counts every table; of several targets
 * each by its name. Null where no table has a target: then the bulletin's own title is all that can stand there.
 */
export function headline({ groups }: Pick<Bulletin, 'groups'>): string | null {
  const goals = outcomesByTarget(groups).filter(({ rows }) => judgedCount(rows) > 0);
  const [reason, ...others] = new Set(
    goals.map(({ rows }) => (isOnePending(rows) ? rows.pending[0]!.comparison.reason : '')),
  );
  if (goals.length > 1 && reason && others.length === 0)
    return `${goals.map(({ name, rows }) => counting(name, rows)).join('、')}都待评：${reason}`;
  return goals.length > 0 ? goals.map(({ name, rows }) => goalClause(name, rows)).join('；') : null;
}

/** 六项省定目标; of one, its name. */
function counting(name: string, rows: Outcomes): string {
  const count = judgedCount(rows);
  return count === 1 ? name : `${counted(count, '项')}${name}`;
}

function goalClause(name: string, rows: Outcomes): string {
  const { met, missed, pending } = rows;
  const count = judgedCount(rows);
  if (count === 1) return oneClause(name, rows);
  const goals = counting(name, rows);
  if (met.length === count) return [`${goals}全部达到`, ...passedWords(rows)].join('，');
  if (pending.length === count)
    return `${goals}都待评${isOnePending(rows) ? `：${pending[0]!.comparison.reason}` : ''}`;
  if (missed.length === count) return `${goals}都没有达到`;
  return [
    goals,
    ...(met.length > 0 ? [`${counted(met.length, '项')}达到`] : []),
    ...(missed.length > 0 ? [missedWords(missed)] : []),
    ...(pending.length > 0 ? [`${counted(pending.length, '项')}待评`] : []),
  ].join('，');
}

/** Of one target its row is named: 网上可办率未达到省定目标，差1个百分点. */
function oneClause(name: string, { met, missed, pending }: Outcomes): string {
  const [row] = [...met, ...missed, ...pending];
  const subject = rowName(row!);
  if (met.length > 0) return `${subject}达到${name}`;
  if (missed.length > 0) return `${subject}未达到${name}${sizeOf(row!, '，')}`;
  return `${subject}的${name}待评：${row!.comparison.reason}`;
}

/** Whether all targets are pending, for one reason, which the headline can say. */
export const isOnePending = (rows: Outcomes): boolean =>
  rows.pending.length === judgedCount(rows) &&
  new Set(rows.pending.map(({ comparison }) => comparison.reason)).size === 1;

/** One is told by what it lacks, more by their number. */
function missedWords(missed: readonly Row[]): string {
  const [only, ...others] = missed;
  const size = others.length === 0 ? sizeOf(only!, '') : '';
  return `${counted(missed.length, '项')}${size || '未达到'}`;
}

function sizeOf({ comparison: { margin } }: Row, before: string): string {
  if (isNotComputable(margin) || !isExact(margin.quantity)) return '';
  const size = shortfall(margin);
  return size === null ? '' : before + size;
}
