import type { NumericObservation, Role } from '../domain/observation.ts';
import { difference, isExact, isNotComputable, lowerOf, sameValue } from '../domain/quantity.ts';
import { differenceUnit, type Units } from '../domain/unit.ts';
import { roleWord, spellAsFiled } from '../wording/phrase.ts';
import type { NumericClaim } from './claim.ts';
import { fitsUnit } from './fit.ts';
import { CLAUSE, spanOf, type Occurrence } from './occurrence.ts';

/** A change that the text states between two observations of the bulletin. */
interface Change {
  readonly minuend: NumericObservation;
  readonly subtrahend: NumericObservation;
}

/** The change that a number says: tied to its two observations, or computed otherwise than it is written. */
export type ReadChange =
  { readonly kind: 'change'; readonly change: Change } | { readonly kind: 'wrong'; readonly sum: string };

const UP = '提高|提升|上升|增长|增加|增多|上涨|扩大|增|升|多|高出?|超出?|高于|超过|超额|前移|快于?|好于|优于';
const DOWN = '下降|降低|减少|压缩|缩短|缩减|压减|回落|下滑|后移|少|低|降|减|低于|短';
const VERB = new RegExp(`(?:(${UP})|(${DOWN}))(?:了|幅度?为?|至多|目标|达到?)?\\s{0,2}$`);

/** The observations between which a sentence may state a change: of a row that it names, and those it states itself. */
export interface ChangeContext {
  /** Cells of each row that the words name. */
  readonly rows: readonly (readonly NumericObservation[])[];
  /** The numbers of the sentence and what they are tied to, in their order. */
  readonly beside: readonly { readonly o: NumericObservation; readonly number: Occurrence }[];
  /**
   * What may be held against the number. Where a figure that may be one of the two could not be read, no cell; where it may be one
   * that the sentence states, nothing.
   */
  readonly against: 'all' | 'sentence' | 'nothing';
}

/** 相差 says how far apart two numbers are, whichever is larger. */
const APART = /(?:相差|差距|差值|差额|差)(?:为|达|了)?\s{0,2}$/;

/** Undefined where the words speak of no change; 0 where they do not say in which direction. */
function signOf({ figure, block }: Occurrence): 1 | 0 | -1 | undefined {
  const digits = figure.start + Math.max(0, figure.text.search(/\d/));
  const before = block.text.slice(Math.max(0, figure.start - 8), digits);
  if (APART.test(before)) return 0;
  const found = VERB.exec(before);
  // 高于80%的省定目标 says what the target is.
  const isTarget = /^\s?的[^，。；]{0,6}(?:目标|标准|要求|水平|平均|均值)/.test(
    block.text.slice(figure.end, figure.end + 12),
  );
  if (!found || isTarget) return undefined;
  return found[1] === undefined ? -1 : 1;
}

/** The signed change that a number says, in digits, or both that it may be; undefined where its words speak of none. */
export function saidChange(occurrence: Occurrence): readonly string[] | undefined {
  const { counted, readings } = occurrence.figure;
  const sign = signOf(occurrence);
  const reading = readings.find(isExact);
  if (sign === undefined || !reading) return undefined;
  // Who rises in an order has a smaller number.
  const order = counted.kind === 'unit' && counted.name === '位' ? -1 : 1;
  if (sign === 0) return [reading.value, negated(reading.value)];
  return [sign * order > 0 ? reading.value : negated(reading.value)];
}

export function readChange(
  said: readonly string[],
  occurrence: Occurrence,
  units: Units,
  { rows, beside, against }: ChangeContext,
): ReadChange | undefined {
  const counted = (o: NumericObservation): boolean =>
    isExact(o.quantity) && fitsUnit(occurrence.figure.counted, differenceUnit(o.unit, units), units);
  const inRows = rows.flatMap((cells) => pairsIn(cells.filter(counted)));
  const inSentence = pairsBeside(beside.filter(({ o }) => counted(o)));
  const right = [...inRows, ...inSentence.flat()].find(({ minuend, subtrahend }) =>
    said.some((digits) => sameValue(differenceOf(minuend, subtrahend), digits)),
  );
  if (right) return { kind: 'change', change: right };
  if (against === 'nothing') return undefined;
  const [only, ...others] = inSentence.filter((pairs) => pairs.length === 1).flat();
  const inRow = against === 'all' ? meantIn(inRows, occurrence) : undefined;
  const meant = inRow ?? (others.length === 0 ? only : undefined);
  return meant && { kind: 'wrong', sum: sumOf(meant) };
}

/** What is set against what in a row: what was reached, or is to be, against what was before; the last minus the first. */
const AGAINST: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  achieved: ['baseline', 'target', 'frontier'],
  target: ['baseline'],
};

const pairsIn = (row: readonly NumericObservation[]): Change[] =>
  row.flatMap((minuend) =>
    row.flatMap((subtrahend) =>
      AGAINST[minuend.role]?.includes(subtrahend.role) && isOneKind(minuend, subtrahend)
        ? [{ minuend, subtrahend }]
        : [],
    ),
  );

const isOneKind = (a: NumericObservation, b: NumericObservation): boolean => a.unit === b.unit && a.area === b.area;

/** Numbers before a change among which it is looked for. */
const MOST_BESIDE = 8;

/** 由85件下降到60件 goes from the first to the second, 60件，比上年的85件 from the second to the first; else either may be meant. */
function pairsBeside(beside: ChangeContext['beside']): Change[][] {
  const some = beside.slice(-MOST_BESIDE);
  return some.flatMap((first, i) =>
    some.slice(i + 1).map((second): Change[] => {
      if (first.o.unit !== second.o.unit) return [];
      const [rise, fall] = [
        { minuend: second.o, subtrahend: first.o },
        { minuend: first.o, subtrahend: second.o },
      ];
      const between = first.number.block.text.slice(first.number.figure.end, second.number.figure.start);
      if (/[到至为]\s*$/.test(between)) return [rise];
      return /[比较]/.test(between) ? [fall] : [rise, fall];
    }),
  );
}

const negated = (digits: string): string => (digits.startsWith('-') ? digits.slice(1) : `-${digits}`);

/** Both are exact, so their difference is a number. */
function differenceOf(a: NumericObservation, b: NumericObservation): string {
  const found = difference(a.quantity, b.quantity);
  return isNotComputable(found) ? '0' : lowerOf(found);
}

/** What a wrong change should be computed from: what was reached, and what the clause compares it with. */
function meantIn(pairs: readonly Change[], occurrence: Occurrence): Change | undefined {
  const [from] = spanOf(occurrence, CLAUSE);
  const clause = occurrence.block.text.slice(from, occurrence.figure.start).replace(/\s+/g, '');
  const reached = pairs.filter(({ minuend }) => minuend.role === 'achieved');
  const against = (role: NumericObservation['role']): Change | undefined =>
    reached.find(({ subtrahend }) => subtrahend.role === role);
  if (/目标|任务|要求/.test(clause)) return against('target');
  if (/前沿|先进/.test(clause)) return against('frontier');
  return /[较比]|同比|提高|下降|提升|压缩|减少|增加|上升|缩短|降低/.test(clause) ? against('baseline') : undefined;
}

/** `97.2%（2020年）减70.41%（2019年）得26.79`. */
const sumOf = ({ minuend, subtrahend }: Change): string =>
  `${told(minuend)}减${told(subtrahend)}得${differenceOf(minuend, subtrahend)}`;

function told(o: NumericObservation): string {
  const what = o.role === 'stated' ? o.name : (o.period?.label ?? roleWord(o.role));
  return `${spellAsFiled(o)}（${what}）`;
}

/** The claims of one row of a table. */
export const rowKeyOf = ({ o, place }: NumericClaim): string =>
  `${place.file}|${place.row}|${o.indicator ?? o.name}|${o.area ?? ''}`;
