import { farthest, justMet } from '../domain/farthest.ts';
import { hasTarget, type Bulletin, type Group, type Row } from '../domain/issue.ts';
import { isExpected, isNumeric } from '../domain/observation.ts';
import { isNotComputable } from '../domain/quantity.ts';
import { correctedSentences } from './corrected.ts';
import { declines } from './decline.ts';
import { changeSince } from './difference.ts';
import { counted, spell } from './phrase.ts';
import { namesOf, rowName, someNames } from './row-name.ts';
import { isOnePending } from './headline.ts';
import { judgedCount, outcomesByTarget, type Outcomes } from './target-finding.ts';

/** More rows than this are told by their names, without their numbers. */
const MOST_TOLD = 2;

/** More names than this are counted. */
const MOST_NAMED = 3;

/**
 * What stands under a headline: first what was missed, then what cannot be judged and why, what has no target, what is only
 * expected or fell all the same, and what was corrected. Where nothing was missed it says what went farthest.
 */
export function standfirst(bulletin: Bulletin): string[] {
  const { groups } = bulletin;
  const views = outcomesByTarget(groups);
  const several = views.length > 1;
  return [
    ...views.flatMap(({ name, rows }) => viewSentences(rows, several ? name : '目标')),
    ...groups.filter((group) => !hasTarget(group)).flatMap(expectedSentence),
    ...groups.flatMap((group) => declinedBesides(group)),
    ...correctedSentences(bulletin),
  ];
}

function viewSentences(rows: Outcomes, goal: string): string[] {
  return [
    ...missedSentence(rows.missed, goal),
    ...(rows.missed.length === 0 && rows.pending.length === 0 ? farthestSentences(rows.met, goal) : []),
    ...(isOnePending(rows) ? [] : pendingSentence(rows.pending, goal)),
    ...(judgedCount(rows) > 0 && rows['no-target'].length > 0
      ? [`${namesOrCount(rows['no-target'])}未列${goal}。`]
      : []),
  ];
}

/** 没有达到的是实名差评按期整改率：2023年99.8%，目标100%，比2022年下降0.2个百分点。 */
function missedSentence(rows: readonly Row[], goal: string): string[] {
  const [only] = rows;
  if (!only) return [];
  const what = `没有达到${goal === '目标' ? '' : goal}的是`;
  if (rows.length > MOST_TOLD) return [`${what}${someNames(rows, MOST_NAMED)}。`];
  if (rows.length === 1) return [`${what}${rowName(only)}：${numbersOf(only)}。`];
  return [`${what}${rows.map((row) => `${rowName(row)}（${numbersOf(row)}）`).join('和')}。`];
}

/** 2023年99.8%，目标100%，比2022年下降0.2个百分点. */
function numbersOf(row: Row): string {
  const {
    cells: { baseline },
    comparison: { change },
  } = row;
  return [
    levelsOf(row),
    ...(isNumeric(baseline) && !isNotComputable(change) ? [changeSince(baseline.period?.label ?? '基期', change)] : []),
  ].join('，');
}

/** 2023年99.8%，目标100%. */
const levelsOf = ({ cells: { achieved, target } }: Row): string =>
  [
    ...(isNumeric(achieved) ? [`${achieved.period?.label ?? ''}${spell(achieved)}`] : []),
    ...(isNumeric(target) ? [`目标${spell(target)}`] : []),
  ].join('，');

/** 待评的是甲（达到水平是预计数）、乙（…）。 */
function pendingSentence(rows: readonly Row[], goal: string): string[] {
  if (rows.length === 0) return [];
  const told = byReason(rows).map(([reason, all]) => `${namesOrCount(all)}（${reason}）`);
  return [`${goal === '目标' ? '' : goal}待评的是${told.join('、')}。`];
}

const byReason = (rows: readonly Row[]): [reason: string, rows: Row[]][] => [
  ...Map.groupBy(rows, ({ comparison }) => comparison.reason ?? ''),
];

/** Many names say less than how many they are. */
const namesOrCount = (rows: readonly Row[]): string =>
  rows.length > MOST_NAMED ? counted(rows.length, '项') : namesOf(rows);

/** 高出目标最多的是行政许可事项即办件占比：2020年57.9%，目标25%。实名差评按期整改率正好达到目标。 */
function farthestSentences(met: readonly Row[], goal: string): string[] {
  const exact = justMet(met);
  const most = farthest(met);
  return [
    ...(most ? [`${most.isLower ? '低于' : '高出'}${goal}最多的是${rowName(most.row)}：${levelsOf(most.row)}。`] : []),
    ...(exact.length > 0 && exact.length <= MOST_TOLD && exact.length < met.length
      ? [`${namesOf(exact)}正好达到${goal}。`]
      : []),
  ];
}

/** 评价得分中两项是预计数，还不是成绩。 */
function expectedSentence({ name, rows }: Group): string[] {
  const expected = rows.filter(({ cells: { achieved } }) => isNumeric(achieved) && isExpected(achieved));
  if (expected.length === 0) return [];
  if (rows.length === 1) return [`${rowName(rows[0]!)}是预计数，还不是成绩。`];
  const all = expected.length === rows.length;
  return [`${name}${all ? '' : '中'}${counted(expected.length, '项')}${all ? '都' : ''}是预计数，还不是成绩。`];
}

/** What fell and was not told as missed. */
function declinedBesides(group: Group): string[] {
  const told = group.rows.filter(({ comparison }) => comparison.outcome === 'missed');
  const rows = told.length > MOST_TOLD ? group.rows : group.rows.filter((row) => !told.includes(row));
  return declines({ ...group, rows });
}
