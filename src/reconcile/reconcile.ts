import { isExpected, type NumericObservation, type Observation } from '../domain/observation.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import type { Unread } from '../ingest/table/located.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { placeKey } from '../ingest/text/place.ts';
import { spellAsFiled } from '../wording/phrase.ts';
import { absences, movedClaims } from './absence.ts';
import { attributeProblems } from './attribute.ts';
import type { ReadChange } from './change.ts';
import { claimedCells } from './claimed.ts';
import { ClaimIndex, isNumericClaim, type Claim, type NumericClaim } from './claim.ts';
import { doubtOf } from './doubt.ts';
import { isStatedBy } from './fit.ts';
import { Naming } from './naming.ts';
import {
  clauseBefore,
  contextOf,
  isSplit,
  occurrences,
  placeIn,
  sentenceOf,
  snippetOf,
  textAfter,
  type Occurrence,
} from './occurrence.ts';
import { cellOf, isWhole, type Telling } from './restated.ts';
import { strayOf, unclaimed, type Desk } from './stray.ts';
import { swappedNames } from './swapped.ts';
import { tieFacts, type TimingOf } from './tie.ts';
import { tieChanges } from './tie-changes.ts';
import { timingOf, type Timing } from './timing.ts';

/** A number of the text and what it says: one observation, or the first less the second of two. */
export interface Tie {
  readonly block: number;
  readonly start: number;
  readonly text: string;
  readonly place: string;
  readonly sentence: string;
  readonly of: readonly Observation[];
}

export interface Reconciled {
  /** In reading order. */
  readonly ties: readonly Tie[];
  /** By observation: the sentence it stands in, and the section. */
  readonly sentences: ReadonlyMap<Observation, { readonly sentence: string; readonly place: string }>;
  /** Figures that their section lacks. */
  readonly missing: readonly Observation[];
  readonly problems: readonly Problem[];
}

export interface Setting {
  readonly file: string;
  readonly issue: number;
  /** ISO; null where the front matter does not give it. */
  readonly date: string | null;
  readonly names: readonly string[];
  readonly registry: Registry;
  /** Figures that could not be read; null where whole files or rows were lost. */
  readonly unread: readonly Unread[] | null;
}

/**
 * 对账: every number of the text is one mention of one observation, a change that is computed again, or no figure; and every
 * fact is one number of the text. A figure that could not be read may be any number of its place, so as many are passed over.
 */
export function reconcile(text: readonly Block[], claims: readonly Claim[], setting: Setting): Reconciled {
  const { file, issue, names, unread, registry } = setting;
  const { units } = registry;
  const numeric = claims.filter(isNumericClaim);
  const index = new ClaimIndex(numeric);
  const all = occurrences(text, names, units);
  const naming = new Naming();
  const timing = remembered((occurrence) => timingOf(occurrence, setting.date));
  const { facts, undecided } = tieFacts(all, numeric, units, naming, timing);
  const telling: Telling = { claims: index, registry, naming, timingOf: timing, areas: areasOf(numeric) };
  const cells = tieCells(all, facts, telling);
  const taken = new Set(facts.values());
  const absent = numeric.filter((claim) => claim.fact && !taken.has(claim) && !undecided.has(claim));
  const doubt = doubtOf(unread, absent, { naming, units, areas: telling.areas });
  const changes = tieChanges(all, { facts, cells }, numeric, { registry, naming, doubt });
  for (const [occurrence, { kind }] of changes)
    if (kind === 'change') cells.delete(occurrence);
    else if (cells.has(occurrence)) changes.delete(occurrence);
  const desk: Desk = { file, issue, claims: index, units, taken };
  const isTied = (occurrence: Occurrence): boolean =>
    facts.has(occurrence) || cells.has(occurrence) || changes.has(occurrence);
  const strays = all.filter((occurrence) => !isTied(occurrence)).map((occurrence) => strayOf(occurrence, desk));
  const reported = new Set(strays.flatMap((s) => s.differs ?? []));
  const sentences = sentencesOf(all, facts, index, setting);
  const missing = numeric.filter((claim) => claim.at && !sentences.has(claim.o) && !reported.has(claim.o));
  const moved = movedClaims(missing, strays, units);
  const explained = new Set(moved.values());
  const ties = { facts, cells, changes };
  return {
    ties: all.flatMap((occurrence) => tieOf(occurrence, ties) ?? []),
    sentences,
    missing: missing.map((c) => c.o),
    problems: [
      ...all.flatMap((occurrence) => numberProblems(occurrence, ties, file)),
      ...undecidedProblems(undecided, isTied),
      ...swappedNames(facts, naming),
      ...claimedCells(facts, telling),
      ...attributeProblems(facts, timing),
      ...unclaimed(
        strays.filter((s) => !explained.has(s) && !doubt.ofAny(s.occurrence)),
        unread,
      ),
      ...absences(missing, moved, numeric),
    ],
  };
}

/** Areas that the tables name, but for the whole. */
const areasOf = (claims: readonly NumericClaim[]): string[] => [
  ...new Set(claims.flatMap(({ o, fact }) => (fact === undefined && o.area && !isWhole(o.area) ? [o.area] : []))),
];

/** What the numbers of a text are tied to. */
interface Ties {
  readonly facts: ReadonlyMap<Occurrence, NumericClaim>;
  readonly cells: ReadonlyMap<Occurrence, NumericClaim>;
  readonly changes: ReadonlyMap<Occurrence, ReadChange>;
}

function remembered(look: (occurrence: Occurrence) => Timing): TimingOf {
  const known = new Map<Occurrence, Timing>();
  return (occurrence) => {
    const found = known.get(occurrence) ?? look(occurrence);
    known.set(occurrence, found);
    return found;
  };
}

function tieCells(all: readonly Occurrence[], facts: Ties['facts'], telling: Telling): Map<Occurrence, NumericClaim> {
  const cells = new Map<Occurrence, NumericClaim>();
  for (const occurrence of all) {
    const cell = facts.has(occurrence) ? undefined : cellOf(occurrence, telling);
    if (cell) cells.set(occurrence, cell);
  }
  return cells;
}

function tieOf(occurrence: Occurrence, { facts, cells, changes }: Ties): Tie | undefined {
  const claim = facts.get(occurrence) ?? cells.get(occurrence);
  const read = changes.get(occurrence);
  const change = read?.kind === 'change' ? [read.change.minuend, read.change.subtrahend] : undefined;
  const of = claim ? [claim.o] : change;
  if (!of) return undefined;
  const { figure, block, index } = occurrence;
  return {
    block: index,
    start: figure.start,
    text: figure.text,
    place: block.place,
    sentence: sentenceOf(occurrence),
    of,
  };
}

/** Of a fact the sentence of its number; of a cell that stands in a section the first sentence there that may state it. */
function sentencesOf(
  all: readonly Occurrence[],
  facts: Ties['facts'],
  claims: ClaimIndex,
  { registry }: Setting,
): Map<Observation, { sentence: string; place: string }> {
  const sentences = new Map<Observation, { sentence: string; place: string }>();
  for (const occurrence of all) {
    const { figure, block } = occurrence;
    const here = claims
      .like(figure)
      .filter((claim) => claim.at && claim.fact === undefined && isIn(block.place, claim));
    const stated = here.filter(({ o }) => isStatedBy(figure, o, registry.units));
    for (const { o } of [...(facts.has(occurrence) ? [facts.get(occurrence)!] : []), ...stated])
      if (!sentences.has(o)) sentences.set(o, { sentence: sentenceOf(occurrence), place: block.place });
  }
  return sentences;
}

const isIn = (place: string, { o }: NumericClaim): boolean => placeKey(o.source.place) === placeKey(place);

function numberProblems(occurrence: Occurrence, { facts, cells, changes }: Ties, file: string): Problem[] {
  const { figure } = occurrence;
  const at = placeIn(file, occurrence);
  const found = figure.text.trim();
  const claim = facts.get(occurrence) ?? cells.get(occurrence);
  const change = changes.get(occurrence);
  return [
    ...(isSplit(occurrence) ? [problem('prose/split-number', { file, line: occurrence.block.line }, found)] : []),
    ...(claim && expectsOtherwise(claim.o, occurrence)
      ? [problem('prose/differs', at, found, { other: spellAsFiled(claim.o), where: claim.o.name, what: '是否预计' })]
      : []),
    ...(change?.kind === 'wrong'
      ? [problem('prose/change', at, found, { sum: change.sum, context: contextOf(occurrence) })]
      : []),
  ];
}

const EXPECTING = /预计|预期|力争|有望|争取|计划|目标|将|拟/;
const EXPECTED_IN_CLAUSE = /预计|预期|力争/;
const EXPECTED_BEFORE = /(?:预计|预期|力争)(?:能|将|可)?(?:达到?|为|完成)?\s*$/;
const EXPECTED_AFTER = /^[(（](?:预计|预期|力争)[)）]/;

/** Whether the text expects what the figure has reached, or says nothing of expecting what the figure only expects. */
function expectsOtherwise(o: NumericObservation, occurrence: Occurrence): boolean {
  if (isExpected(o)) return !EXPECTING.test(sentenceOf(occurrence));
  if (o.role !== 'achieved' && o.role !== 'stated') return false;
  const before = o.role === 'achieved' ? EXPECTED_IN_CLAUSE : EXPECTED_BEFORE;
  return before.test(clauseBefore(occurrence)) || EXPECTED_AFTER.test(textAfter(occurrence));
}

/** A number that no one else needs may be any of those that are left; it is told as one of them anyway. */
function undecidedProblems(
  undecided: ReadonlyMap<NumericClaim, readonly Occurrence[]>,
  isTied: (occurrence: Occurrence) => boolean,
): Problem[] {
  return [...undecided]
    .filter(([, numbers]) => numbers.every(isTied))
    .map(([{ o, fact }, numbers]) =>
      problem('prose/undecided', fact!.quoted, o.name, {
        value: spellAsFiled(o),
        snippets: [...new Set(numbers.map(snippetOf))].map((words) => `“${words}”`).join('、'),
      }),
    );
}
