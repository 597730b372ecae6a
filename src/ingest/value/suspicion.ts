import type { WrittenUnit } from '../../domain/unit.ts';
import { LONGEST } from '../text/number.ts';
import { refusal, type Refusal } from './refusal.ts';

/** A cell that may hide a number: the whole, what is left without qualifier and unit, and the numbers in that. */
interface Suspect {
  readonly whole: string;
  readonly bare: string;
  /** One, or the two ends of a range, without the per cent sign. */
  readonly numbers: readonly string[];
  /** What the row counts in; null where that is itself in doubt. */
  readonly unit: string | null;
  readonly written: WrittenUnit | undefined;
}

/**
 * Why a cell is refused although a number may be hidden in it: the marks of Excel, of wrong keys and of wrong habits.
 * @param bare what is left of the cell without qualifier and unit
 * @param written the unit that stands in the cell
 */
export function suspicion(
  whole: string,
  bare: string,
  unit: string | null,
  written: WrittenUnit | undefined,
): Refusal | undefined {
  const numbers = bare.split(/[—–~至到]|(?<=\d)-/).map((part) => part.trim().replace(/%$/, ''));
  const suspect: Suspect = { whole, bare, numbers, unit, written };
  for (const check of CHECKS) {
    const found = check(suspect);
    if (found) return found;
  }
  return undefined;
}

const BARE_MISSING = [
  ...['无', '没有', '空', '空白', '缺', '缺失', '缺项', '暂无', '无数据', '暂无数据', '没有数据', '未提供', '未统计'],
  ...['未填报?', '待定', '待补', '待核实?', '不详', '不清楚'],
  ...['[-—–_/\\\\]+', 'n\\/?a', 'null', 'nil', 'none', '[?？]+', '\\.+', '…+', 'x+', '\\*+'],
].join('|');

const FORMULA_ERRORS = [
  ...['DIV\\/0!', 'N\\/A', 'VALUE!', 'REF!', 'NAME\\?', 'NUM!', 'NULL!', 'SPILL!', 'CALC!', 'GETTING_DATA'],
].join('|');

const MONTH_NAMES = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';

/** 1月2日, 2020年12月, 01-02, 2021/1/2, 1-2-2021, 2-Jan, Jan-02. */
const DATES = [
  '^\\d{1,4}\\s*[年月]\\s*\\d{1,2}\\s*[月日]?',
  '\\d\\s*月',
  '^0\\d[-/]\\d{1,2}$',
  '^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}$',
  '^\\d{1,2}[-/]\\d{1,2}[-/]\\d{2,4}$',
  `\\d{1,2}[-/ ]?(?:${MONTH_NAMES})`,
  `(?:${MONTH_NAMES})[a-z]*[-/ ]?\\d`,
].join('|');

/** The whole cell or what is left of it. */
/** What a cell may be taken for by its look alone. */
type Mistaken =
  | 'value/bare-missing'
  | 'value/formula-error'
  | 'value/formula'
  | 'value/scientific'
  | 'value/date'
  | 'value/per-mille'
  | 'value/fraction'
  | 'value/decimal-point'
  | 'value/letter-for-digit';

const PATTERNS: readonly (readonly [RegExp, Mistaken])[] = [
  [new RegExp(`^(?:${BARE_MISSING})$`, 'i'), 'value/bare-missing'],
  [new RegExp(`^#+$|^#(?:${FORMULA_ERRORS})`, 'i'), 'value/formula-error'],
  [/^[=@]|^[+-]\$?[a-z(]/i, 'value/formula'],
  [/\d\.?\d*\s*e\s*[+-]?\s*\d+/i, 'value/scientific'],
  [new RegExp(DATES, 'i'), 'value/date'],
  [/[‰‱]/, 'value/per-mille'],
  [/[½⅓⅔¼¾⅛⅜⅝⅞]|^\d+\s*[/⁄]\s*\d+|[一二三四五六七八九十\d]+分之/, 'value/fraction'],
  [/\d\s*[。·•﹒]\s*\d|[。·•]\d/, 'value/decimal-point'],
  [/^[<>≤≥]?\s*[\doOlISB|]*(?:\d[oOlISB|]|[oOlISB|]\.?\d)[\doOlISB|.]*\s*%?$/, 'value/letter-for-digit'],
  [/^[oOlI]+$/, 'value/letter-for-digit'],
];

const CHINESE_DIGITS = '[〇零一二三四五六七八九十百千万亿两]+(?:点[〇零一二三四五六七八九]+)?';

/** `百分之九十八`, `八十五`, `九成`, `两百`: numbers in Chinese letters, where no Arabic digit stands. */
const CHINESE = new RegExp(
  `^[^0-9]*(?:百分之|第?[一二三四五六七八九十]+(?=分之)|${CHINESE_DIGITS}(?:分|项|件|个|家|户|人|次|成|天|%|$))`,
);

function chineseNumeral({ whole }: Suspect): Refusal | undefined {
  const chinese = (!/\d/.test(whole) && CHINESE.test(whole)) || /百分之\s*\d/.test(whole);
  return chinese ? refusal('value/chinese-numeral') : undefined;
}

function pattern({ whole, bare, unit }: Suspect): Refusal | undefined {
  const [, code] = PATTERNS.find(([p]) => p.test(whole.trim()) || p.test(bare)) ?? [];
  return code && refusal(code, { unit: unit ?? '' });
}

/** 1.2万 where 万 is not part of the unit that stands there. */
function magnitude({ whole, bare, unit, written }: Suspect): Refusal | undefined {
  const anywhere = written?.unit === unit ? null : /\d\s*(万|亿)/.exec(whole);
  const found = (/\d\s*(万|亿|千|百)$/.exec(bare) ?? anywhere)?.[1];
  if (found === undefined) return undefined;
  return refusal('value/magnitude', { magnitude: unit?.startsWith(found) ? '' : found, unit: unit ?? '' });
}

const GROUPED = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

function misplacedComma({ bare }: Suspect): Refusal | undefined {
  const commas = bare.includes(',') && /^[-+\d.,\s]*\d[\d.,\s]*$/.test(bare);
  return commas && !GROUPED.test(bare) ? refusal('value/thousands') : undefined;
}

const DIGITS_AND_POINTS = /^[+-]?[\d.]*\d[\d.]*$/;
const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const NEGATIVE_ZERO = /^-0(\.0+)?$/;

function malformed({ numbers }: Suspect): Refusal | undefined {
  const bad = numbers.some((n) => DIGITS_AND_POINTS.test(n) && (!PLAIN.test(n) || NEGATIVE_ZERO.test(n)));
  return bad ? refusal('value/malformed') : undefined;
}

function tooLong({ numbers }: Suspect): Refusal | undefined {
  const long = numbers.some((n) => /^[-\d.,]+$/.test(n) && n.length > LONGEST);
  return long ? refusal('value/too-long') : undefined;
}

/** More decimals than any bulletin prints are what a spreadsheet's arithmetic leaves behind. */
const MOST_PLACES = 6;

function floatDust({ numbers }: Suspect): Refusal | undefined {
  const places = Math.max(...numbers.map((n) => /^-?\d+\.(\d+)$/.exec(n)?.[1]?.length ?? 0));
  return places > MOST_PLACES ? refusal('value/float-dust', { places }) : undefined;
}

const isBareNumber = ({ written, numbers }: Suspect): boolean =>
  written === undefined && numbers.every((n) => /^-?\d+(\.\d+)?$/.test(n));

/**
 * Excel saves 97.2% as 0.972 and 100% as 1; only the sign tells a share below one per cent from a lost factor of 100.
 * A range that passes 1 is no pair of shares (1—2 would be 100 % to 200 %).
 */
function fraction(suspect: Suspect): Refusal | undefined {
  if (suspect.unit !== '%' || !isBareNumber(suspect)) return undefined;
  const values = suspect.numbers.map(Number);
  const shares = values.some((n) => n !== 0) && values.every((n) => Math.abs(n) <= 1);
  return shares ? refusal('value/percent-as-fraction') : undefined;
}

/** Units in which a five-digit whole number is no count but Excel's day number for a date. */
const NEVER_LARGE: readonly string[] = ['%', '个百分点', '分', '工作日', '天', '小时', '分钟', '年', '个月'];
/** Excel's day numbers for 2000-01-01 and 2049-12-31 (1900 date system). */
const SERIAL = { from: 36526, to: 54788 };

function serialDate(suspect: Suspect): Refusal | undefined {
  if (suspect.unit === null || !NEVER_LARGE.includes(suspect.unit) || !isBareNumber(suspect)) return undefined;
  const serial = suspect.numbers.some((n) => /^\d{5}$/.test(n) && Number(n) >= SERIAL.from && Number(n) <= SERIAL.to);
  return serial ? refusal('value/serial-date') : undefined;
}

/** The first that finds something speaks. */
const CHECKS: readonly ((suspect: Suspect) => Refusal | undefined)[] = [
  chineseNumeral,
  pattern,
  magnitude,
  misplacedComma,
  malformed,
  tooLong,
  floatDust,
  fraction,
  serialDate,
];
