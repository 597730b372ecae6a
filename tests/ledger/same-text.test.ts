import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameValue } from '../../src/domain/quantity.ts';
import { isSameText, textKey } from '../../src/ledger/same-text.ts';

describe('two cells say the same', () => {
  test.each([
    ['97.2%', '97.20%'],
    ['1,234件', '1234件'],
    ['０７', '7'],
    ['上海市： 实现', '上海市:实现'],
    ['0', '0.00'],
  ])('%s and %s', (a, b) => {
    expect(isSameText(a, b)).toBe(true);
    expect(textKey(a)).toBe(textKey(b));
  });

  test.each([
    ['97.2', '97.21'],
    ['12 件', '1 2件x'],
    ['1,23', '123'],
    ['1.2.0', '1.2'],
    ['10', '1'],
    ['', '0'],
  ])('but not %s and %s', (a, b) => {
    expect(isSameText(a, b)).toBe(false);
  });

  test('two numbers exactly where their values are equal', () => {
    const digits = fc.stringMatching(/^\d{1,6}(\.\d{1,4})?$/);
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        expect(isSameText(a, b)).toBe(sameValue(a, b));
      }),
    );
  });
});
