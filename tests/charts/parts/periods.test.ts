import { describe, expect, test } from 'vitest';
import { periodsOf } from '../../../src/charts/parts/periods.ts';
import type { TimeAxis } from '../../../src/charts/parts/time-axis.ts';
import { measure } from '../../../src/charts/draw/measure.ts';
import { PAGES, type Size } from '../../../src/charts/draw/theme.ts';
import { endOf } from '../../../src/domain/time.ts';
import { written } from '../../domain/periods.ts';

const mark = (label: string) => ({ at: endOf(written(label)), period: written(label) });
const axis = (labels: readonly string[], size: Size, gaps: readonly string[] = []): TimeAxis =>
  periodsOf(
    labels.map(mark),
    gaps.map((label) => ({ ...mark(label), word: '暂缺' })),
    40,
    PAGES[size].width - 14,
    PAGES[size],
  );
const labels = ({ foot }: TimeAxis): { text: string; x1: number; x2: number; y: number }[] =>
  foot.shapes.flatMap((s) => {
    if (s.kind !== 'text') return [];
    const half = measure(s.text, s.size) / 2;
    return [{ text: s.text, x1: s.x - half, x2: s.x + half, y: s.y }];
  });
const months = Array.from({ length: 60 }, (_, i) => `${2019 + Math.floor(i / 12)}年${(i % 12) + 1}月`);

describe('periods under a plot', () => {
  test('are called as they are printed', () =>
    expect(labels(axis(['2022年一季度', '2022年1—7月'], 'wide')).map(({ text }) => text)).toEqual([
      '2022年一季度',
      '2022年1—7月',
    ]));
  test('lie at true distances', () => {
    const { apply } = axis(['2022年一季度', '2022年二季度', '2023年一季度'], 'wide');
    const [a, b, c] = ['2022年一季度', '2022年二季度', '2023年一季度'].map((label) => apply(mark(label).at));
    expect((b! - a!) / (c! - a!)).toBeCloseTo(91 / 365, 6);
  });
  test('that end together are both named', () =>
    expect(labels(axis(['2022年四季度', '2022年', '2022年一季度'], 'narrow')).map(({ text }) => text)).toEqual([
      '2022年一季度',
      '2022年四季度',
      '2022年',
    ]));
  test('without a number bear the bulletin’s word', () =>
    expect(labels(axis(['2022年一季度', '2022年三季度'], 'wide', ['2022年二季度']))[1]?.text).toBe(
      '2022年二季度：暂缺',
    ));
  test.each(['wide', 'narrow'] as const)(
    'of five years of months are thinned, never touching, the last one named: %s',
    (size) => {
      const all = labels(axis(months, size));
      expect(all.at(-1)?.text).toBe('2023年12月');
      expect(all.length).toBeGreaterThan(5);
      for (const [i, a] of all.entries())
        for (const b of all.slice(i + 1)) expect(a.y !== b.y || a.x2 < b.x1 || b.x2 < a.x1).toBe(true);
      expect(all.filter(({ x1, x2 }) => x1 < -0.01 || x2 > PAGES[size].width + 0.01)).toEqual([]);
    },
  );
  test('make a single time the middle', () =>
    expect(axis(['2022年一季度'], 'wide').apply(2022.2)).toBe((40 + 674) / 2));
});
