import type { PointQuantity } from '../../domain/quantity.ts';

type Comparator = PointQuantity['comparator'];

/** A word that qualifies a number, where it stands. */
export interface Qualifier {
  readonly comparator: Comparator;
  readonly length: number;
  /** 高于80%的目标 speaks of a number that is 80%: the word may be a verb. */
  readonly verb: boolean;
}

type Rule = readonly [words: string, comparator: Comparator, verb?: true];

/** 预约, 节约, 签约 end in 约 and 最近, 附近, 就近 in 近: they qualify nothing. */
const BEFORE: readonly Rule[] = [
  ['≥|>=|不低于|不少于|不小于|至少', 'ge'],
  ['≤|<=|不超过|不高于|不大于|不多于|至多|最多(?!跑)', 'le'],
  ['>|超过|高于|大于|多于|超出|突破|(?<![赶反远])超|逾', 'gt', true],
  ['<|不足|不到|低于|小于|少于', 'lt', true],
  ['大约|约为|大概|(?<![预节合签违契公制履解特邀大缔盟婚失条守])约', 'about'],
  ['将近|接近|(?<![最附就靠邻临远贴亲切相])近', 'under'],
];
const BEHIND: readonly Rule[] = [
  [String.raw`及?以上|\+(?![\dA-Za-z])`, 'ge'],
  ['及?以下|以内|之内', 'le'],
  ['左右|上下', 'about'],
];

const before = BEFORE.map(([words, comparator, verb = false]) => ({
  pattern: new RegExp(`(?:${words})\\s{0,2}$`),
  comparator,
  verb,
}));
const behind = BEHIND.map(([words, comparator]) => ({
  pattern: new RegExp(`\\s{0,2}(?:${words})`, 'y'),
  comparator,
  verb: false,
}));

/** Letters that a qualifier before a number takes at most, with what may not stand before it. */
const REACH = 8;

export function qualifierBefore(text: string, end: number): Qualifier | undefined {
  const words = text.slice(Math.max(0, end - REACH), end);
  for (const { pattern, comparator, verb } of before) {
    const found = pattern.exec(words);
    if (found) return { comparator, length: found[0].length, verb };
  }
  return undefined;
}

export function qualifierBehind(text: string, start: number): Qualifier | undefined {
  for (const { pattern, comparator, verb } of behind) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found) return { comparator, length: found[0].length, verb };
  }
  return undefined;
}
