import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisNote, domainOf, isCut, tickWords } from '../../../src/charts/parts/domain.ts';
import type { Indicator } from '../../../src/domain/indicator.ts';
import { indicatorOf } from '../../domain/bulletins.ts';

const axis = (values: readonly number[], unit = '%', more: Partial<Indicator> = {}) => {
  const domain = domainOf(values, unit, [indicatorOf({ unit, ...more })]);
  return { ...domain, said: domain.ticks.map((tick) => tickWords(tick)), note: axisNote(domain, unit, '横轴') };
};

describe('the axis of a share', () => {
  test('runs from 0 to 100 where the numbers use it', () =>
    expect(axis([21.57, 57.9, 100])).toMatchObject({ low: 0, high: 100, note: null }));
  test('is cut where all marks would crowd, and says so', () =>
    expect(axis([96.2, 99.2, 100])).toMatchObject({ low: 94, high: 100, note: '横轴从94%起' }));
  test('tells close values apart', () =>
    expect(axis([99.961, 99.97, 99.973])).toMatchObject({
      low: 99.955,
      said: ['99.955', '99.96', '99.965', '99.97', '99.975'],
      note: '横轴从99.955%起',
    }));
  test('never goes beyond 100 for that', () => expect(axis([99, 100]).high).toBe(100));
  test('ends early where all are small, from zero on', () =>
    expect(axis([0.4, 2.1, 4.5])).toMatchObject({ low: 0, high: 6, note: null }));
  test('holds a share beyond 100', () => expect(axis([20, 112]).high).toBe(150));
  test('is not cut for equal numbers, which nothing tells apart', () =>
    expect(axis([88, 88])).toMatchObject({ low: 0, high: 100 }));
  test('is never cut to less than two parts in ten thousand', () => {
    expect(axis([99.97, 99.975]).said).toEqual(['99.96', '99.965', '99.97', '99.975', '99.98', '99.985']);
    expect(axis([99.99, 100])).toMatchObject({ low: 99.98, high: 100 });
  });
  test('is not cut where the marks would be one blob all the same', () =>
    expect(axis([99.9701, 99.9702])).toMatchObject({ low: 0, high: 100, note: null }));
});

describe('negative numbers', () => {
  test('that are all negative end the axis at zero', () =>
    expect(axis([-8, -2])).toMatchObject({ low: -8, high: 0, said: ['−8', '−6', '−4', '−2', '0'], note: null }));
  test('that crowd far from zero cut the axis, and say so', () =>
    expect(axis([-8.4, -8.1, -7.9])).toMatchObject({ note: '横轴从−8.6至−7.8%，不含零' }));
  test('of both signs have zero among the ticks', () => {
    const { said, low, high } = axis([-3.2, 6]);
    expect([low, high]).toEqual([-4, 6]);
    expect(said).toContain('0');
  });
});

describe('other axes', () => {
  test('of a count begin at zero', () => expect(axis([12, 40], '件')).toMatchObject({ low: 0, high: 40 }));
  test('of a count that crowds is cut at whole numbers', () =>
    expect(axis([2133, 2229], '家')).toMatchObject({ low: 2100, high: 2250, note: '横轴从2100家起' }));
  test('of a count is not cut for a few of millions', () =>
    expect(axis([2650298, 2650301], '人')).toMatchObject({ low: 0, high: 3000000, note: null }));
  test('of a count is cut for some thousands of millions', () =>
    expect(axis([2650298, 2655301], '人')).toMatchObject({ low: 2648000, note: '横轴从2,648,000人起' }));
  test('of a count end near the numbers, however many the registry says there can be', () =>
    expect(axis([8, 12, 14], '天', { lower: '0', upper: '366' })).toMatchObject({ low: 0, high: 15, note: null }));
  test('of a share of another name run over its bounds', () =>
    expect(axis([300, 900], '‰', { lower: '0', upper: '1000' })).toMatchObject({ low: 0, high: 1000 }));
  test('of a score run over its bounds', () =>
    expect(axis([40, 90], '分', { lower: '0', upper: '120' })).toMatchObject({ low: 0, high: 120 }));
  test('of ranks begin at the first, which is the better side', () =>
    expect(axis([15, 5], '位', { direction: '越低越好' })).toMatchObject({
      low: 1,
      said: ['1', '5', '10', '15'],
      ranks: true,
      note: '左边名次靠前',
    }));
  test('of accidents say 起 once', () => expect(axis([118, 131], '起').note).toBe('横轴从115起开始'));
  test('of people are no ranks', () => expect(axis([15, 5], '名')).toMatchObject({ low: 0, ranks: false }));
  test('of bars begin at zero, however close their ends are', () =>
    expect(domainOf([98, 99], '%', [], false)).toMatchObject({ low: 0, high: 100 }));
});

test('whatever the numbers are, they lie on the axis, and it is cut only where it says so', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -2000, max: 200_000 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(0, 1, 3),
      fc.constantFrom('%', '分', '件', '位', '工作日'),
      (integers, decimals, unit) => {
        const values = integers.map((n) => n / 10 ** decimals);
        const domain = domainOf(values, unit, [indicatorOf({ unit })]);
        const [least, most] = [Math.min(...values), Math.max(...values)];
        expect(domain.low).toBeLessThanOrEqual(least + 1e-9);
        expect(domain.high).toBeGreaterThanOrEqual(most - 1e-9);
        expect(domain.high).toBeGreaterThan(domain.low);
        expect(isCut(domain)).toBe((axisNote(domain, unit, '横轴') ?? '').includes('横轴'));
        expect(domain.ticks.length).toBeLessThan(9);
        // Marks that differ take a fair part of it, unless they differ by next to nothing.
        const largest = Math.max(Math.abs(least), Math.abs(most));
        const part = (most - least) / (domain.high - domain.low);
        if (most - least >= largest * 0.0002 && most > least) expect(part).toBeGreaterThan(0.15);
        if (isCut(domain) && least >= 0) expect(domain.high - domain.low).toBeGreaterThan(largest * 0.0002 - 1e-9);
      },
    ),
    { seed: 48, numRuns: 500 },
  ));
