import { expectTypeOf, test } from 'vitest';
import type { WordOf } from '../../../src/ingest/problem/checks.ts';
import { problem, type Words } from '../../../src/ingest/problem/problem.ts';

const at = { file: 'a.csv' };

test('the words of a check are those of its message and hint', () => {
  expectTypeOf<WordOf<'row/place'>>().toEqualTypeOf<'near'>();
  expectTypeOf<WordOf<'csv/too-few-cells'>>().toEqualTypeOf<'count' | 'expected'>();
  expectTypeOf<WordOf<'value/blank'>>().toEqualTypeOf<never>();
  expectTypeOf<Words<'row/unit-differs'>>().toEqualTypeOf<Readonly<Record<'name' | 'expected', string | number>>>();
});

test('a word that is missing, or one too many, does not compile', () => {
  problem('row/place', at, '三', { near: '' });
  problem('value/blank', at, '');
  // @ts-expect-error -- near is missing
  problem('row/place', at, '三', {});
  // @ts-expect-error -- and all words
  problem('row/place', at, '三');
  // @ts-expect-error -- other is not one of its words
  problem('row/place', at, '三', { near: '', other: '' });
  // @ts-expect-error -- the check has no words
  problem('value/blank', at, '', { near: '' });
});
