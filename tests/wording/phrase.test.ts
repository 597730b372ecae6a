import { describe, expect, test } from 'vitest';
import { distance, signed } from '../../src/wording/difference.ts';
import { chineseDate, counted, grouped, phrase, spell, spellAsFiled, spellWithArea } from '../../src/wording/phrase.ts';
import { observation, quantity } from '../domain/observation.ts';

test.each([
  [0, '零项'],
  [1, '一项'],
  [2, '两项'],
  [6, '六项'],
  [10, '十项'],
  [12, '十二项'],
  [20, '二十项'],
  [99, '九十九项'],
  [100, '100项'],
])('%i things are %s', (n, words) => expect(counted(n, '项')).toBe(words));

test('a date is written without leading zeros', () => expect(chineseDate('2021-01-05')).toBe('2021年1月5日'));

describe('a quantity is worded as the bulletin does', () => {
  test.each([
    ['eq', '97.2%', '%'],
    ['ge', '97.2%以上', '%'],
    ['gt', '超过97.2%', '%'],
    ['le', '97.2%以下', '%'],
    ['lt', '不足97.2%', '%'],
    ['about', '约97.2%', '%'],
    ['over', '97.2%多', '%'],
    ['under', '近97.2%', '%'],
    ['over', '97.2余次', '次'],
  ] as const)('%s: %s', (comparator, words, unit) => expect(phrase(quantity(comparator, '97.2'), unit)).toBe(words));

  test.each([
    [quantity('eq', '-3.2'), '−3.2%'],
    [quantity('ge', '-3.2'), '−3.2%以上'],
    [quantity('range', '-3.2', '-1.5'), '−3.2%—−1.5%'],
  ])('with a minus, not a hyphen: %o', (q, words) => expect(phrase(q, '%')).toBe(words));

  test('range', () => expect(phrase(quantity('range', '1', '2'), '个')).toBe('1—2个'));
});

describe('thousands', () => {
  test.each([
    ['65826', '65,826'],
    ['1255420', '1,255,420'],
    ['12345.6789', '12,345.6789'],
    ['-65826', '−65,826'],
    ['1256', '1256'],
    ['2020', '2020'],
    ['0.12345', '0.12345'],
    ['999999', '999,999'],
  ])('of %s are set as %s', (value, words) => expect(grouped(value)).toBe(words));

  test('are parted in every form of a quantity', () => {
    expect(phrase(quantity('ge', '10000'), '件')).toBe('10,000件以上');
    expect(phrase(quantity('over', '10000'), '次')).toBe('10,000余次');
    expect(phrase(quantity('range', '10000', '20000'), '元')).toBe('10,000—20,000元');
  });
  test('are parted in differences', () => {
    const difference = (value: string) => ({
      quantity: quantity('eq', value),
      unit: '件',
      expected: false,
      kind: 'difference' as const,
    });
    expect(signed(difference('-12345'))).toBe('−12,345件');
    expect(signed(difference('12345'))).toBe('+12,345件');
    expect(distance(difference('12345'), '目标')).toBe('高于目标12,345件');
  });
  test('are parted for readers, and stand together where the files and the text have them so', () => {
    const o = observation({ value: '65826', unit: '项' });
    expect(spell(o)).toBe('65,826项');
    expect(spellAsFiled(o)).toBe('65826项');
  });
});

describe('an observation is spelled', () => {
  test('with the digits as printed', () => expect(spell(observation({ value: '84.0' }))).toBe('84.0%'));
  test('as expected', () => expect(spell(observation({ value: '85', expected: true, unit: '分' }))).toBe('预计85分'));
  test('by its statement', () => expect(spell(observation({ text: '实现综合窗口全覆盖' }))).toBe('实现综合窗口全覆盖'));
  test('by the word for its gap', () => expect(spell(observation({ missing: '暂缺' }))).toBe('暂缺'));
  test('with its area', () =>
    expect(spellWithArea(observation({ area: '上海市', value: '99.5' }))).toBe('上海市：99.5%'));
});

describe('the distance to a target', () => {
  const d = (value: string, expected = false, comparator: 'eq' | 'le' = 'eq') => ({
    kind: 'difference' as const,
    quantity: quantity(comparator, value),
    unit: '个百分点',
    expected,
  });

  test.each([
    [distance(d('17.2'), '目标'), '高于目标17.2个百分点'],
    [distance(d('-0.1'), '目标'), '低于目标0.1个百分点'],
    [distance(d('0'), '目标'), '正好达到目标'],
    [distance(d('5', true), '目标界限'), '预计高于目标界限5个百分点'],
    [distance(d('5', false, 'le'), '目标界限'), '至多高于目标界限5个百分点'],
  ])('%s', (words, expected) => expect(words).toBe(expected));
});
