import type { Units } from '../../domain/unit.ts';

/** What a number of the text counts in. An unknown word is a unit of its own, which is no other one. */
export type CountedIn =
  | { readonly kind: 'unit'; readonly name: string }
  /** A magnitude without a unit: 3.2亿. */
  | { readonly kind: 'magnitude'; readonly word: string }
  | { readonly kind: 'unknown'; readonly word: string }
  /** 第5位. */
  | { readonly kind: 'rank' }
  | { readonly kind: 'none' };

/** What stands behind a number: its unit, 余 or 多 before, inside or behind it. */
export interface Tail {
  readonly counted: CountedIn;
  /** 余 or 多. */
  readonly over: boolean;
  readonly end: number;
}

const S = String.raw`\s{0,2}`;
const OVER_WORD = '(?:余|多(?![于样少元数]))';
const OVER = new RegExp(`${S}${OVER_WORD}`, 'y');
/** 多次, 多种 after a unit count on their own. */
const OVER_BEHIND = /\s{0,2}(?:余|多(?![于样少元数次种个项件家户人处方类场名批]))/y;
const INSIDE = /\s{0,2}(\p{Script=Han}{1,2})([余多])(\p{Script=Han}{1,4})/uy;
const MAGNITUDE = /\s{0,2}(万亿|百万|千万|十万|万|亿)/y;
const LATIN = /\s{0,1}[A-Za-zμµΩ°℃‱²³]+(?:\/[A-Za-zμµ²³\p{Script=Han}]+)?/uy;
const HAN = /\s{0,2}(\p{Script=Han})/uy;
/** Letters that may follow a number without being its unit. */
const WORDS = new Set(
  '的和与及以至到或等为是在上下内外中前后左并且而但则即又再较比由从向对把被将已均各共其可能还也就都',
);
const PER = /\/[\p{Script=Han}A-Za-z]+/uy;
const NO_UNIT = new Set(['无', '无单位']);
/** 吨公里, 人公里: two units that make another one. */
const MADE_OF_TWO = /(?:公里|千米|海里|平方米|立方米|千瓦)/y;

const patterns = new WeakMap<Units, RegExp>();

function unitPattern(units: Units): RegExp {
  const pattern = patterns.get(units) ?? new RegExp(`${S}(${units.pattern})`, 'y');
  patterns.set(units, pattern);
  return pattern;
}

const at = (pattern: RegExp, text: string, start: number): RegExpExecArray | null => {
  pattern.lastIndex = start;
  return pattern.exec(text);
};

export function tailOf(text: string, start: number, units: Units): Tail {
  const first = at(OVER, text, start)?.[0].length ?? 0;
  const from = start + first;
  const inside = first === 0 ? unitAround(text, from, units) : undefined;
  if (inside) return inside;
  const { counted, end } = unitAt(text, from, units);
  const last = first === 0 && counted.kind !== 'none' ? (at(OVER_BEHIND, text, end)?.[0].length ?? 0) : 0;
  return { counted, over: first + last > 0, end: end + last };
}

/** 8万余件, 3个多月, 3亿多元: the word stands inside the unit. */
function unitAround(text: string, start: number, units: Units): Tail | undefined {
  const found = at(INSIDE, text, start);
  if (!found) return undefined;
  const [whole, left = '', , right = ''] = found;
  for (let length = right.length; length > 0; length -= 1) {
    const unit = units.find(left + right.slice(0, length));
    if (unit) {
      const end = start + whole.length - right.length + length;
      return { counted: { kind: 'unit', name: unit.name }, over: true, end };
    }
  }
  return undefined;
}

interface Counted {
  readonly counted: CountedIn;
  readonly end: number;
}

function unitAt(text: string, start: number, units: Units): Counted {
  const known = knownAt(text, start, units);
  if (known) return known;
  const magnitude = at(MAGNITUDE, text, start);
  if (magnitude) return magnitudeAt(text, start + magnitude[0].length, magnitude[1]!);
  const latin = at(LATIN, text, start);
  if (latin) return { counted: { kind: 'unknown', word: latin[0].trim() }, end: start + latin[0].length };
  const han = at(HAN, text, start);
  if (!han || WORDS.has(han[1]!)) return { counted: { kind: 'none' }, end: start };
  return { counted: { kind: 'unknown', word: han[1]! }, end: start + han[0].length };
}

function magnitudeAt(text: string, end: number, word: string): Counted {
  const han = at(HAN, text, end)?.[1];
  const unknown = han !== undefined && !WORDS.has(han) && !/[余多]/.test(han);
  return unknown
    ? { counted: { kind: 'unknown', word: `${word}${han}` }, end: end + 1 }
    : { counted: { kind: 'magnitude', word }, end };
}

/** The longest unit that is known, unless what follows makes another one of it: 件/天, 吨公里. */
function knownAt(text: string, start: number, units: Units): Counted | undefined {
  const found = at(unitPattern(units), text, start);
  const written = found?.[1];
  if (written === undefined || NO_UNIT.has(written)) return undefined;
  const end = start + found![0].length;
  const more = at(PER, text, end) ?? at(MADE_OF_TWO, text, end);
  const longer = more && !/[%‰]$/.test(written) ? `${written}${more[0]}` : written;
  const unit = units.find(longer);
  if (unit) return { counted: { kind: 'unit', name: unit.name }, end: end + longer.length - written.length };
  return { counted: { kind: 'unknown', word: longer }, end: end + longer.length - written.length };
}
