import { expect, test } from 'vitest';
import {
  byEnd,
  dayOf,
  endOfMonth,
  isDay,
  isSameKind,
  isSamePeriod,
  monthsOf,
  yearOf,
} from '../../src/domain/period.ts';

const q1 = monthsOf('2023年一季度', 2023, 1, 3);
const year = monthsOf('2023年', 2023, 1, 12);
const december = monthsOf('2023年12月', 2023, 12, 12);
const seven = monthsOf('2023年1—7月', 2023, 1, 7);

test('months that make a standard period are one, others keep their first and last', () => {
  expect([q1, year, december, seven, monthsOf('', 2023, 2, 4)].map(({ kind, code }) => [kind, code])).toEqual([
    ['quarter', '2023-Q1'],
    ['year', '2023'],
    ['month', '2023-12'],
    ['months', '2023-01/2023-07'],
    ['months', '2023-02/2023-04'],
  ]);
});

test('periods stand in the order of their last days; of those that end together the longer comes first', () => {
  expect([december, endOfMonth('2023年底', 2023, 12), year, seven, q1].sort(byEnd).map(({ label }) => label)).toEqual([
    '2023年一季度',
    '2023年1—7月',
    '2023年',
    '2023年12月',
    '2023年底',
  ]);
});

test('only periods of one kind are compared, and of months only as many', () => {
  expect(isSameKind(q1, monthsOf('', 2022, 10, 12))).toBe(true);
  expect(isSameKind(q1, year)).toBe(false);
  expect(isSameKind(seven, monthsOf('', 2022, 1, 7))).toBe(true);
  expect(isSameKind(seven, monthsOf('', 2022, 1, 8))).toBe(false);
  expect(isSameKind(dayOf('', 2023, 3, 31), q1)).toBe(false);
});

test('one span of time is the same period whatever it is called', () => {
  expect(isSamePeriod(q1, monthsOf('2023年1—3月', 2023, 1, 3))).toBe(true);
  expect(isSamePeriod(q1, monthsOf('2022年1—3月', 2022, 1, 3))).toBe(false);
  expect(isSamePeriod(december, endOfMonth('2023年底', 2023, 12))).toBe(true);
  expect(isSamePeriod(year, december)).toBe(false);
});

test('a period counts for the year of its last day', () => {
  expect(yearOf(q1)).toBe(2023);
});

test('the calendar knows its days', () => {
  expect([
    isDay(2024, 2, 29),
    isDay(2023, 2, 29),
    isDay(2023, 0, 1),
    isDay(2023, 13, 1),
    isDay(2023, 4, 31),
    isDay(2023, 4, 0),
  ]).toEqual([true, false, false, false, false, false]);
});
