import type { Group, Row } from '../domain/issue.ts';
import { isExpected, isNumeric, type NumericObservation } from '../domain/observation.ts';
import { comparatorOf, isNotComputable, lowerOf, sign, type NotComputable } from '../domain/quantity.ts';
import { changeSince, distance, isNegative, shortfall } from './difference.ts';
import { spell, spellNumber, spellRank } from './phrase.ts';
import { targetViews } from '../domain/target-view.ts';
import { rowName } from './row-name.ts';
import { targetNames } from './target-finding.ts';

/** What one row says, as a sentence with its subject. */
export function rowFinding(row: Row, group: Group): string {
  const { achieved } = row.cells;
  return isNumeric(achieved) ? reachedFinding(row, achieved, group) : absenceFinding(row, group);
}

/** Without an achieved number the other numbers of the row are told. */
function absenceFinding(row: Row, group: Group): string {
  const {
    all,
    cells: { achieved },
  } = row;
  const label = group.columns.find((c) => c.role === 'achieved')?.label ?? '';
  const rest = all.flatMap(({ column, o }) =>
    (column.role === 'baseline' || column.role === 'target') && isNumeric(o) ? [`${column.label}为${spell(o)}`] : [],
  );
  const absence = achieved ? `${label}${spell(achieved)}` : '没有达到水平的数值';
  return `${[rowName(row) + absence, ...(rest.length > 0 ? [rest.join('，')] : [])].join('；')}。`;
}

function reachedFinding(row: Row, achieved: NumericObservation, group: Group): string {
  const names = targetNames(group);
  const targets = targetViews({ ...group, rows: [row] }).map((view, i) =>
    targetClause(view.rows[0]!, names[i] ?? '目标'),
  );
  const clauses = [...targets, baselineClause(row)].filter((c) => c !== undefined);
  const computed = clauses.filter((c) => typeof c === 'string');
  const notComputed = clauses.filter((c) => typeof c !== 'string');
  const reasons = [...Map.groupBy(notComputed, ({ consequence }) => consequence)].map(
    ([consequence, all]) => `${all.map(({ what }) => what).join('、')}${consequence}`,
  );
  const head = [levelClause(row, achieved), ...rankClause(achieved), ...computed].join('，');
  return `${[head, ...reasons].join('；')}。`;
}

/** What cannot be computed, and what follows: 待评（目标年份未到）. */
interface NotComputed {
  readonly what: string;
  readonly consequence: string;
}

const unknown = (what: string, { reason }: NotComputable): NotComputed => ({
  what,
  consequence: `无法计算：${reason}`,
});

function levelClause(row: Row, achieved: NumericObservation): string {
  const when = achieved.period?.label ?? '';
  if (isExpected(achieved)) return `${rowName(row)}预计${when}为${spellNumber(achieved)}`;
  return `${rowName(row)}${when}${verb(achieved, row)}${spell(achieved)}`;
}

/** 全省位次第5位: the bulletin's own count. */
const rankClause = ({ rank }: NumericObservation): string[] => (rank ? [`${rank.label}${spellRank(rank)}`] : []);

/**
 * 达到 says that something was achieved: only of what rose, and is better for it or meets a target; never of a ceiling, nor
 * of what bears a verb of its own (超过10%).
 */
function verb({ quantity }: NumericObservation, { comparison: { improved, change, targets } }: Row): string {
  const comparator = comparatorOf(quantity);
  if (comparator === 'gt' || comparator === 'lt') return '';
  if (improved !== true && !targets.some(({ outcome }) => outcome === 'met')) return '为';
  const fell = [change, ...targets.map(({ margin }) => margin)].some(
    (d) => !isNotComputable(d) && isNegative(lowerOf(d.quantity)),
  );
  return fell || comparator === 'le' ? '为' : '达到';
}

function targetClause({ cells: { target }, comparison }: Row, name: string): string | NotComputed | undefined {
  if (!isNumeric(target)) return undefined;
  const goal = `${name}（${spell(target)}）`;
  const { margin, outcome, reason } = comparison;
  if (isNotComputable(margin))
    return margin.reason === reason
      ? { what: goal, consequence: `待评（${reason}）` }
      : unknown(`与${goal}的差距`, margin);
  if (target.quantity.kind === 'range') return `${outcome === 'missed' ? '不' : ''}在${goal}范围内`;
  if (outcome === 'missed') return [`未达到${goal}`, shortfall(margin)].filter((said) => said !== null).join('，');
  // Where lower is better, 低于目标 is good news: the outcome is said beside it.
  return distance(margin, goal) + (outcome === 'met' && sign(margin.quantity) === -1 ? '（达标）' : '');
}

function baselineClause({ cells: { baseline }, comparison: { change } }: Row): string | NotComputed | undefined {
  if (!isNumeric(baseline)) return undefined;
  const from = `${baseline.period?.label ?? '基期'}（${spell(baseline)}）`;
  if (isNotComputable(change)) return unknown(`与${from}的变化`, change);
  return changeSince(from, change);
}
