import { halfWidth } from './letters.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';

/** Columns that hold persons, not figures. */
export const personalColumn = (heading: string): boolean =>
  /^(姓名|.*联系人|.*经办人|.*负责人|.*(电话|手机|手机号码?)|身份证号?码?|证件号码?|.*住址|家庭地址|.*邮箱|.*银行卡号?)$/.test(
    heading.replace(/\s/g, ''),
  );

type Personal = 'privacy/phone' | 'privacy/id-number';

const PATTERNS: readonly [RegExp, Personal, (digits: string) => boolean][] = [
  // Mobile numbers of the mainland: 11 digits from 13 to 19, with or without +86.
  [/(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![\d.%]|\s*[万亿]?元)/g, 'privacy/phone', () => true],
  [/(?<![\d.])[(（]?0\d{2,3}[)）]?[-—–\s]?\d{7,8}(?![\d.%])/g, 'privacy/phone', () => true],
  [/(?<!\d)\d{17}[\dXx](?![\dXx])/g, 'privacy/id-number', isIdNumber],
];

/** What every one of them holds. */
const TEN_DIGITS = /(?:\d\D{0,2}){10}/;

/** Telephone and identity numbers in a text; a public page must not hold a person's. */
export function* personal(at: Place, text: string): Generator<Problem> {
  for (const [found, code] of numbersOfPersons(text)) yield problem(code, at, found.replace(/.(?=.{4})/g, '*'));
}

/** Such numbers as they are written. */
export function numbersOfPersons(text: string): [found: string, code: Personal][] {
  // Letter for letter as long as what it reads.
  const plain = halfWidth(text);
  if (!TEN_DIGITS.test(plain)) return [];
  return PATTERNS.flatMap(([pattern, code, holds]) =>
    [...plain.matchAll(pattern)]
      .filter(([found]) => holds(found))
      .map((m): [string, Personal] => [text.slice(m.index, m.index + m[0].length), code]),
  );
}

/** Check digit of a citizen identification number (GB 11643—1999, ISO 7064 MOD 11-2). */
function isIdNumber(text: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(text[i]), 0);
  return '10X98765432'[sum % 11] === text[17]?.toUpperCase();
}
