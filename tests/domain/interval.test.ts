import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { within, type Interval } from '../../src/domain/interval.ts';
import { interval, type Comparator } from '../../src/domain/quantity.ts';
import { quantity } from './observation.ts';

/** `[1, 2)`, `(1, ∞)`, `(−∞, 2]`. */
function spelled(i: Interval | undefined): string {
  if (!i) return 'unknown';
  const low = i.low ? `${i.low.open ? '(' : '['}${i.low.at.toFixed()}` : '(−∞';
  return `${low}, ${i.high ? `${i.high.at.toFixed()}${i.high.open ? ')' : ']'}` : '∞)'}`;
}

function intervalOf(text: string): Interval {
  const [, begin, low, high, end] = /^([[(])(.+), (.+)([\])])$/.exec(text)!;
  return {
    ...(low === '−∞' ? {} : { low: { at: new Big(low!), open: begin === '(' } }),
    ...(high === '∞' ? {} : { high: { at: new Big(high!), open: end === ')' } }),
  };
}

test.each<[Comparator, string, string | undefined, string]>([
  ['eq', '80', undefined, '[80, 80]'],
  ['ge', '80', undefined, '[80, ∞)'],
  ['gt', '80', undefined, '(80, ∞)'],
  ['le', '80', undefined, '(−∞, 80]'],
  ['lt', '80', undefined, '(−∞, 80)'],
  ['range', '1', '2', '[1, 2]'],
  ['about', '80', undefined, 'unknown'],
  ['over', '80', undefined, 'unknown'],
  ['under', '80', undefined, 'unknown'],
])('what %s %s allows', (comparator, value, upper, expected) =>
  expect(spelled(interval(quantity(comparator, value, upper)))).toBe(expected),
);

describe('a set of numbers', () => {
  test.each<[string, string, boolean | undefined]>([
    ['[80, 80]', '[80, ∞)', true],
    ['[80, 80]', '(80, ∞)', false],
    ['(80, ∞)', '(80, ∞)', true],
    ['(80, ∞)', '[80, ∞)', true],
    ['[80, ∞)', '(80, ∞)', undefined],
    ['[80, ∞)', '[80, ∞)', true],
    ['[79, ∞)', '[80, ∞)', undefined],
    ['(−∞, 80)', '[80, ∞)', false],
    ['(−∞, 80]', '[80, ∞)', undefined],
    ['(−∞, 80]', '(80, ∞)', false],
    ['(−∞, ∞)', '[80, ∞)', undefined],
    ['[80, 80]', '(−∞, 80]', true],
    ['[80, 80]', '(−∞, 80)', false],
    ['(−∞, 80)', '(−∞, 80)', true],
    ['(−∞, 80)', '(−∞, 80]', true],
    ['(−∞, 80]', '(−∞, 80)', undefined],
    ['(−∞, 81]', '(−∞, 80]', undefined],
    ['(80, ∞)', '(−∞, 80]', false],
    ['[80, ∞)', '(−∞, 80]', undefined],
    ['[80, ∞)', '(−∞, 80)', false],
    ['[1, 2]', '[1, 2]', true],
    ['[1, 2]', '[0, 3]', true],
    ['[0, 2]', '[1, 2]', undefined],
    ['[1, 3]', '[1, 2]', undefined],
    ['[1, 3]', '[4, 5]', false],
    ['[6, 7]', '[4, 5]', false],
    ['[1, 3]', '(−∞, ∞)', true],
  ])('%s in %s: %j', (a, b, expected) => expect(within(intervalOf(a), intervalOf(b))).toBe(expected));
});
