import type { Bulletin, LookAlike, Row } from '../domain/issue.ts';
import { memo } from '../domain/memo.ts';
import { isTimeless, type Observation } from '../domain/observation.ts';
import { rowIn } from '../domain/target-view.ts';
import { chartAddress, figureAnchor, lookAlikeAnchor } from '../publication/address.ts';
import { outcomeWord, quoted, roleWord, spell } from './phrase.ts';
import { placeWord } from './place.ts';
import { targetNames } from './target-finding.ts';

/** One of two figures that may be taken for one another. */
interface Side {
  /** 正文二（一）“不见面审批事项占比”98.9%. */
  readonly said: string;
  readonly value: string;
  readonly name: string;
  /** 附表第1行, 正文二（一）. */
  readonly place: string;
  readonly time: string;
  readonly level: string;
  /** What it is judged by, and how: 省定目标80%，达标. */
  readonly target: string;
  /** Of its chart, from the root of the site, or of its row on the bulletin's page (`#…`). */
  readonly address: string;
}

/** Two look-alike figures side by side, for the bulletin's page. */
export interface LookAlikePair {
  /** On the bulletin's page, for good. */
  readonly anchor: string;
  readonly title: string;
  /** What staff say of the two. */
  readonly note: string;
  /** Which of them a judgement may rest on. */
  readonly advice: string;
  readonly sides: readonly [Side, Side];
}

/** All pairs of a bulletin, in the order of the text, with what holds for every one of them. */
export interface LookAlikeList {
  readonly says: string;
  readonly pairs: readonly LookAlikePair[];
}

/** What staff say alike of every pair is said once. */
export function lookAlikeList(bulletin: Bulletin): LookAlikeList {
  const pairs = bulletin.lookAlikes.map((pair) => pairOf(bulletin, pair));
  const [shared, ...others] = new Set(pairs.map(({ note }) => note));
  const write = '引用请写明名称、出处和时点。';
  if (pairs.length < 2 || shared === undefined || others.length > 0) return { says: write, pairs };
  return { says: `${shared}${write}`, pairs: pairs.map((pair) => ({ ...pair, note: '' })) };
}

/** The pairs that one figure of the text is in. */
export const pairsOfFact = (bulletin: Bulletin, fact: Observation): LookAlikePair[] =>
  bulletin.lookAlikes.filter((pair) => pair.fact === fact).map((pair) => pairOf(bulletin, pair));

/** The pairs that an indicator of the bulletin is in. */
export const pairsOfIndicator = (bulletin: Bulletin, code: string): LookAlikePair[] =>
  bulletin.lookAlikes
    .filter(({ fact, other }) => [fact, other].some(({ indicator }) => indicator === code))
    .map((pair) => pairOf(bulletin, pair));

/** 正文二（一）“不见面审批事项占比”98.9%. */
export const inItsPlace = (o: Observation): string => `${placeWord(o.source.place)}${quoted(o.name)}${spell(o)}`;

/** 正文“不见面审批事项占比”98.9%，附表第1行“政务服务事项不见面审批事项占比”97.2%。…. */
export const lookAlikeNote = ({ fact, other, note }: LookAlike): string =>
  `${inItsPlace(fact)}，${inItsPlace(other)}。${note}`;

function pairOf(bulletin: Bulletin, pair: LookAlike): LookAlikePair {
  const { fact, other, note } = pair;
  const sides = [fact, other].map((o) => ({ o, targets: targetsOf(bulletin, o) }));
  return {
    anchor: lookAlikeAnchor(bulletin, pair),
    title: `${fact.name}：${spell(fact)}与${spell(other)}`,
    note,
    advice: adviceOn(sides),
    sides: sides.map((side) => sideOf(bulletin, side)) as [Side, Side],
  };
}

interface Judged {
  readonly o: Observation;
  /** Each target with its outcome: 省定目标80%，达标. */
  readonly targets: readonly string[];
}

/** What a number that was reached is judged by; nothing for any other. */
function targetsOf(bulletin: Bulletin, o: Observation): string[] {
  const row = reaching(bulletin).get(o);
  return row ? rowTargets(row) : [];
}

/** The row of each number that was reached. */
const reaching = memo(
  ({ groups }: Bulletin) =>
    new Map(
      groups
        .flatMap(({ rows }) => rows)
        .toReversed()
        .map((row) => [row.cells.achieved, row]),
    ),
);

function rowTargets(row: Row): string[] {
  const targets = row.all.filter(({ column }) => column.role === 'target');
  const names = targetNames({ columns: targets.map(({ column }) => column) });
  return targets.flatMap(({ column, o }, i) =>
    o.kind === 'number' ? [`${names[i]}${spell(o)}，${outcomeWord(rowIn(row, column).comparison)}`] : [],
  );
}

function sideOf({ issue, facts }: Bulletin, { o, targets }: Judged): Side {
  return {
    said: inItsPlace(o),
    value: spell(o),
    name: o.name,
    place: placeWord(o.source.place),
    time: timeOf(o),
    level: o.level ?? '通报未注明',
    target: targets.length > 0 ? targets.join('；') : untargeted(o),
    address: o.role === 'stated' ? `#${figureAnchor(facts, o)}` : chartAddress(issue.number, o.indicator ?? ''),
  };
}

const timeOf = (o: Observation): string => {
  if (o.asOf) return `截至${o.asOf.label}`;
  return isTimeless(o) ? '通报未注明' : o.period!.label;
};

const untargeted = ({ role }: Observation): string =>
  role === 'stated' || role === 'achieved' ? '没有目标，不能判定' : `是${roleWord(role)}值，不作判定`;

/** Which of the two a judgement may rest on. */
function adviceOn(sides: readonly Judged[]): string {
  const named = ({ o }: Judged): string => `${placeWord(o.source.place)}的${spell(o)}`;
  const [judged, open] = [sides.filter((s) => s.targets.length > 0), sides.filter((s) => s.targets.length === 0)];
  if (judged.length === 0) return `两个数都没有目标，都不能说达标或者未达标。`;
  if (open.length === 0) return `两个数各有目标，说是否达标时不要换用。`;
  return `说是否达标，用${judged.map(named).join('、')}；${open.map(named).join('、')}没有目标，不能说达标或者未达标。`;
}
