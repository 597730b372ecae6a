import { correctedClauses } from './corrected.ts';
import { groupFinding } from './finding.ts';
import { rowFinding } from './row-finding.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Column, Group, Row } from '../domain/issue.ts';
import { speakerOf, type Speaker } from '../publication/speaker.ts';
import { placesWord, placeWord } from './place.ts';
import { isExpected, isNumeric, isTimeless, type NumericObservation } from '../domain/observation.ts';
import { isNotComputable } from '../domain/quantity.ts';
import { rowName } from './row-name.ts';
import { groupTitle } from './title.ts';
import { chineseDate, unitsWord } from './phrase.ts';

/** Whose figures they are and who says so. */
export interface CitySpeaker extends Speaker {
  readonly city: string;
}

/**
 * What a reporter may copy as it stands: the finding with its city, and in brackets all that would be lost with the page
 * around it. Made of the finding alone, so it ranks nothing and says nothing of what the bulletin leaves open.
 */
export function rowQuote(row: Row, group: Group, bulletin: Bulletin, speaker: CitySpeaker): string {
  const conditions = [
    level([row]),
    moment([row]),
    computed(row),
    ...correctedClauses(bulletin, new Set([row.indicator])),
  ];
  return `${speaker.city}${rowFinding(row, group).replace(/。$/, '')}${bracket(conditions)}。${source([row], bulletin, speaker)}`;
}

/** The bulletin prints levels; what lies between them is the site's arithmetic. */
function computed({ comparison: { change, margin } }: Row): string {
  const what = [isNotComputable(margin) ? '' : '差距', isNotComputable(change) ? '' : '变化'].filter(Boolean);
  return what.length > 0 ? `${what.join('和')}由通报的数值算出` : '';
}

export function groupQuote(
  group: Group,
  bulletin: Bulletin,
  indicators: ReadonlyMap<string, Indicator>,
  speaker: CitySpeaker,
): string {
  const finding = groupFinding(group, indicators).join('') || `${groupTitle(group)}。`;
  const expected = group.rows.filter((r) => isNumeric(r.cells.achieved) && isExpected(r.cells.achieved)).map(rowName);
  const conditions = [
    group.columns
      .filter((c) => c.role !== 'frontier')
      .map((c) => c.label)
      .join('、'),
    unitsWord(group.units),
    level(group.rows),
    moment(group.rows),
    expected.length > 0 && !finding.includes('预计') ? `${expected.join('、')}为预计数` : '',
    ...correctedClauses(bulletin, new Set(group.rows.map((row) => row.indicator))),
  ];
  const who = `${speaker.city}《${speakerOf(speaker, bulletin.issue).series}》第${bulletin.issue.number}期`;
  const statement = `${finding.replace(/。$/, '')}${bracket(conditions)}。`;
  return `${who}${statement}${source(group.rows, bulletin, speaker)}`;
}

const bracket = (conditions: readonly string[]): string => {
  const said = conditions.filter(Boolean);
  return said.length > 0 ? `（${said.join('；')}）` : '';
};

function source(rows: readonly Row[], { issue }: Bulletin, speaker: Speaker): string {
  const { office, series } = speakerOf(speaker, issue);
  const place = placesWord(rows.map((row) => placeWord(row.place)));
  return `来源：${office}《${series}》第${issue.number}期${place}，${chineseDate(issue.date)}。`;
}

const WORDS: Readonly<Record<Exclude<Column['role'], 'frontier'>, string>> = {
  baseline: '基期',
  target: '目标',
  achieved: '达到水平',
};
const COMPARED_ROLES = ['baseline', 'target', 'achieved'] as const;

const numbers = (rows: readonly Row[]): NumericObservation[] =>
  rows.flatMap((r) => COMPARED_ROLES.map((role) => r.cells[role]).filter(isNumeric));

/** Level of the numbers; where the bulletin gives it to some only, to which. */
function level(rows: readonly Row[]): string {
  const all = numbers(rows);
  const stated = [...new Set(all.map((o) => o.level))];
  if (stated.length === 0) return '';
  if (stated.length === 1) return stated[0] ?? '通报未注明层级';
  if (rows.length > 1)
    return `${stated.filter((l) => l !== null).join('、')}，${stated.includes(null) ? '部分数值通报未注明层级' : '层级不尽相同'}`;
  const by = Map.groupBy(all, (o) => o.level);
  return [...by]
    .map(
      ([name, numbers]) =>
        `${numbers.map((o) => WORDS[o.role as keyof typeof WORDS]).join('和')}${name === null ? '通报未注明层级' : `为${name}`}`,
    )
    .join('，');
}

/** The dates that rows state. A heading's period is said with the values; what has neither is said to have none. */
function moment(rows: readonly Row[]): string {
  const reached = rows.map((r) => r.cells.achieved).filter(isNumeric);
  const dated = [...new Set(reached.flatMap((o) => (o.asOf ? [`截至${o.asOf.label}`] : [])))];
  const open = reached.filter(isTimeless);
  if (open.length === 0) return dated.join('、');
  return dated.length === 0 ? '通报未注明时点' : `${dated.join('、')}，其余通报未注明时点`;
}
