import { isExpected, isNumeric, type NumericObservation, type Observation } from '../domain/observation.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Block } from '../ingest/prose/blocks.ts';
import type { Unread } from '../ingest/table/located.ts';
import { spell } from '../wording/phrase.ts';
import { absences, movedClaims } from './absence.ts';
import { ClaimIndex, type Claim, type NumericClaim } from './claim.ts';
import { clauseBefore, isSplit, occurrences, placeIn, sentenceOf, textAfter, type Occurrence } from './occurrence.ts';
import { strayOf, unclaimed } from './stray.ts';

/** A number of the text tied to the observation it states; undefined where it is none's. */
export interface Tie {
  readonly block: number;
  readonly start: number;
  readonly text: string;
  readonly o: Observation | undefined;
}

export interface Reconciled {
  /** In reading order. */
  readonly ties: readonly Tie[];
  /** By observation: the sentence it stands in. */
  readonly sentences: ReadonlyMap<Observation, string>;
  /** Figures that their section lacks. */
  readonly missing: readonly Observation[];
  readonly problems: readonly Problem[];
}

interface Setting {
  readonly file: string;
  readonly issue: number;
  readonly names: readonly string[];
  /** Figures that could not be read; null where whole files or rows were lost. */
  readonly unread: readonly Unread[] | null;
}

/**
 * 对账: every number of the text is an observation of its section, digits as printed, and every figure of the data
 * stands in its section. A figure that could not be read may be any number of its place, so as many are passed over.
 */
export function reconcile(text: readonly Block[], claims: readonly Claim[], setting: Setting): Reconciled {
  const { file, issue, names, unread } = setting;
  const numeric = claims.filter(isNumericClaim);
  const index = new ClaimIndex(numeric);
  const tied = tie(occurrences(text, names), index);
  const sentences = sentencesOf(tied);
  const strays = tied.filter(({ o }) => o === undefined).map((t) => strayOf(t, index, file, issue));
  // A number that differs in unit or qualifier is reported at its place in the text.
  const reported = new Set(strays.flatMap((s) => s.differs ?? []));
  const missing = numeric.filter(({ o, at }) => at && !sentences.has(o) && !reported.has(o));
  const moved = movedClaims(missing, strays);
  const explained = new Set(moved.values());
  return {
    ties: tied.map(({ mention, index: block, o }) => ({ block, start: mention.start, text: mention.text, o })),
    sentences,
    missing: missing.map((c) => c.o),
    problems: [
      ...tied.flatMap((t) => numberProblems(t, file)),
      ...unclaimed(
        strays.filter((s) => !explained.has(s)),
        unread,
      ),
      ...absences(missing, moved, numeric),
    ],
  };
}

const isNumericClaim = (claim: Claim): claim is NumericClaim => isNumeric(claim.o);

/** A number with the observations that it may state, and the one it is taken for. */
interface Tied extends Occurrence {
  readonly fits: readonly NumericObservation[];
  readonly o: NumericObservation | undefined;
}

/** Equal numbers of a section state its equal observations in their order; where there are fewer, the last again. */
function tie(all: readonly Occurrence[], claims: ClaimIndex): Tied[] {
  const turns = new Map<string, number>();
  return all.map((occurrence): Tied => {
    const { mention, block } = occurrence;
    const fits = claims.statedAt(block.place, mention).map(({ o }) => o);
    const key = `${block.place}|${mention.text.replace(/\s/g, '')}`;
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return { ...occurrence, fits, o: fits[turn] ?? fits.at(-1) };
  });
}

/** The first sentence that may state an observation is its sentence. */
function sentencesOf(tied: readonly Tied[]): Map<Observation, string> {
  const sentences = new Map<Observation, string>();
  for (const t of tied) for (const o of t.fits) if (!sentences.has(o)) sentences.set(o, sentenceOf(t));
  return sentences;
}

function numberProblems(tied: Tied, file: string): Problem[] {
  const { mention, block, fits, o } = tied;
  return [
    ...(isSplit(tied) ? [problem('prose/split-number', { file, line: block.line }, mention.text)] : []),
    ...(o && fits.every((fit) => expectsOtherwise(fit, tied))
      ? [
          problem('prose/differs', placeIn(file, tied), mention.text.trim(), {
            other: spell(o),
            where: o.name,
            what: '是否预计',
          }),
        ]
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
