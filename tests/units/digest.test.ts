import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from '../../src/units/digest.ts';

test('values that hold the same have one digest, however their strings lie in memory', () => {
  const sliced = '达到97.2%'.slice(2);
  expect(digestOf({ value: sliced })).toBe(digestOf({ value: ['97', '2%'].join('.') }));
});

test.each<[string, unknown, unknown]>([
  ['another number', [1], [2]],
  ['a number and its digits', ['1'], [1]],
  ['nothing and null', [undefined], [null]],
  ['a key that is absent and one without a value', {}, { a: undefined }],
  ['a map and the list of its entries', new Map([['a', 1]]), [['a', 1]]],
  ['a set and a list', new Set([1]), [1]],
  [
    'a map in another order',
    new Map([
      ['a', 1],
      ['b', 2],
    ]),
    new Map([
      ['b', 2],
      ['a', 1],
    ]),
  ],
  ['bytes that differ', new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  ['strings that are joined elsewhere', ['a', 'bc'], ['ab', 'c']],
  ['lists that are joined elsewhere', [[1], [2, 3]], [[1, 2], [3]]],
])('%s have two', (_, one, other) => {
  expect(digestOf(one)).not.toBe(digestOf(other));
});

test('one object named twice is not two that are alike', () => {
  const value = { name: '甲' };
  expect(digestOf([value, value])).not.toBe(digestOf([{ name: '甲' }, { name: '甲' }]));
  expect(digestOf([value, value])).toBe(digestOf(structuredClone([value, value])));
});

test('a copy has the digest of what was copied', () => {
  fc.assert(
    fc.property(fc.anything({ withMap: true, withSet: true }), (value) => {
      expect(digestOf(structuredClone(value))).toBe(digestOf(structuredClone(value)));
    }),
  );
});

test.each([[() => undefined], [new Date(0)], [Symbol('a')]])('what is no plain data has none', (value) => {
  expect(() => digestOf([value])).toThrow('no plain data');
});
