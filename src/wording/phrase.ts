import type { Comparison, Difference } from '../domain/comparison.ts';
import { isExpected, isNumeric, type Observation, type Role } from '../domain/observation.ts';
import { sign, type Quantity } from '../domain/quantity.ts';

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

/** 工作日 are counted by 个: 3个工作日. */
export const measured = (unit: string): string => (unit === '工作日' ? '个工作日' : unit);

/** `数据版本1（2026年11月24日公布）`; before its release, `数据版本1`. */
export const versionWord = (version: number, released: string | null): string =>
  `数据版本${version}${released === null ? '' : `（${chineseDate(released)}公布）`}`;

/** A quantity with its unit as the bulletin's series words it: 70%以上, 90余次, 1—2个, 40%—50% (GB/T 15835—2011 §4.1.5). */
export function phrase(q: Quantity, one: string): string {
  const unit = measured(one);
  const n = `${q.value}${unit}`;
  switch (q.comparator) {
    case 'eq':
      return n;
    case 'ge':
      return `${n}以上`;
    case 'gt':
      return `超过${n}`;
    case 'le':
      return `${n}以下`;
    case 'lt':
      return `不足${n}`;
    case 'about':
      return `约${n}`;
    case 'over':
      return unit === '%' ? `${q.value}%多` : `${q.value}余${unit}`;
    case 'under':
      return `近${n}`;
    case 'range':
      return `${q.value}${unit === '%' ? unit : ''}—${q.upper ?? ''}${unit}`;
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

/** Signed: +26.79个百分点, 至多+15个百分点, −2个工作日. 至多, 至少 speak of the size: what is not below −40 is 至多−40. */
export function signed(d: Quantity & { readonly unit: string }): string {
  const unit = measured(d.unit);
  const down = d.value.startsWith('-');
  const n = (v: string): string => (v.startsWith('-') ? `−${v.slice(1)}` : isZero(v) ? v : `+${v}`);
  switch (d.comparator) {
    case 'ge':
      return `${down ? '至多' : '至少'}${n(d.value)}${unit}`;
    case 'gt':
      return `${down ? '不到' : '超过'}${n(d.value)}${unit}`;
    case 'le':
      return `${down ? '至少' : '至多'}${n(d.value)}${unit}`;
    case 'lt':
      return `${down ? '超过' : '不到'}${n(d.value)}${unit}`;
    case 'range':
      return `${n(d.value)}至${n(d.upper ?? d.value)}${unit}`;
    default:
      return `${n(d.value)}${unit}`;
  }
}

/** The distance to a target in words: 高于目标17.2个百分点, 正好达到目标, 预计高于目标…, 不低于目标. `goal` is 目标, 目标下限, 目标上限. */
export function distance(d: Difference, goal: string): string {
  const may = d.expected ? '预计' : '';
  const s = sign(d);
  if (s === 0) return `${may}正好达到${goal}`;
  if (isZero(d.value) && d.comparator !== 'range') return `${may}${EDGES[d.comparator] ?? ''}${goal}`;
  if (s === undefined)
    return d.comparator === 'range'
      ? `与${goal}相比，高低无法确定`
      : `${may}至多${d.value.startsWith('-') ? '低' : '高'}于${goal}${d.value.replace('-', '')}${measured(d.unit)}`;
  return `${may}${s < 0 ? '低' : '高'}于${goal}${size(d)}`;
}

/** A difference that is known to lie on one side of zero only: at least 0 is 不低于. */
const EDGES: Readonly<Partial<Record<Quantity['comparator'], string>>> = {
  ge: '不低于',
  gt: '高于',
  le: '不高于',
  lt: '低于',
};

/** How large a difference of known sign is, without the sign: 17.2个百分点, 至少10个百分点, 10至20个工作日. */
function size(d: Difference): string {
  const [value, upper] = [d.value, d.upper ?? ''].map((v) => v.replace('-', ''));
  const word = { ge: '至少', le: '至少', gt: '超过', lt: '超过' }[d.comparator as string] ?? '';
  const range = d.value.startsWith('-') ? `${upper}至${value}` : `${value}至${upper}`;
  return `${word}${d.comparator === 'range' ? range : value}${measured(d.unit)}`;
}

export const isZero = (value: string): boolean => /^-?0(\.0+)?$/.test(value);

const OUTCOMES: Readonly<Record<Comparison['outcome'], string>> = {
  met: '达标',
  missed: '未达标',
  pending: '待评',
  'no-target': '未列目标',
};

/** 达标, 待评（达到水平是预计数） …. */
export const outcomeWord = ({ outcome, reason }: Comparison): string =>
  `${OUTCOMES[outcome]}${reason ? `（${reason}）` : ''}`;

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  baseline: '基期',
  target: '目标',
  achieved: '达到',
  frontier: '前沿',
  stated: '正文数字',
};

export const roleWord = (role: Role): string => ROLE_WORDS[role];
