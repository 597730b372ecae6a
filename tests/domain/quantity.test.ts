import { describe, expect, test } from 'vitest';
import { difference, exactly, isNotComputable, sameValue, sign, type Quantity } from '../../src/domain/quantity.ts';
import { signed } from '../../src/wording/difference.ts';
import { quantity as q } from './observation.ts';

/** A difference in the words of a page. */
function shown(a: Quantity, b: Quantity): string {
  const d = difference(a, b);
  return isNotComputable(d) ? d.reason : signed({ quantity: d, unit: '个百分点' });
}

describe('a difference', () => {
  test('is exact: no float dust', () => {
    expect(shown(exactly('97.2'), exactly('70.41'))).toBe('+26.79个百分点');
    expect(shown(exactly('0.3'), exactly('0.1'))).toBe('+0.2个百分点');
    expect(shown(exactly('9999999999999999999.1'), exactly('0.1'))).toBe('+9999999999999999999个百分点');
  });

  test('of equal numbers is zero, however many digits are printed', () =>
    expect(shown(exactly('88'), exactly('88.0'))).toBe('0个百分点'));

  test('downwards has a minus sign', () => expect(shown(exactly('1'), exactly('3'))).toBe('−2个百分点'));

  test.each<[string, Quantity, Quantity, string]>([
    ['85 − 70以上', q('eq', '85'), q('ge', '70'), '至多+15个百分点'],
    ['85 − 超过70', q('eq', '85'), q('gt', '70'), '不到+15个百分点'],
    ['85 − 70以下', q('eq', '85'), q('le', '70'), '至少+15个百分点'],
    ['85 − 不足70', q('eq', '85'), q('lt', '70'), '超过+15个百分点'],
    ['80以上 − 70', q('ge', '80'), q('eq', '70'), '至少+10个百分点'],
    ['80以下 − 70', q('le', '80'), q('eq', '70'), '至多+10个百分点'],
    ['80以上 − 70以下', q('ge', '80'), q('le', '70'), '至少+10个百分点'],
    ['80以下 − 70以上', q('le', '80'), q('ge', '70'), '至多+10个百分点'],
    ['1—2 − 1', q('range', '1', '2'), q('eq', '1'), '0至+1个百分点'],
    ['5 − 1—2', q('eq', '5'), q('range', '1', '2'), '+3至+4个百分点'],
    ['80以上 − 70以上', q('ge', '80'), q('ge', '70'), '两数都只有界限，差额无法确定'],
    ['约80 − 70', q('about', '80'), q('eq', '70'), '其中有概数（约、余、近），不作加减'],
    ['80 − 90余', q('eq', '80'), q('over', '90'), '其中有概数（约、余、近），不作加减'],
    ['近80 − 70', q('under', '80'), q('eq', '70'), '其中有概数（约、余、近），不作加减'],
  ])('%s', (_, a, b, words) => expect(shown(a, b)).toBe(words));
});

describe('the sign of a difference', () => {
  test.each<[Quantity, -1 | 0 | 1 | undefined]>([
    [q('eq', '3'), 1],
    [q('eq', '-3'), -1],
    [q('eq', '0.0'), 0],
    [q('ge', '3'), 1],
    [q('gt', '0'), 1],
    [q('ge', '0'), undefined],
    [q('le', '15'), undefined],
    [q('lt', '0'), -1],
    [q('range', '-1', '1'), undefined],
    [q('range', '1', '2'), 1],
    [q('about', '5'), undefined],
  ])('%j is %j', (difference, expected) => expect(sign(difference)).toBe(expected));
});

test('88 and 88.0 are one number', () => {
  expect(sameValue('88', '88.0')).toBe(true);
  expect(sameValue('88', '88.01')).toBe(false);
});
