import type { Comparison, Difference } from './comparison.ts';
import { isExpected, isNumeric, type Observation, type Role } from './observation.ts';
import { sign, type Quantity } from './quantity.ts';

const DIGITS = '〇一二三四五六七八九';

/** 1…99 in Chinese for counted things (两项, 六项, 十二项); larger numbers stay Arabic. */
export function counted(n: number, measure: string): string {
  if (n === 2) return `两${measure}`;
  if (n >= 100) return `${n}${measure}`;
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${head}${ones > 0 || tens === 0 ? (n === 0 ? '零' : DIGITS[ones]) : ''}${measure}`;
}

/** In double quotation marks, with those inside made single (GB/T 15834—2011 §4.8). */
export const quoted = (text: string): string => `“${text.replace(/“/g, '‘').replace(/”/g, '’')}”`;

/** `2021-01-25` → `2021年1月25日`. */
export function chineseDate(iso: string): string {
  const [y, m, d] = iso.split('-').map(Number);
  return `${y}年${m}月${d}日`;
}

/** A quantity with its unit as the bulletin's series words it: 70%以上, 90余次, 1—2个. */
export function phrase(q: Quantity, unit: string): string {
  const n = `${q.value}${unit}`;
  switch (q.comparator) {
    case 'eq': return n;
    case 'ge': return `${n}以上`;
    case 'gt': return `超过${n}`;
    case 'le': return `${n}以下`;
    case 'lt': return `不足${n}`;
    case 'about': return `约${n}`;
    case 'over': return unit === '%' ? `${q.value}%多` : `${q.value}余${unit}`;
    case 'under': return `近${n}`;
    case 'range': return `${q.value}—${q.upper ?? ''}${unit}`;
  }
}

/** What stands in the place of an observation: number, statement or the word for the gap. */
export function spell(o: Observation): string {
  if (isNumeric(o)) return `${isExpected(o) ? '预计' : ''}${worded(phrase(o, o.unit), o)}`;
  return o.text ?? o.missing ?? '未列';
}

/** 70多项 is not turned into 70余项: the two say the same, but the bulletin chose one. */
const worded = (text: string, { comparator, printed }: Observation): string =>
  comparator === 'over' && printed.includes('多') ? text.replace('余', '多') : text;

/** Same, with the area before it where the figure is another place's. */
export const spellWithArea = (o: Observation): string => (o.area ? `${o.area}：${spell(o)}` : spell(o));

/** Signed: +26.79个百分点, 至多+15个百分点, −2个工作日. */
export function signed(d: Quantity & { readonly unit: string }): string {
  const { unit } = d;
  const n = (v: string): string => (v.startsWith('-') ? `−${v.slice(1)}` : /^0(\.0+)?$/.test(v) ? v : `+${v}`);
  switch (d.comparator) {
    case 'ge': return `至少${n(d.value)}${unit}`;
    case 'gt': return `超过${n(d.value)}${unit}`;
    case 'le': return `至多${n(d.value)}${unit}`;
    case 'lt': return `不到${n(d.value)}${unit}`;
    case 'range': return `${n(d.value)}至${n(d.upper ?? d.value)}${unit}`;
    default: return `${n(d.value)}${unit}`;
  }
}

/** The distance to a target in words: 高于目标17.2个百分点, 正好达到目标, 预计高于目标…. `goal` is 目标, 目标下限, 目标上限. */
export function distance(d: Difference, goal: string): string {
  const may = d.expected ? '预计' : '';
  if (sign(d) === 0) return `${may}正好达到${goal}`;
  if (d.comparator !== 'eq') return `与${goal}相差${signed(d)}`;
  const below = d.value.startsWith('-');
  return `${may}${below ? '低' : '高'}于${goal}${d.value.replace('-', '')}${d.unit}`;
}

const OUTCOMES: Readonly<Record<Comparison['outcome'], string>> = { met: '达标', missed: '未达标', pending: '待评', 'no-target': '未列目标' };

/** 达标, 待评（达到水平是预计数） …. */
export const outcomeWord = ({ outcome, reason }: Comparison): string => `${OUTCOMES[outcome]}${reason ? `（${reason}）` : ''}`;

const ROLE_WORDS: Readonly<Record<Role, string>> = { baseline: '基期', target: '目标', achieved: '达到', frontier: '前沿', stated: '正文数字' };

export const roleWord = (role: Role): string => ROLE_WORDS[role];
