import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/issue.ts';
import { neighboursOf } from '../../src/domain/neighbours.ts';
import { bulletinsOf, indicatorOf } from './bulletins.ts';

const TOPICS: Readonly<Record<number, string>> = { 48: '政务', 49: '开办企业', 50: '政务', 51: '政务', 52: '开办企业' };
const bulletins: Bulletin[] = bulletinsOf(indicatorOf(), { 48: {}, 49: {}, 50: {}, 51: {}, 52: {} }).map((b) => ({
  ...b,
  issue: { ...b.issue, topic: TOPICS[b.issue.number]! },
}));
const numbers = (number: number): (number | undefined)[] => {
  const { before, after } = neighboursOf(bulletins).get(number)!;
  return [before?.number, after?.number];
};

test('the bulletins beside one are the nearest of its topic', () => {
  expect(numbers(50)).toEqual([48, 51]);
  expect(numbers(49)).toEqual([undefined, 52]);
});
test('the first and the last of a topic have one on one side', () => {
  expect(numbers(48)).toEqual([undefined, 50]);
  expect(numbers(51)).toEqual([50, undefined]);
});

test('whatever the numbers and topics, they are those that a search through all finds', () => {
  const [some] = bulletins;
  const issues = fc.uniqueArray(
    fc.record({ number: fc.integer({ min: 1, max: 30 }), topic: fc.constantFrom('甲', '乙') }),
    { selector: ({ number }) => number },
  );
  fc.assert(
    fc.property(issues, (all) => {
      const newestFirst = all
        .toSorted((a, b) => b.number - a.number)
        .map((issue): Bulletin => ({ ...some!, issue: { ...some!.issue, ...issue } }));
      const found = neighboursOf(newestFirst);
      for (const { issue } of newestFirst) {
        const alike = newestFirst.map((b) => b.issue).filter(({ topic }) => topic === issue.topic);
        const { before, after } = found.get(issue.number)!;
        expect([before?.number, after?.number]).toEqual([
          alike.find(({ number }) => number < issue.number)?.number,
          alike.findLast(({ number }) => number > issue.number)?.number,
        ]);
      }
    }),
  );
});
