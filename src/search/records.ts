import type { CheckedLibrary } from '../check/library.ts';
import type { Correction } from '../domain/correction.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Group, Row } from '../domain/issue.ts';
import { bulletinsOfIndicator } from '../domain/of-indicator.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import type { PlainTable } from '../domain/plain-table.ts';
import { trendsOf } from '../domain/trend.ts';
import { areaAnchor, chartAddress, figureAnchor, indicatorAddress, issueAddress } from '../publication/address.ts';
import { amendmentsOf, anchorOf } from '../publication/amendment.ts';
import { volumeOf } from '../publication/volume.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { correctionChange, correctionSubject } from '../wording/correction.ts';
import { issueFinding } from '../wording/finding.ts';
import { chineseDate, spell, spellNumber, spellWithArea } from '../wording/phrase.ts';
import { fullWidth, placeWord } from '../wording/place.ts';
import { rowFinding } from '../wording/row-finding.ts';
import { trendFinding } from '../wording/trend-finding.ts';
import type { SearchRecord } from './record.ts';
import { sentencesOf } from './sentence.ts';

/**
 * What can be found, in the order in which it is shown: of the newest volume indicators over time, its bulletins, the newest first,
 * and all corrections; of an earlier one its bulletins.
 */
export const recordsOf = (library: CheckedLibrary, volume: number, isNewest: boolean): SearchRecord[] => [
  ...(isNewest ? [...library.indicators.values()].map((indicator) => courseRecord(indicator, library.bulletins)) : []),
  ...library.bulletins
    .filter(({ issue }) => volumeOf(issue.number) === volume)
    .flatMap((bulletin) => bulletinRecords(bulletin, library.indicators)),
  ...(isNewest ? correctionRecords(library) : []),
];

/** An indicator over time, with the names it goes by and its definition. */
function courseRecord(indicator: Indicator, bulletins: readonly Bulletin[]): SearchRecord {
  const { code, name, aliases, definition } = indicator;
  const own = bulletinsOfIndicator(bulletins, code);
  const also = aliases.length > 0 ? `（又称${aliases.join('、')}）` : '';
  const trends = trendsOf(own, indicator);
  const course = trends.length > 0 ? trendFinding(trends, indicator) : '';
  return {
    address: indicatorAddress(code),
    words: `${name}${also}：${[course, definition ?? ''].filter(Boolean).join('口径：') || '没有历期的数。'}`,
    where: '指标历期',
    kind: '历期',
    issues: own.map(({ issue }) => issue.number),
    topics: [...new Set(own.map(({ issue }) => issue.topic))],
  };
}

type Piece = Omit<SearchRecord, 'issues' | 'topics'>;

function bulletinRecords(bulletin: ReconciledBulletin, indicators: ReadonlyMap<string, Indicator>): SearchRecord[] {
  const { number, topic } = bulletin.issue;
  const page = issueAddress(number);
  const named = `第${number}期`;
  const pieces: Piece[] = [
    ...titlePieces(bulletin, indicators),
    ...sentencesOf(bulletin).map(({ words, place, anchor }) => ({
      address: `${page}#${anchor}`,
      words,
      where: named + placeWord(place),
      kind: '正文' as const,
    })),
    ...bulletin.facts.map((fact) => ({
      address: `${page}#${figureAnchor(bulletin.facts, fact)}`,
      words: factWords(fact),
      where: `${named}正文数字`,
      kind: '正文数字' as const,
    })),
    ...bulletin.groups.flatMap((group) => group.rows.map((row) => rowPiece(row, group, number))),
    ...bulletin.plain.flatMap((table) => plainPieces(table, number)),
  ];
  return pieces.map((piece) => ({ ...piece, issues: [number], topics: [topic] }));
}

function titlePieces(bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>): Piece[] {
  const { number, title, date, lead } = bulletin.issue;
  const at = { address: `${issueAddress(number)}#content`, kind: '标题和结果' } as const;
  return [
    { ...at, words: title, where: `第${number}期，${chineseDate(date)}，${lead}` },
    ...issueFinding(bulletin, indicators).map((words) => ({ ...at, words, where: `第${number}期的结果` })),
  ];
}

/** `不见面审批事项占比：98.9%（截至2020年底）。`. */
function factWords(fact: Observation): string {
  const { name, level, asOf, note } = fact;
  const conditions = [level ?? '', asOf ? `截至${asOf.label}` : ''].filter(Boolean).join('，');
  return `${name}：${spellWithArea(fact)}${conditions && `（${conditions}）`}。${note ?? ''}`;
}

/** What the row says, and what of its cells that leaves unsaid. */
function rowPiece(row: Row, group: Group, issue: number): Piece {
  const finding = rowFinding(row, group);
  const rest = row.all
    .filter(({ o }) => o.kind !== 'gap' && !finding.includes(isNumeric(o) ? spellNumber(o) : spell(o)))
    .map(({ column, o }) => `${column.label}：${spellWithArea(o, row.area)}`);
  const anchor = row.area === null ? '' : `#${areaAnchor(row.indicator, row.area)}`;
  return {
    address: chartAddress(issue, row.indicator) + anchor,
    words: finding + rest.map((words) => `${words}。`).join(''),
    where: `第${issue}期${fullWidth(placeWord(row.place))}`,
    kind: '表格',
  };
}

const plainPieces = ({ slug, name, head, rows }: PlainTable, issue: number): Piece[] =>
  rows.map((cells, i) => ({
    address: `${issueAddress(issue)}#${slug}`,
    words: `${cells.flatMap((cell, k) => (cell === '' ? [] : [`${head[k]}：${cell}`])).join('；')}。`,
    where: `第${issue}期${name}第${i + 1}行`,
    kind: '表格',
  }));

const correctionRecords = (library: CheckedLibrary): SearchRecord[] =>
  amendmentsOf(library).map((amendment) => {
    const { correction, after } = amendment;
    return {
      address: `/corrections/#${anchorOf(amendment)}`,
      words: `${correctionSubject(correction)}${correctionChange(correction)}。${reason(correction)}`,
      where: `第${correction.issue}期的更正，${chineseDate(correction.date)}`,
      kind: '更正',
      issues: [correction.issue],
      topics: [after.issue.topic],
    };
  });

const reason = ({ reason: words }: Correction): string => `原因：${words.replace(/。?$/, '。')}`;
