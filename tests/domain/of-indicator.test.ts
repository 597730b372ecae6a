import { expect, test } from 'vitest';
import { memo } from '../../src/domain/memo.ts';
import { bulletinsOfIndicator, observationsOfIndicator, rowsOfIndicator } from '../../src/domain/of-indicator.ts';
import { bulletinsOf, indicatorOf } from './bulletins.ts';

const share = indicatorOf();
const bulletins = bulletinsOf(share, { 1: { reached: [2019, '80'] }, 2: { reached: [2020, '81'] } });

test('what a bulletin says of an indicator is what its tables and its list hold of it', () => {
  const [first] = bulletins;
  expect(rowsOfIndicator(first!, share.code)).toEqual(first!.groups.flatMap(({ rows }) => rows));
  expect(observationsOfIndicator(first!, share.code)).toEqual(
    first!.observations.filter(({ indicator }) => indicator === share.code),
  );
  expect(rowsOfIndicator(first!, 'other')).toEqual([]);
  expect(observationsOfIndicator(first!, 'other')).toEqual([]);
});

test('the bulletins that speak of an indicator are one list, so that what is made of it is made once', () => {
  expect(bulletinsOfIndicator(bulletins, share.code)).toEqual(bulletins);
  expect(bulletinsOfIndicator(bulletins, share.code)).toBe(bulletinsOfIndicator(bulletins, share.code));
  expect(bulletinsOfIndicator(bulletins, 'other')).toEqual([]);
});

test('an answer is made once for each thing, also where it is undefined', () => {
  const asked: object[] = [];
  const answer = memo((of: object) => void asked.push(of));
  const [a, b] = [{}, {}];
  for (const of of [a, b, a, b]) answer(of);
  expect(asked).toEqual([a, b]);
});
