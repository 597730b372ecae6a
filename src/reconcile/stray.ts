import type { Observation } from '../domain/observation.ts';
import { lowerOf } from '../domain/quantity.ts';
import type { Units } from '../domain/unit.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Unread } from '../ingest/table/located.ts';
import { halfWidth } from '../ingest/text/letters.ts';
import { placeKey } from '../ingest/text/place.ts';
import { spellAsFiled } from '../wording/phrase.ts';
import type { ClaimIndex, NumericClaim } from './claim.ts';
import type { Figure } from './figure/figure.ts';
import { differenceOf, isStatedBy } from './fit.ts';
import { contextOf, placeIn, snippetOf, type Occurrence } from './occurrence.ts';

/** A number of the text that nothing of the bulletin states. */
export interface Stray {
  readonly occurrence: Occurrence;
  readonly problem: Problem;
  /** The figure it states otherwise. */
  readonly differs: Observation | undefined;
}

/** What the text of a bulletin is held against. */
export interface Desk {
  readonly file: string;
  readonly issue: number;
  readonly claims: ClaimIndex;
  readonly units: Units;
  /** Facts that a number of the text is tied to. */
  readonly taken: ReadonlySet<NumericClaim>;
}

export function strayOf(occurrence: Occurrence, desk: Desk): Stray {
  const { figure, block } = occurrence;
  const at = placeIn(desk.file, occurrence);
  const found = figure.text.trim();
  const alike = desk.claims
    .alikeAt(block.place, figure)
    .find((claim) => !desk.taken.has(claim) && !isStatedBy(figure, claim.o, desk.units))?.o;
  if (alike) {
    const words = { other: spellAsFiled(alike), where: alike.name, what: differenceOf(figure, alike) };
    return { occurrence, problem: problem('prose/differs', at, found, words), differs: alike };
  }
  const words = { place: block.place, context: contextOf(occurrence) };
  if (figure.readings.length === 0)
    return { occurrence, problem: problem('prose/unreadable-number', at, found, words), differs: undefined };
  return {
    occurrence,
    problem: problem('prose/unregistered-number', at, found, { ...words, ...cureOf(occurrence, desk) }),
    differs: undefined,
  };
}

/** What is to be done: a row for it, of a number said again one that says so; a name is declared whole, never a number and its unit. */
function cureOf(occurrence: Occurrence, { claims, units, issue, taken }: Desk): { near: string; cure: string } {
  const { figure, block } = occurrence;
  const row = `在 data/issues/${issue}/facts.csv 加一行，出处写“${block.place}”`;
  const like = claims.like(figure).filter(({ o }) => isStatedBy(figure, o, units));
  const again = like.find((claim) => taken.has(claim))?.o;
  if (again)
    return {
      near: `；“${again.name}”有这个数，但已经是正文另一处的数`,
      cure: `${row}，原文写“${snippetOf(occurrence)}”；是同一个数又说了一遍的，关联指标写“${again.name}”，关系写“重述”`,
    };
  const here = like.find(
    ({ o, fact }) => fact === undefined && o.period !== null && placeKey(o.source.place) === placeKey(block.place),
  )?.o;
  if (here)
    return {
      near: `；“${here.name}”有这个数，但表里是“${here.period!.label}”的，正文这里不是`,
      cure: '照通报核对正文和表头的时间，改正写错的一处',
    };
  const elsewhere = like[0]?.o;
  const near = elsewhere ? `；“${elsewhere.name}”有这个数，出处写的是“${elsewhere.source.place}”` : '';
  return { near, cure: `${row}${unitCure(figure)}${isMeasured(figure) ? '' : NAME_CURE}` };
}

const NAME_CURE = '；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names';

const unitCure = ({ counted }: Figure): string =>
  counted.kind === 'unknown' ? `；“${counted.word}”是单位的，先在 data/units.csv 加上它` : '';

/** A share or a decimal is no part of a name. */
const isMeasured = ({ counted, readings }: Figure): boolean =>
  (counted.kind === 'unit' && /[%‰]/.test(counted.name)) || readings.some((reading) => lowerOf(reading).includes('.'));

/** Strays left after each unreadable figure has taken the number it prints, or else any one of its section. */
export function unclaimed(strays: readonly Stray[], unread: readonly Unread[] | null): Problem[] {
  if (unread === null) return [];
  const left = [...strays];
  for (const { place, printed } of unread) {
    const digits = halfWidth(printed).replace(/,/g, '');
    const isHere = ({ occurrence }: Stray): boolean => !place || placeKey(place) === placeKey(occurrence.block.place);
    const exact = left.findIndex(
      (s) => isHere(s) && s.occurrence.figure.readings.some((reading) => digits.includes(lowerOf(reading))),
    );
    const taken = exact >= 0 ? exact : left.findIndex(isHere);
    if (taken >= 0) left.splice(taken, 1);
  }
  return left.map((s) => s.problem);
}
