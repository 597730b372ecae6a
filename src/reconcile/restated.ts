import type { NumericObservation } from '../domain/observation.ts';
import { yearOf } from '../domain/period.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { aroundOf } from './around.ts';
import type { ClaimIndex, NumericClaim } from './claim.ts';
import { isStatedBy } from './fit.ts';
import type { Naming } from './naming.ts';
import type { Occurrence } from './occurrence.ts';
import type { TimingOf } from './tie.ts';

/** The share of a name that must stand around a number for it to speak of that indicator. */
export const NAMED = 0.75;

/** What decides whether a number of the text repeats a cell. */
export interface Telling {
  readonly claims: ClaimIndex;
  readonly registry: Registry;
  readonly naming: Naming;
  readonly timingOf: TimingOf;
  /** Areas that the tables name. */
  readonly areas: readonly string[];
}

/** Cells with one value that are looked at: no bulletin names so many. */
const MOST_CELLS = 500;

/** The cell that a number repeats, by value, unit and name: it needs no row of its own. */
export function cellOf(occurrence: Occurrence, telling: Telling): NumericClaim | undefined {
  const { figure } = occurrence;
  const { claims, registry } = telling;
  const cells = claims
    .like(figure)
    .filter((claim) => claim.fact === undefined && isStatedBy(figure, claim.o, registry.units));
  const ranked = figure.counted.kind === 'rank' ? claims.ranked(figure) : [];
  const all = [...cells, ...ranked].slice(0, MOST_CELLS).filter((claim) => speaksOf(claim, occurrence, telling));
  return best(all, (claim) => scoreOf(claim, occurrence, telling));
}

/** Whether the text around a number names what a cell is of, and no other year: its section does, or its words do. */
function speaksOf({ o }: NumericClaim, occurrence: Occurrence, telling: Telling): boolean {
  if (!isOfSection(o, occurrence) && !isNamed(o, occurrence, telling)) return false;
  const { governing } = telling.timingOf(occurrence);
  if (governing !== undefined && o.period !== null && o.role !== 'target')
    return yearOf(governing) === yearOf(o.period);
  return o.role !== 'baseline' || !isChanged(occurrence);
}

/** 压减至1个: what it came to is not what it was before. */
const isChanged = ({ block, figure }: Occurrence): boolean =>
  /[升降减增压缩高低长短][至到]\s?$/.test(block.text.slice(Math.max(0, figure.start - 4), figure.start));

const isOfSection = (o: NumericObservation, { block }: Occurrence): boolean =>
  placeKey(o.source.place) === placeKey(block.place);

function isNamed(o: NumericObservation, occurrence: Occurrence, { registry, naming, areas }: Telling): boolean {
  if (areas.length > 0 && !isInArea(o.area, occurrence, areas)) return false;
  return namesOf(o, registry).some((name) => naming.share(name, occurrence, 'paragraph') >= NAMED);
}

/** The area that is named nearest to a number, beside it or before it, is its own; where none is, it speaks of the whole. */
export function isInArea(area: string | null, occurrence: Occurrence, areas: readonly string[]): boolean {
  const { block, figure } = occurrence;
  const { near, clause, sentence, from } = aroundOf(occurrence);
  const inWords = (words: string): readonly string[] => areas.filter((one) => words.includes(one));
  const before = block.text.slice(from, figure.start);
  const last = areas
    .toSorted((a, b) => before.lastIndexOf(b) - before.lastIndexOf(a))
    .filter((one) => before.includes(one));
  const tiers = [
    inWords(near),
    inWords(clause),
    last.slice(0, 1),
    inWords(sentence),
    inWords(block.heading + block.text),
  ];
  const named = tiers.find((tier) => tier.length > 0);
  return named ? area !== null && named.includes(area) : area === null || isWhole(area);
}

/** 全市, 全县: no part of it. */
export const isWhole = (area: string): boolean => area.startsWith('全');

/** By which the text may call what an observation is of. */
export function namesOf(o: NumericObservation, { indicators }: Registry): readonly string[] {
  const indicator = o.indicator === null ? undefined : indicators.get(o.indicator);
  return indicator ? [indicator.name, ...indicator.aliases] : [o.name];
}

function scoreOf({ o }: NumericClaim, occurrence: Occurrence, { registry, naming, timingOf }: Telling): number {
  const words = Math.max(...namesOf(o, registry).map((name) => naming.affinity(name, occurrence)));
  const area = o.area === null ? 0 : naming.affinity(o.area, occurrence);
  const here = isOfSection(o, occurrence) ? 8 : 0;
  return words + area + here + roleScore(o, occurrence, timingOf);
}

/** Of equal cells of one row the words and the time say which is meant. */
function roleScore({ role, period }: NumericObservation, occurrence: Occurrence, timingOf: TimingOf): number {
  const { governing, stated } = timingOf(occurrence);
  const { block, figure } = occurrence;
  const near = block.text.slice(Math.max(0, figure.start - 8), figure.end + 8);
  const told = governing ? [governing] : stated;
  const timed = period !== null && told.some(({ code }) => code === period.code) ? 2 : 0;
  if (role === 'target') return timed + (/目标|任务|要求/.test(near) ? 3 : -3);
  return timed + (role === 'achieved' ? 1 : 0);
}

function best<T>(all: readonly T[], score: (one: T) => number): T | undefined {
  return all
    .map((one) => ({ one, score: score(one) }))
    .reduce<{ one: T; score: number } | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)?.one;
}
