import type { Refusal } from './refusal.ts';
import Big from 'big.js';
import type { Unit } from '../../domain/indicator.ts';
import type { Role, Status } from '../../domain/observation.ts';
import type { Comparator, Quantity } from '../../domain/quantity.ts';
import { halfWidth, hasInvisible, visible } from '../text/letters.ts';
import type { Code } from '../problem/checks.ts';
import { number, unitAt } from '../text/number.ts';
import { suspicion } from './suspicion.ts';

/** What a cell says. Exactly one of `quantity`, `missing` and `text` is not null. */
export interface Value {
  readonly quantity: Quantity | null;
  readonly status: Status;
  readonly missing: string | null;
  readonly missingReason: string | null;
  readonly text: string | null;
  readonly level: string | null;
  readonly area: string | null;
  /** What the cell was read as, where that differs from what stands in it; null otherwise. */
  readonly normalised: string | null;
}

export interface Context {
  /** Null where the row's unit is itself in doubt: then only the form of the number is checked. */
  readonly unit: Unit | null;
  readonly role: Role;
}

export const isRefusal = (v: Value | Refusal): v is Refusal => 'code' in v;

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  baseline: '基期',
  target: '目标',
  achieved: '达到水平',
  frontier: '前沿水平',
  stated: '数值',
};

/** 暂缺 and 未公布: missing (SDMX O); 不适用: cannot exist (M); 未列: missing. The reason follows a mark, or 暂缺 itself. */
const MISSING =
  /^(暂\s*缺|未\s*公\s*布|不\s*适\s*用|未\s*列)(?:[(（](.+)[)）]|\s*[:：,，;；、]\s*(.+)|(?<=暂缺)\s*(\p{Script=Han}.*)|\s+(.+))?[。；;，,、]*$/u;
const LEVEL =
  /^(国家级|省级|市级|县级|区级|县区级|乡级|镇级|乡镇级|村级|全国|全省|全市|全县|全区)(?:已?经?达到?|为)?\s*/;
/** Our own government speaking of itself; 我市 is 市级. */
const OURS = /^我([省市县区])(?:已经?|现)?(?:达到?|为)?\s*/;
const AREA = /^([\p{Script=Han}]{2,12})[:：]\s*(.+)$/u;
/** A cell of a table holds no essay; patterns are not tried on one. */
const LONGEST_CELL = 1000;

/** What looks like the name of a place, and not like `省定目标`. */
const PLACE = /(?:省|市|区|县|州|盟|旗|国|北京|天津|上海|重庆|深圳|广州|杭州|香港|澳门|台湾)$/;
/** A long statement in the bulletin's own words: the one place it begins with, what it says after its last colon. */
const QUOTED = /^(\p{Script=Han}{2,7}?(?:省|市|自治区|特别行政区))(?![、和与及])[^\d%]*[:：]([^:：\d]+)$/u;
const EXPECTED_BEFORE = /^(?:预计|预期|力争)(?:能|将|可)?(?:达到?|为|完成)?\s*/;
/** Full-width signs that belong to the documented ways of writing, so that reading them changes nothing. */
const FREE = /[（）：～＞＜]/g;
const EXPECTED_AFTER = /\s*[(（](?:预计|预期|力争)[)）]$/;

/**
 * One cell of a value column by the grammar of `data/README.md`. Never guesses: what is not one of the ways of writing
 * is refused, with the check that says why.
 */
export function value(raw: string, context: Context): Value | Refusal {
  if (raw.length > LONGEST_CELL) return { code: 'value/unreadable' };
  const seen = visible(raw);
  const text = halfWidth(seen).replace(/\s+/g, ' ');
  if (text === '') return { code: 'value/blank' };
  if (text === '待填') return { code: 'value/to-fill' };
  const gap = MISSING.exec(seen);
  if (gap && context.role === 'stated') return { code: 'value/missing-fact' };
  if (gap && !/[0-9０-９]/.test(seen)) {
    const word = gap[1]!.replace(/\s/g, '');
    const reason = gap[2] ?? gap[3] ?? gap[4] ?? gap[5] ?? null;
    return {
      ...NOTHING,
      status: word === '不适用' ? 'M' : 'O',
      missing: word,
      missingReason: reason,
      normalised: word === gap[1] ? null : [word, reason].filter(Boolean).join('：'),
    };
  }
  if (context.role === 'frontier') {
    const elsewhere = frontier(seen, text, context);
    if (elsewhere) return elsewhere;
  } else {
    const area = AREA.exec(seen);
    if (area && PLACE.test(area[1]!) && !OURS.test(area[1]!) && /[0-9０-９]/.test(area[2]!))
      return { code: 'value/area', words: { area: area[1]! } };
  }

  const level = LEVEL.exec(text) ?? OURS.exec(text);
  const levelWord = level && (level[0].startsWith('我') ? `${level[1]}级` : level[1]!);
  let rest = level ? text.slice(level[0].length) : text;
  const expected = EXPECTED_BEFORE.test(rest) || EXPECTED_AFTER.test(rest);
  rest = rest.replace(EXPECTED_BEFORE, '').replace(EXPECTED_AFTER, '');
  const read = quantity(rest, context.unit);
  if ('code' in read) return read.code === 'value/unreadable' ? textual(text, context) : read;
  if (expected && (context.role === 'baseline' || context.role === 'target'))
    return { code: 'value/expected-role', words: { role: ROLE_WORDS[context.role] } };
  const changed = hasInvisible(raw) || halfWidth(seen.replace(FREE, '')) !== seen.replace(FREE, '') || read.grouped;
  return {
    ...NOTHING,
    quantity: read.quantity,
    status: expected ? 'F' : 'A',
    level: levelWord,
    normalised: changed ? text.replace(/(\d),(?=\d{3})/g, '$1') : null,
  };
}

const NOTHING = {
  quantity: null,
  status: 'A',
  missing: null,
  missingReason: null,
  text: null,
  level: null,
  area: null,
  normalised: null,
} as const;

/** Another place's level: a number or a statement, always with the place. */
function frontier(seen: string, text: string, context: Context): Value | Refusal | undefined {
  const plain = AREA.exec(seen);
  const [, area, said] =
    (plain && (plain[1]!.length <= 4 || PLACE.test(plain[1]!)) ? plain : null) ??
    QUOTED.exec(seen.replace(/。$/, '')) ??
    [];
  if (area === undefined || said === undefined || LEVEL.test(area)) {
    return /\d/.test(text) ||
      !/\p{Script=Han}{2}/u.test(text) ||
      GAP.test(text) ||
      suspicion(text, text, null, undefined)
      ? undefined
      : { code: 'value/no-area' };
  }
  const inner = value(said, { ...context, role: 'achieved' });
  if (!isRefusal(inner)) return { ...inner, area };
  // A statement may hold a number, but does not begin with one: `99.5%；北京市：99%` is two values.
  const statement =
    (inner.code === 'value/text' || inner.code === 'value/unreadable') &&
    /\p{Script=Han}{2}/u.test(said) &&
    !/^\P{Script=Han}*\d/u.test(halfWidth(said));
  return statement
    ? { ...NOTHING, area, text: said }
    : inner.code === 'value/text'
      ? { code: 'value/unreadable' }
      : inner;
}

/** 暂缺 with other words around it is nearly the documented word, so its check says which words there are. */
const GAP = /暂缺|未公布|不适用|未列/;

const textual = (text: string, { role }: Context): Refusal =>
  GAP.test(text) && !/\d/.test(text)
    ? { code: 'value/bare-missing' }
    : /\d/.test(text)
      ? { code: 'value/unreadable' }
      : { code: 'value/text', words: { role: ROLE_WORDS[role] } };

const BEFORE: readonly [RegExp, Comparator][] = [
  [/^(?:≥|>=|不低于|不少于|不小于|至少)\s*/, 'ge'],
  [/^(?:≤|<=|不超过|不高于|不大于|不多于|至多|最多)\s*/, 'le'],
  [/^(?:>|超过|高于|大于|多于)\s*/, 'gt'],
  [/^(?:<|不足|不到|低于|小于|少于)\s*/, 'lt'],
  [/^(?:约为|大约|约)\s*/, 'about'],
  [/^(?:将近|接近|近)\s*/, 'under'],
];
const AFTER: readonly [RegExp, Comparator][] = [
  [/\s*(?:及以上|以上)$/, 'ge'],
  [/\s*(?:及以下|以下|以内)$/, 'le'],
  [/\s*(?:左右|上下)$/, 'about'],
];
const BETWEEN: readonly [RegExp, Comparator][] = [[/\s*[余多]$/, 'over']];
/** 余 and 多 stand before a counted unit (90余次), but behind the sign (70%多). */
const BEHIND_SIGN: readonly [RegExp, Comparator][] = [[/(?<=%)[余多]$/, 'over']];

/** A number or range with its qualifier and unit: `70%以上`, `90余次`, `1—2个`. */
export function quantity(source: string, unit: Unit | null): { quantity: Quantity; grouped: boolean } | Refusal {
  let rest = source.trim();
  const found: [word: string, comparator: Comparator][] = [];
  const take = (rules: readonly [RegExp, Comparator][]): void => {
    for (const [pattern, comparator] of rules) {
      const word = pattern.exec(rest)?.[0];
      if (word === undefined) continue;
      found.push([word.trim(), comparator]);
      rest = rest.replace(pattern, '');
    }
  };
  take(BEFORE);
  take(AFTER);
  take(BEHIND_SIGN);
  const own = unitAt(rest, 'end');
  if (own) rest = rest.slice(0, -own.length).trim();
  take(AFTER);
  take(BETWEEN);

  const ends = rest.split(/\s*(?:—+|–|~|至|到|(?<=[\d%]\s*)-)\s*/);
  const first = ends.length === 2 ? unitAt(ends[0]!, 'end') : undefined;
  const parts = ends.map((part, i) => number(i === 0 && first ? part.slice(0, -first.length) : part));
  const bad = suspicion(source, rest, unit, own ?? first);
  if (bad) return bad;
  if (ends.length > 2 || parts.some((p) => p === undefined))
    return {
      code: (unit && unknownUnit(rest)) || 'value/unreadable',
      words: { unit: rest.replace(/^[\d.]+/, '').trim(), expected: unit ?? '' },
    };
  for (const written of [own, first]) {
    if (written !== undefined && unit !== null && written.unit !== unit)
      return { code: 'value/unit-differs', words: { unit: written.unit, expected: unit } };
  }
  const two =
    found.length > 1
      ? found
      : ends.length === 2 && found[0]
        ? [[ends.join('—'), 'range'] as const, found[0]]
        : undefined;
  if (two) return { code: 'value/two-qualifiers', words: { first: two[0]![0], second: two[1]![0] } };
  const [low, high] = parts;
  if (high && !new Big(low!.digits).lt(high.digits)) return { code: 'value/reversed-range' };
  const grouped = parts.some((p) => p!.grouped);
  if (high) return { quantity: { value: low!.digits, upper: high.digits, comparator: 'range' }, grouped };
  return { quantity: { value: low!.digits, upper: null, comparator: found[0]?.[1] ?? 'eq' }, grouped };
}

/** A number followed by a word that is no unit we know is a unit mistake, not an unreadable value. */
const unknownUnit = (rest: string): Code | undefined =>
  /^\d+(\.\d+)?\s*[\p{Script=Han}a-zA-Z℃]{1,4}$/u.test(rest) ? 'value/unit-differs' : undefined;
