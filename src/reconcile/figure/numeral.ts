const DIGITS = '〇一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * A number in Chinese letters that counts by places (三百二十) or is a share (百分之九十八点九). A single letter is none: 一窗,
 * 两级, 百日 and 千家万户 are words.
 */
const LETTER = '[〇零一二三四五六七八九两十百千]';
export const CHINESE_NUMERAL = `百分之${LETTER}+(?:点[〇零一二三四五六七八九]+)?|${LETTER}{2,}(?:点[〇零一二三四五六七八九]+)?`;

/** `三百二十` to `320`, `百分之九十八点九` to `98.9`; undefined where the letters make no number. */
export function numeralOf(written: string): string | undefined {
  const share = written.startsWith('百分之');
  const [whole = '', decimals = ''] = written.replace(/^百分之/, '').split('点');
  const value = share || /[十百千]/.test(whole) ? wholeOf(whole) : undefined;
  if (value === undefined) return undefined;
  return decimals === '' ? value : `${value}.${[...decimals].map(digitOf).join('')}`;
}

function digitOf(letter: string): number {
  if (letter === '零') return 0;
  return letter === '两' ? 2 : DIGITS.indexOf(letter);
}

/** Places must fall and no digit follow a digit: 三百二十 is one number, 二百三百 and 一二十 are none. */
function wholeOf(letters: string): string | undefined {
  let total = 0;
  let digit: number | undefined;
  let last = Infinity;
  for (const letter of letters) {
    const place = PLACES[letter];
    if (place === undefined) {
      if (digit) return undefined;
      digit = digitOf(letter);
    } else {
      if (place >= last || digit === 0) return undefined;
      total += place * (digit ?? 1);
      [last, digit] = [place, undefined];
    }
  }
  return String(total + (digit ?? 0));
}
