import type { Comparison, Judgement } from '../domain/comparison.ts';
import { isExpected, type NumericObservation, type Observation, type Rank, type Role } from '../domain/observation.ts';
import type { PointQuantity, Quantity } from '../domain/quantity.ts';

const DIGITS = '零一二三四五六七八九';

/** 1…99 in Chinese for counted things (两项, 六项, 十二项); larger numbers stay Arabic. */
export function counted(n: number, measure: string): string {
  if (n === 2) return `两${measure}`;
  if (n >= 100) return `${n}${measure}`;
  if (n < 10) return `${DIGITS[n]}${measure}`;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}${measure}`;
}

/** In double quotation marks, with those inside made single (GB/T 15834—2011 §4.8). */
export const quoted = (text: string): string => `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`;

/** `2021-01-25` → `2021年1月25日`. */
export function chineseDate(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

/** `单位：%`; of a table with several, each once: `单位：工作日、个、%`. */
export function unitsWord(units: readonly string[]): string {
  const said = units.filter((unit) => unit !== '无');
  return said.length === 0 ? '无单位' : `单位：${said.join('、')}`;
}

/** 工作日 are counted by 个: 3个工作日. An index has no unit to say. */
export function measured(unit: string): string {
  if (unit === '工作日') return '个工作日';
  return unit === '无' ? '' : unit;
}

/** `数据版本1（2026年11月24日公布）`; before its release, `数据版本1`. */
export const versionWord = (version: number, released: string | null): string =>
  `数据版本${version}${released === null ? '' : `（${chineseDate(released)}公布）`}`;

/** How a number of the model (`-65826.5`) is set. */
type Digits = (value: string) => string;

/**
 * For readers, −65,826.5: thousands parted by commas, decimals not (GB/T 15835—2011 §5.1.1); four digits are left together, which
 * the clause allows, so that a count never looks different from a year beside it.
 */
export function grouped(value: string): string {
  const [whole = '', ...decimals] = withMinus(value).split('.');
  const parted = /\d{5}/.test(whole) ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',') : whole;
  return [parted, ...decimals].join('.');
}

/** A hyphen before a number is set as a minus. */
const withMinus: Digits = (value) => value.replace('-', '−');

/**
 * A quantity with its unit as the bulletin's series words it: 70%以上, 90余次, 1—2个, 40%—50%
 * (GB/T 15835—2011 §4.1.5).
 */
export function phrase(q: Quantity, unit: string, digits: Digits = grouped): string {
  if (isRankUnit(unit)) return rankPhrase(q);
  if (q.kind === 'point') return POINTS[q.comparator](digits(q.value), measured(unit));
  return `${digits(q.lower)}${unit === '%' ? unit : ''}—${digits(q.upper)}${measured(unit)}`;
}

/** A unit of places: 第5位. */
export const isRankUnit = (unit: string): boolean => unit === '位' || unit === '名次';

function rankPhrase(q: Quantity): string {
  if (q.kind === 'range') return `第${q.lower}至${q.upper}位`;
  if (q.comparator === 'le') return `前${q.value}位`;
  return `第${POINTS[q.comparator](q.value, '位')}`;
}

const POINTS: Readonly<Record<PointQuantity['comparator'], (value: string, unit: string) => string>> = {
  eq: (value, unit) => value + unit,
  ge: (value, unit) => `${value}${unit}以上`,
  gt: (value, unit) => `超过${value}${unit}`,
  le: (value, unit) => `${value}${unit}以下`,
  lt: (value, unit) => `不足${value}${unit}`,
  about: (value, unit) => `约${value}${unit}`,
  over: (value, unit) => (unit === '%' ? `${value}%多` : `${value}余${unit}`),
  under: (value, unit) => `近${value}${unit}`,
};

/** What stands in the place of an observation: number, statement or the word for the gap. */
export const spell = (o: Observation): string => spelled(o, grouped);

/** The same with its digits together, as files and texts have them: for staff, who look for it there, and between quotation marks. */
export const spellAsFiled = (o: Observation): string => spelled(o, withMinus);

function spelled(o: Observation, digits: Digits): string {
  switch (o.kind) {
    case 'number':
      return `${isExpected(o) ? '预计' : ''}${numberWords(o, digits)}`;
    case 'gap':
      return o.word;
    case 'statement':
      return o.text;
  }
}

/** The number alone: that it is only expected is said elsewhere. */
export const spellNumber = (o: NumericObservation): string => numberWords(o, grouped);

const numberWords = (o: NumericObservation, digits: Digits): string =>
  o.cumulative ? `〔${spellQuantity(o, digits)}〕` : spellQuantity(o, digits);

function spellQuantity({ quantity, unit, printed }: NumericObservation, digits: Digits): string {
  const words = phrase(quantity, unit, digits);
  // 70多项 is not turned into 70余项: the two say the same, but the bulletin chose one.
  const chosen = quantity.kind === 'point' && quantity.comparator === 'over' && printed.includes('多');
  return chosen ? words.replace('余', '多') : words;
}

/** Same, with the area before it where the figure is of another place than its row. */
export const spellWithArea = (o: Observation, area: string | null = null): string =>
  o.area && o.area !== area ? `${o.area}：${spell(o)}` : spell(o);

/** A place as the bulletin counts it: 第5位, 并列第1位. */
export const spellRank = ({ value, printed }: Rank): string => `${printed.includes('并列') ? '并列' : ''}第${value}位`;

/** Whether a target is reached, in a word. */
export const OUTCOMES: Readonly<Record<Comparison['outcome'], string>> = {
  met: '达标',
  missed: '未达标',
  pending: '待评',
  'no-target': '无目标',
};

/** 达标, 待评（达到水平是预计数） …. */
export const outcomeWord = ({ outcome, reason }: Judgement): string =>
  `${OUTCOMES[outcome]}${reason ? `（${reason}）` : ''}`;

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  baseline: '基期',
  target: '目标',
  achieved: '达到',
  frontier: '前沿',
  stated: '正文数字',
};

export const roleWord = (role: Role): string => ROLE_WORDS[role];
