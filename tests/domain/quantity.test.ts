import { describe, expect, test } from 'vitest';
import {
  COMPARATORS,
  difference,
  exactly,
  isExact,
  isNotComputable,
  lowerOf,
  sameDigits,
  sameQuantity,
  sameValue,
  sign,
  upperOf,
  type Quantity,
} from '../../src/domain/quantity.ts';
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
    expect(shown(exactly('9999999999999999999.1'), exactly('0.1'))).toBe('+9,999,999,999,999,999,999个百分点');
  });

  test('of equal numbers is zero, however many digits are printed', () =>
    expect(shown(exactly('88'), exactly('88.0'))).toBe('0个百分点'));

  test('downwards has a minus sign', () => expect(shown(exactly('1'), exactly('3'))).toBe('−2个百分点'));

  test.each<[string, Quantity, Quantity, string]>([
    ['85 − 70以上', q('eq', '85'), q('ge', '70'), '至多提高15个百分点'],
    ['85 − 超过70', q('eq', '85'), q('gt', '70'), '提高不到15个百分点'],
    ['85 − 70以下', q('eq', '85'), q('le', '70'), '至少提高15个百分点'],
    ['85 − 不足70', q('eq', '85'), q('lt', '70'), '提高超过15个百分点'],
    ['80以上 − 70', q('ge', '80'), q('eq', '70'), '至少提高10个百分点'],
    ['80以下 − 70', q('le', '80'), q('eq', '70'), '至多提高10个百分点'],
    ['80以上 − 70以下', q('ge', '80'), q('le', '70'), '至少提高10个百分点'],
    ['80以下 − 70以上', q('le', '80'), q('ge', '70'), '至多提高10个百分点'],
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
    [q('gt', '-1'), undefined],
    [q('gt', '3'), 1],
    [q('ge', '0'), undefined],
    [q('ge', '-3'), undefined],
    [q('le', '15'), undefined],
    [q('le', '0'), undefined],
    [q('le', '-3'), -1],
    [q('lt', '0'), -1],
    [q('lt', '3'), undefined],
    [q('lt', '-3'), -1],
    [q('range', '0', '1'), undefined],
    [q('range', '-1', '0'), undefined],
    [q('range', '-2', '-1'), -1],
    [q('over', '5'), undefined],
    [q('under', '-5'), undefined],
    [q('range', '-1', '1'), undefined],
    [q('range', '1', '2'), 1],
    [q('about', '5'), undefined],
  ])('%j is %j', (difference, expected) => expect(sign(difference)).toBe(expected));
});

test('88 and 88.0 are one number', () => {
  expect(sameValue('88', '88.0')).toBe(true);
  expect(sameValue('88', '88.01')).toBe(false);
});

describe('two quantities', () => {
  test('are one, however many digits are printed', () => {
    expect(sameQuantity(q('ge', '88'), q('ge', '88.0'))).toBe(true);
    expect(sameQuantity(q('range', '1', '2'), q('range', '1.0', '2.0'))).toBe(true);
  });
  test.each([
    ['number', q('eq', '88'), q('eq', '88.1')],
    ['bound', q('ge', '88'), q('gt', '88')],
    ['upper end', q('range', '1', '2'), q('range', '1', '3')],
    ['lower end', q('range', '1', '3'), q('range', '2', '3')],
    ['kind', q('eq', '1'), q('range', '1', '1')],
  ])('are not one where they differ by their %s', (_, a, b) => {
    expect(sameQuantity(a, b)).toBe(false);
    expect(sameDigits(a, b)).toBe(false);
  });
  test('have the same digits only where the same digits are printed', () => {
    expect(sameDigits(q('eq', '88'), q('eq', '88'))).toBe(true);
    expect(sameDigits(q('eq', '88'), q('eq', '88.0'))).toBe(false);
    expect(sameDigits(q('range', '1', '2'), q('range', '1', '2.0'))).toBe(false);
  });
});

test('a quantity begins and ends with its numbers', () => {
  expect([lowerOf(q('ge', '5')), upperOf(q('ge', '5'))]).toEqual(['5', '5']);
  expect([lowerOf(q('range', '1', '2')), upperOf(q('range', '1', '2'))]).toEqual(['1', '2']);
});

test('only a plain number is exact', () =>
  expect(COMPARATORS.filter((comparator) => isExact(q(comparator, '5')))).toEqual(['eq']));

test('what cannot be computed is told by its kind, not by having a reason', () => {
  expect(isNotComputable({ kind: 'not-computable' })).toBe(true);
  const computed = { kind: 'difference', quantity: q('eq', '5'), reason: '达到水平是预计数' };
  expect(isNotComputable(computed)).toBe(false);
});
