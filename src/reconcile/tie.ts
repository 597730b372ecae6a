import { lowerOf } from '../domain/quantity.ts';
import type { Units } from '../domain/unit.ts';
import { placeKey } from '../ingest/text/place.ts';
import type { NumericClaim } from './claim.ts';
import { plain } from './figure/script.ts';
import { isStatedBy } from './fit.ts';
import type { Naming } from './naming.ts';
import type { Occurrence } from './occurrence.ts';
import type { Timing } from './timing.ts';

/** A fact and a number of the text that may be one another, and how well their words go together. */
interface Edge {
  readonly claim: NumericClaim;
  readonly occurrence: Occurrence;
  readonly score: number;
}

/** What a number of the text is said to hold for, looked at once. */
export type TimingOf = (occurrence: Occurrence) => Timing;

export interface FactTies {
  readonly facts: ReadonlyMap<Occurrence, NumericClaim>;
  /** Facts of which the words do not say which number they are, each with the numbers it may be. */
  readonly undecided: ReadonlyMap<NumericClaim, readonly Occurrence[]>;
}

/** Sets of so many pairs are tied in their order: no bulletin says one number so often. */
const MOST_PAIRS = 10_000;
/** Scores nearer than this do not decide. */
const CLOSE = 0.05;

/** Ties each fact to one number of the text and each number to one fact: where several fit, the words around decide. */
export function tieFacts(
  all: readonly Occurrence[],
  claims: readonly NumericClaim[],
  units: Units,
  naming: Naming,
  timingOf: TimingOf,
): FactTies {
  const facts = new Map<Occurrence, NumericClaim>();
  const undecided = new Map<NumericClaim, readonly Occurrence[]>();
  const byDigits = Map.groupBy(
    claims.filter(({ fact }) => fact !== undefined),
    ({ o }) => lowerOf(o.quantity),
  );
  for (const [digits, numbers] of Map.groupBy(all, digitsOf)) {
    const group = digits === undefined ? undefined : byDigits.get(digits);
    if (!group) continue;
    const edges = edgesOf(group, numbers, (claim, occurrence) => fits(claim, occurrence, units)).map(
      ([claim, occurrence], _, pairs): Edge => ({
        claim,
        occurrence,
        score: pairs.length === 1 ? 0 : scoreOf(claim, occurrence, naming, timingOf),
      }),
    );
    const tied = assigned(edges);
    for (const { claim, occurrence } of tied) facts.set(occurrence, claim);
    for (const [claim, others] of undecidedIn(edges, tied)) undecided.set(claim, others);
  }
  return { facts, undecided };
}

/** All readings of a number have the same digits. */
const digitsOf = ({ figure: { readings } }: Occurrence): string | undefined => readings[0] && lowerOf(readings[0]);

const fits = ({ o, fact }: NumericClaim, occurrence: Occurrence, units: Units): boolean =>
  (o.source.place === '' || placeKey(o.source.place) === placeKey(occurrence.block.place)) &&
  isStatedBy(occurrence.figure, o, units) &&
  (!fact?.quote || standsIn(fact.quote, occurrence));

type Pair = readonly [NumericClaim, Occurrence];

function edgesOf(
  claims: readonly NumericClaim[],
  numbers: readonly Occurrence[],
  fitting: (...pair: Pair) => boolean,
): Pair[] {
  const every = claims.length * numbers.length <= MOST_PAIRS;
  const pairs = every
    ? claims.flatMap((claim) => numbers.map((occurrence): Pair => [claim, occurrence]))
    : claims.slice(0, numbers.length).map((claim, i): Pair => [claim, numbers[i]!]);
  return pairs.filter((pair) => fitting(...pair));
}

function scoreOf({ o }: NumericClaim, occurrence: Occurrence, naming: Naming, timingOf: TimingOf): number {
  const { governing, stated, inherited } = timingOf(occurrence);
  const words = naming.affinity(o.name, occurrence) + (o.area === null ? 0 : naming.affinity(o.area, occurrence));
  if (o.asOf === null) return words - (governing === undefined ? 0 : 2);
  if (governing?.code === o.asOf.code) return words + 4;
  const told = [...stated, ...(inherited ? [inherited] : [])].some(({ code }) => code === o.asOf!.code);
  return words + (told ? 1 : -4);
}

/** The best pairs first; of equal ones those that come first in the text and in the file. */
function assigned(edges: readonly Edge[]): Edge[] {
  const claims = new Set<NumericClaim>();
  const numbers = new Set<Occurrence>();
  return edges
    .map((edge, i) => ({ edge, i }))
    .sort((a, b) => b.edge.score - a.edge.score || a.i - b.i)
    .flatMap(({ edge }) => {
      if (claims.has(edge.claim) || numbers.has(edge.occurrence)) return [];
      claims.add(edge.claim);
      numbers.add(edge.occurrence);
      return [edge];
    });
}

/** Facts that could as well change their numbers, or take one that no fact has taken. */
function undecidedIn(edges: readonly Edge[], tied: readonly Edge[]): Map<NumericClaim, Occurrence[]> {
  const undecided = new Map<NumericClaim, Occurrence[]>();
  if (edges.length === tied.length) return undecided;
  const scores = new Map<NumericClaim, Map<Occurrence, number>>();
  for (const { claim, occurrence, score } of edges)
    scores.set(claim, (scores.get(claim) ?? new Map<Occurrence, number>()).set(occurrence, score));
  const holder = new Map(tied.map((edge) => [edge.occurrence, edge]));
  for (const own of tied)
    for (const [other, score] of scores.get(own.claim)!) {
      if (other === own.occurrence) continue;
      const second = holder.get(other);
      const back = second && scores.get(second.claim)!.get(own.occurrence);
      const gain = second ? (back ?? -Infinity) + score - second.score - own.score : score - own.score;
      if (gain > -CLOSE) undecided.set(own.claim, [...(undecided.get(own.claim) ?? [own.occurrence]), other]);
    }
  return undecided;
}

/** Whether a snippet of the text holds the number. */
function standsIn(quote: string, { block, figure }: Occurrence): boolean {
  const condensed = (text: string): string => plain(text).text.replace(/\s+/g, '');
  const words = condensed(quote);
  const text = condensed(block.text);
  const [start, end] = [
    condensed(block.text.slice(0, figure.start)).length,
    condensed(block.text.slice(0, figure.end)).length,
  ];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1))
    if (at <= start && end <= at + words.length) return true;
  return false;
}
