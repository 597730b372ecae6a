import {
  difference,
  exactly,
  isNotComputable,
  sign,
  type PointQuantity,
  type Quantity,
} from '../../domain/quantity.ts';
import { BUILT_IN_UNITS, type Units } from '../../domain/unit.ts';
import { tailOf, type CountedIn, type Tail } from './counted.ts';
import { withoutNonFigures } from './non-figure.ts';
import { Numbering } from './numbering.ts';
import { CHINESE_NUMERAL, numeralOf } from './numeral.ts';
import { qualifierBefore, qualifierBehind, type Qualifier } from './qualifier.ts';
import { plain } from './script.ts';

/** A number of the text, as a reader would quote it: `70多项`, `1—2个`, `-3.2%`. */
export interface Figure {
  /** As it stands in the text. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What it says; of a word that may be a verb (高于80%) both readings, the qualified first. None where it cannot be read (1:15, 10⁴). */
  readonly readings: readonly Quantity[];
  readonly counted: CountedIn;
}

type Comparator = PointQuantity['comparator'];

const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?`;
const NEXT = new RegExp(`${NUMBER}|[¼-¾⅐-⅞]|${CHINESE_NUMERAL}`, 'gu');
/** What makes a number one that is no plain number: 97..2, 1.2.3, 3/4, 1:15, 3×5, 10^4. */
const MALFORMED = /(?:[.,]{1,2}\d|[/:⁄×*^]\d|\.\.)[\d.,/:⁄×*^]*/y;
const DASH = /\s{0,2}(?:—{1,2}|–|~|-|至|到)\s{0,2}(?=\d)/y;
const AFTER_BRACKET = /[)）]/y;

/** The numbers of a text, in order. `names` are proper names that hold digits. */
export function figuresOf(
  source: string,
  names: readonly string[],
  units: Units = BUILT_IN_UNITS,
  numbering: Numbering = new Numbering(),
): Figure[] {
  const letters = plain(source);
  const plainNames = names.map((name) => plain(name).text).sort((a, b) => b.length - a.length);
  const text = withoutNonFigures(letters, plainNames, units, numbering);
  const figures: Figure[] = [];
  NEXT.lastIndex = 0;
  let from = 0;
  for (let m = NEXT.exec(text); m; m = NEXT.exec(text)) {
    const read = readAt(text, m.index, m[0], from, units);
    if (!read) continue;
    const [start, end] = [letters.at[read.start]!, letters.at[read.end]!];
    figures.push({ ...read, text: source.slice(start, end), start, end });
    NEXT.lastIndex = Math.max(read.end, m.index + m[0].length);
    from = read.end;
  }
  return shared(figures, source);
}

type Read = Omit<Figure, 'text'>;

function readAt(text: string, index: number, written: string, from: number, units: Units): Read | undefined {
  if (/^[\d¼-¾⅐-⅞]/u.test(written)) return readArabic(text, index, written, from, units);
  const value = numeralOf(written);
  return value === undefined ? undefined : readChinese(text, index, written, value, units);
}

/** Kinds of unit in which a number in Chinese letters is one, and no part of a phrase (百日攻坚, 十九届). */
const PHRASES = new Set([
  '届',
  '条',
  '期',
  '章',
  '部',
  '轮',
  '级',
  '站',
  '对',
  '村',
  '镇',
  '乡',
  '本',
  '年',
  '个月',
  '天',
  '小时',
]);

function readChinese(text: string, index: number, written: string, value: string, units: Units): Read | undefined {
  if (/[第\d数几]$/.test(text.slice(0, index))) return undefined;
  if (written.startsWith('百分之'))
    return {
      start: index,
      end: index + written.length,
      readings: [exactly(value)],
      counted: { kind: 'unit', name: '%' },
    };
  const tail = tailOf(text, index + written.length, units);
  if (tail.counted.kind !== 'unit') return undefined;
  const unit = units.find(tail.counted.name)!;
  if (PHRASES.has(unit.base) || unit.kind === '时间') return undefined;
  return complete(text, index, value, tail);
}

function readArabic(text: string, index: number, written: string, from: number, units: Units): Read | undefined {
  const start = signed(text, index, from) ? index - 1 : index;
  const digits = written.replace(/,/g, '');
  const malformed = sticky(MALFORMED, text, index + written.length);
  if (malformed !== undefined || !/^\d/.test(written) || /^0\d/.test(digits)) {
    const tail = tailOf(text, index + written.length + (malformed ?? 0), units);
    return { start, end: tail.end, readings: [], counted: tail.counted };
  }
  const value = start < index ? `-${digits}` : digits;
  const ordinal = /第\s{0,2}$/.test(text.slice(Math.max(0, index - 3), index));
  if (ordinal) return readRank(text, index, value, written.length);
  const end = index + written.length;
  const plus = sticky(PLUS, text, end);
  if (plus !== undefined) return complete(text, start, value, tailOf(text, end + plus, units), AT_LEAST);
  const tail = bracketed(text, start, tailOf(text, end, units), end, units);
  return range(text, start, index, value, tail, units) ?? complete(text, start, value, tail);
}

/** 100+项: at least so many. */
const PLUS = /\+(?![\dA-Za-z])/y;
const AT_LEAST: Pick<Qualifier, 'comparator'> = { comparator: 'ge' };

/** (85)分: the unit of a number in brackets stands behind them. */
function bracketed(text: string, start: number, tail: Tail, end: number, units: Units): Tail {
  if (tail.counted.kind !== 'none' || tail.end !== end || !/[(（]$/.test(text.slice(0, start))) return tail;
  const close = sticky(AFTER_BRACKET, text, end);
  const outer = close === undefined ? tail : tailOf(text, end + close, units);
  return outer.counted.kind === 'unit' ? outer : tail;
}

/** 第5位, 第3: a place in an order. */
function readRank(text: string, index: number, value: string, length: number): Read {
  const unit = sticky(/\s{0,2}(?:位|名次?)/y, text, index + length) ?? 0;
  const start = index - /第\s{0,2}$/.exec(text.slice(0, index))![0].length;
  return { start, end: index + length + unit, readings: [exactly(value)], counted: { kind: 'rank' } };
}

/** A minus is one unless it joins what it stands behind to the number: 12-15, A-3. */
function signed(text: string, index: number, from: number): boolean {
  const before = text[index - 1];
  if (before !== '-' && before !== '–') return false;
  return index - 1 > from ? !/[\dA-Za-z%‰□-]/.test(text[index - 2] ?? '') : index - 1 === 0;
}

function range(text: string, start: number, index: number, low: string, tail: Tail, units: Units): Read | undefined {
  const dash = tail.over ? undefined : sticky(DASH, text, tail.end);
  // 由85到90 and 从85至90 speak of a change, which has two numbers.
  if (dash === undefined || /(?:由|从|自)[^，。；,;]{0,6}$/.test(text.slice(Math.max(0, start - 7), start)))
    return undefined;
  const written = found(new RegExp(NUMBER, 'y'), text, tail.end + dash)!;
  const high = written.replace(/,/g, '');
  const second = tailOf(text, tail.end + dash + written.length, units);
  if (!sameUnit(tail.counted, second.counted)) return undefined;
  const behind = qualifierBehind(text, second.end);
  const sound = isLess(low, high) && !second.over && !behind && !/^0\d/.test(high) && index >= start;
  return {
    start,
    end: second.end + (behind?.length ?? 0),
    readings: sound ? [{ kind: 'range', lower: low, upper: high }] : [],
    counted: second.counted,
  };
}

function isLess(a: string, b: string): boolean {
  const between = difference(exactly(b), exactly(a));
  return !isNotComputable(between) && sign(between) === 1;
}

const sameUnit = (first: CountedIn, second: CountedIn): boolean =>
  first.kind === 'none' || JSON.stringify(first) === JSON.stringify(second);

/** A point with the qualifiers around it; of two that do not say the same nothing can be read. */
function complete(
  text: string,
  start: number,
  value: string,
  { counted, over, end }: Tail,
  inside: Pick<Qualifier, 'comparator'> | undefined = over ? OVER : undefined,
): Read {
  const before = qualifierBefore(text, start);
  const behind = qualifierBehind(text, end);
  const outer = { start: start - (before?.length ?? 0), end: end + (behind?.length ?? 0), counted };
  const comparators = [before, inside, behind].flatMap((q) => (q ? [q.comparator] : []));
  return { ...outer, readings: readingsOf(value, [...new Set(comparators)], before) };
}

const OVER: Pick<Qualifier, 'comparator'> = { comparator: 'over' };

function readingsOf(value: string, comparators: readonly Comparator[], before: Qualifier | undefined): Quantity[] {
  const [first = 'eq', second, third] = comparators;
  const point = (comparator: Comparator): Quantity => ({ kind: 'point', value, comparator });
  if (third !== undefined) return [];
  if (second === undefined) return before?.verb ? [point(first), exactly(value)] : [point(first)];
  // 超过70%以上: both words say the same, whichever the data chose.
  if (SIDES[first] !== undefined && SIDES[first] === SIDES[second]) return [point(first), point(second)];
  // 低于7%左右的目标: the word before compares with a number that is about 7%.
  return before?.verb ? [point(second)] : [];
}

const SIDES: Readonly<Partial<Record<Comparator, 'up' | 'down'>>> = { ge: 'up', gt: 'up', le: 'down', lt: 'down' };

/** Numbers of a list share the unit of its last: 12、15和18个. */
function shared(all: readonly Figure[], source: string): Figure[] {
  const figures = [...all];
  for (let i = figures.length - 2; i >= 0; i -= 1) {
    const [figure, next] = [figures[i]!, figures[i + 1]!];
    const between = source.slice(figure.end, next.start);
    if (figure.counted.kind === 'none' && JOINS.test(between)) figures[i] = { ...figure, counted: next.counted };
  }
  return figures;
}

const JOINS =
  /^\s{0,2}(?:、|和|与|及|以及|或|至|到|(?:分别)?(?:提高|提升|上升|增加|增长|增|升|下降|降低|减少|压缩|缩短|缩减|压减|降|减|调整|变)(?:到|至|为))\s{0,2}$/;

function sticky(pattern: RegExp, text: string, start: number): number | undefined {
  return found(pattern, text, start)?.length;
}

function found(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}
