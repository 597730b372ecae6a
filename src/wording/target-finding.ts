import type { Comparison } from '../domain/comparison.ts';
import type { Group, Row } from '../domain/issue.ts';
import { targetViews } from '../domain/target-view.ts';
import { isNotComputable, sign } from '../domain/quantity.ts';
import { declines } from './decline.ts';
import { counted, quoted } from './phrase.ts';
import { isOfIndicator, namesOf, subjectOf } from './row-name.ts';

/** The rows of a table by what became of their targets. */
export type Outcomes = Readonly<Record<Comparison['outcome'], readonly Row[]>>;

/**
 * What tables with targets say together: how many are met, by how much, which are not, and what declined all the same. A
 * finding is never of a part: several tables are counted as one.
 */
export function targetFinding(groups: readonly Group[]): string[] {
  const views = viewsByTarget(groups);
  const several = views.size > 1;
  return [
    ...[...views].flatMap(([name, all]) => viewFinding(all, name, several)),
    ...groups.flatMap((group) => declines(group)),
  ];
}

/** The tables once for each target that one of them has, by its name, in the order of the first. */
export function viewsByTarget(groups: readonly Group[]): Map<string, Group[]> {
  const named = groups.flatMap((group) => {
    const names = targetNames(group);
    return targetViews(group).flatMap((view, i) => (names[i] === undefined ? [] : [{ name: names[i], view }]));
  });
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ view }) => view)]));
}

/** Of several targets each is counted by itself, by its name. */
function viewFinding(views: readonly Group[], name: string, several: boolean): string[] {
  const tables = views.map(tableName).join('、');
  const all = views.flatMap((view) => view.rows);
  const rows = outcomesOf(all);
  const without = rows['no-target'];
  if (without.length === all.length) return [`${tables}没有可以评判的${several ? name : '目标'}。`];
  return [
    `${tables}所列${tally(rows, name)}。`,
    ...beyond(rows),
    ...(without.length > 0 ? [`${namesOf(without)}未列${several ? name : '目标'}。`] : []),
  ];
}

/** What became of each target that one of the tables has, by its name, over all tables. */
export const outcomesByTarget = (groups: readonly Group[]): { name: string; rows: Outcomes }[] =>
  [...viewsByTarget(groups)].map(([name, views]) => ({ name, rows: outcomesOf(views.flatMap(({ rows }) => rows)) }));

function outcomesOf(rows: readonly Row[]): Outcomes {
  const by = (outcome: Comparison['outcome']): Row[] => rows.filter((r) => r.comparison.outcome === outcome);
  return { met: by('met'), missed: by('missed'), pending: by('pending'), 'no-target': by('no-target') };
}

/** A table by its name, one that is not called so as such: 附表, 附件2, “时间”表. */
function tableName(group: Group): string {
  if (isOfIndicator(group)) return subjectOf(group);
  return /[表单]$|^附件\d*$/.test(group.name) ? group.name : `${quoted(group.name)}表`;
}

/** What a table's targets are called: 省定目标; of two that the same office set, by their time: 2025年市定目标. */
export function targetNames({ columns }: Pick<Group, 'columns'>): string[] {
  const targets = columns.filter(({ role }) => role === 'target');
  const alike = new Set(targets.map(({ setter }) => setter)).size < targets.length;
  return targets.map(({ setter, period }) => `${alike ? (period?.label ?? '') : ''}${setter ?? ''}目标`);
}

export const judgedCount = ({ met, missed, pending }: Outcomes): number => met.length + missed.length + pending.length;

/** 六项省定目标全部达到, 三项省定目标中，两项达到，一项未达到（…）. */
function tally(rows: Outcomes, goal: string): string {
  const { met, missed, pending } = rows;
  const count = judgedCount(rows);
  const goals = count === 1 ? goal : `${counted(count, '项')}${goal}`;
  if (met.length === count) return `${goals}${count === 1 ? '已经' : '全部'}达到`;
  const all = count === 1 ? '' : '均';
  if (missed.length === count) return `${goals}${all}未达到（${namesOf(missed)}）`;
  if (pending.length === count) return `${goals}${all}待评（${reasonOf(pending) ?? namesOf(pending)}）`;
  return `${goals}中，${[
    ...(met.length > 0 ? [`${counted(met.length, '项')}达到`] : []),
    ...(missed.length > 0 ? [`${counted(missed.length, '项')}未达到（${namesOf(missed)}）`] : []),
    ...(pending.length > 0 ? [`${counted(pending.length, '项')}待评（${namesOf(pending)}）`] : []),
  ].join('，')}`;
}

/** Names of so many say less than the one reason of all. */
const MOST_NAMED = 3;

/** Why all of many targets are pending, where it is one reason. */
function reasonOf(rows: readonly Row[]): string | undefined {
  const [reason, ...others] = new Set(rows.map(({ comparison }) => comparison.reason));
  return rows.length > MOST_NAMED && others.length === 0 ? (reason ?? undefined) : undefined;
}

/** How many of the met targets are passed and how many just reached; said only where both occur and no margin is open. */
function beyond(rows: Outcomes): string[] {
  const { met } = rows;
  const { signs, exact } = margins(rows);
  if (exact === 0 || exact === met.length || signs.includes(undefined)) return [];
  const subject = met.length === judgedCount(rows) ? '其中' : `达到的${counted(met.length, '项')}中，`;
  const passed = counted(met.length - exact, '项');
  return [`${subject}${passed}${better(signs)}目标，${counted(exact, '项')}正好达到目标。`];
}

/** 五项高于目标, where others of those that are met just reach theirs. */
export function passedWords(rows: Outcomes): string[] {
  const { met } = rows;
  const { signs, exact } = margins(rows);
  if (exact === 0 || exact === met.length || signs.includes(undefined)) return [];
  return [`${counted(met.length - exact, '项')}${better(signs)}目标`];
}

const margins = ({ met }: Outcomes): { signs: (-1 | 0 | 1 | undefined)[]; exact: number } => {
  const signs = met.map(marginSign);
  return { signs, exact: signs.filter((s) => s === 0).length };
};

const marginSign = ({ comparison: { margin } }: Row): -1 | 0 | 1 | undefined =>
  isNotComputable(margin) ? undefined : sign(margin.quantity);

/** 高于 only where all are better by being higher. */
const better = (signs: readonly (-1 | 0 | 1 | undefined)[]): string => (signs.includes(-1) ? '优于' : '高于');
