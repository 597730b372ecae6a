import Big from 'big.js';
import { BUILT_IN_UNITS, type Units, type WrittenUnit } from '../../domain/unit.ts';
import type { PointQuantity, Quantity } from '../../domain/quantity.ts';
import { number, unitAtEnd, type Digits } from '../text/number.ts';
import { refusal, type Refusal } from './refusal.ts';
import { suspicion } from './suspicion.ts';

export interface ReadQuantity {
  readonly kind: 'quantity';
  readonly quantity: Quantity;
  /** Whether thousands separators were taken out. */
  readonly grouped: boolean;
}

/** A number or range with its qualifier and unit: `70%以上`, `90余次`, `1—2个`. */
export function readQuantity(
  source: string,
  unit: string | null,
  units: Units = BUILT_IN_UNITS,
): ReadQuantity | Refusal {
  const plain = withoutControl(outOfUnit(source.trim(), units));
  const { rest, qualifiers, written } = unqualified(plain, units);
  const ends = rest.split(/\s*(?:—+|–|~|至|到|(?<=[\d%]\s*)-)\s*/);
  const first = ends.length === 2 ? unitAtEnd(ends[0]!, units) : undefined;
  const suspect = suspicion(plain, rest, unit, written ?? first);
  if (suspect) return suspect;
  const numbers = ends.map((part, i) => number(i === 0 && first ? part.slice(0, -first.length) : part));
  if (ends.length > 2 || !areNumbers(numbers)) return noNumber(rest, unit);
  return (
    wrongUnit([written, first], unit) ??
    twoQualifiers(qualifiers, ends) ??
    quantityOf(numbers, qualifiers[0]?.comparator ?? 'eq')
  );
}

const INSIDE_UNIT =
  /^(?<number>[^余多]*\d)\s*(?<before>\p{Script=Han}{1,2})(?<word>[余多])(?<behind>\p{Script=Han}+)$/u;

/** `8万余件`, `3个多月`: the word inside the unit, as before it. */
function outOfUnit(source: string, units: Units): string {
  const { number: counted, before, word, behind } = INSIDE_UNIT.exec(source)?.groups ?? {};
  return before && units.find(`${before}${behind}`) ? `${counted}${word}${before}${behind}` : source;
}

/** 控制在65以内 says no more than 65以内. */
const withoutControl = (source: string): string => source.replace(/^控制在\s*(?=.*(?:以内|之内|以下)$)/, '');

interface Qualifier {
  readonly word: string;
  readonly comparator: PointQuantity['comparator'];
}
type Rule = readonly [RegExp, Qualifier['comparator']];

const BEFORE: readonly Rule[] = [
  [/^(?:≥|>=|不低于|不少于|不小于|至少)\s*/, 'ge'],
  [/^(?:≤|<=|不超过|不高于|不大于|不多于|至多|最多)\s*/, 'le'],
  [/^(?:>|超过|高于|大于|多于|超出|突破|超|逾)\s*/, 'gt'],
  [/^(?:<|不足|不到|低于|小于|少于)\s*/, 'lt'],
  [/^(?:约为|大约|约)\s*/, 'about'],
  [/^(?:将近|接近|近)\s*/, 'under'],
];
const AFTER: readonly Rule[] = [
  [/\s*(?:及以上|以上)$/, 'ge'],
  [/\s*(?:及以下|以下|以内|之内)$/, 'le'],
  [/\s*(?:左右|上下)$/, 'about'],
];
/** 余 and 多 stand before a counted unit (90余次), but behind the sign (70%多). */
const BEFORE_UNIT: readonly Rule[] = [[/\s*[余多]$/, 'over']];
const BEHIND_SIGN: readonly Rule[] = [[/(?<=%)[余多]$/, 'over']];

/** The number without its qualifiers, which stand before it, behind its unit or between the two, and without that unit. */
function unqualified(
  source: string,
  units: Units,
): {
  rest: string;
  qualifiers: readonly Qualifier[];
  written: WrittenUnit | undefined;
} {
  const qualifiers: Qualifier[] = [];
  const take = (from: string, rules: readonly Rule[]): string =>
    rules.reduce((rest, [pattern, comparator]) => {
      const word = pattern.exec(rest)?.[0];
      if (word === undefined) return rest;
      qualifiers.push({ word: word.trim(), comparator });
      return rest.replace(pattern, '');
    }, from);
  const outer = take(source, [...BEFORE, ...AFTER, ...BEHIND_SIGN]);
  const written = unitAtEnd(outer, units);
  const inner = written ? outer.slice(0, -written.length).trim() : outer;
  return { rest: take(inner, [...AFTER, ...BEFORE_UNIT]), qualifiers, written };
}

const areNumbers = (parts: readonly (Digits | undefined)[]): parts is readonly Digits[] =>
  parts.every((part) => part !== undefined);

/** A number followed by a word that is no unit we know is a unit mistake, not an unreadable value. */
function noNumber(rest: string, unit: string | null): Refusal {
  const unknownUnit = unit !== null && /^\d+(\.\d+)?\s*[\p{Script=Han}a-zA-Z℃]{1,4}$/u.test(rest);
  if (!unknownUnit) return refusal('value/unreadable');
  return refusal('value/unit-differs', { unit: rest.replace(/^[\d.]+/, '').trim(), expected: unit });
}

function wrongUnit(written: readonly (WrittenUnit | undefined)[], unit: string | null): Refusal | undefined {
  const wrong = unit === null ? undefined : written.find((w) => w !== undefined && w.unit !== unit);
  return wrong && refusal('value/unit-differs', { unit: wrong.unit, expected: unit ?? '' });
}

/** A range is a qualifier of its own. */
function twoQualifiers(qualifiers: readonly Qualifier[], ends: readonly string[]): Refusal | undefined {
  const words = qualifiers.map(({ word }) => word);
  const all = words.length === 1 && ends.length === 2 ? [ends.join('—'), ...words] : words;
  const [first, second] = all;
  return first === undefined || second === undefined ? undefined : refusal('value/two-qualifiers', { first, second });
}

function quantityOf([low, high]: readonly Digits[], comparator: PointQuantity['comparator']): ReadQuantity | Refusal {
  const { digits: value, grouped } = low!;
  if (!high) return { kind: 'quantity', quantity: { kind: 'point', value, comparator }, grouped };
  if (!new Big(value).lt(high.digits)) return refusal('value/reversed-range');
  return {
    kind: 'quantity',
    quantity: { kind: 'range', lower: value, upper: high.digits },
    grouped: grouped || high.grouped,
  };
}
