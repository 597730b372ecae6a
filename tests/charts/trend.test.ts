import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { crosses } from '../../src/charts/parts/geometry.ts';
import { trendChart } from '../../src/charts/trend.ts';
import type { Size } from '../../src/charts/draw/theme.ts';
import { courseOf } from '../../src/domain/course.ts';
import { hasCourse, trendsOf } from '../../src/domain/trend.ts';
import { spell } from '../../src/wording/phrase.ts';
import { bulletinsOf, indicatorOf, type Says } from '../domain/bulletins.ts';
import { overTime } from '../domain/over-time.ts';
import { trends, type Case } from '../domain/trends.ts';
import { framed } from './fixture.ts';
import { overlap, pairs, picture, type Picture } from './picture.ts';

const SIZES = ['wide', 'narrow'] as const;
const chart = ({ bulletins, indicator }: Case, size: Size): string => {
  const { drawn } = courseOf(bulletins, indicator);
  return trendChart(drawn.length > 0 ? drawn : trendsOf(bulletins, indicator), indicator, size, '图');
};
const words = (c: Case, size: Size = 'wide'): string[] => picture(chart(c, size)).texts.map(({ text }) => text);

/** Lines between values, from left to right; those above y = 30 are the key's. */
const courses = (svg: string): { x1: number; y1: number; x2: number; y2: number; dashed: boolean }[] =>
  [
    ...svg.matchAll(
      /<g fill="none" stroke="var\(--achieved\)" stroke-width="3" stroke-miterlimit="1"( stroke-dasharray="4 3")?>(.*?)<\/g>/g,
    ),
  ]
    .flatMap(([, dash, body = '']) =>
      [...body.matchAll(/d="M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)"/g)].map(([, ...ends]) => {
        const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ends.map(Number);
        return { x1, y1, x2, y2, dashed: dash !== undefined };
      }),
    )
    .filter(({ y1 }) => y1 > 30)
    .sort((a, b) => a.x1 - b.x1);

/** Without the lines, whose boxes would cover what they only pass. */
const marksOf = ({ marks }: Picture, svg: string): Picture['marks'] => {
  const slopes = courses(svg);
  return marks.filter(
    (m) =>
      m.ink !== 'muted' &&
      !slopes.some((s) => Math.abs(Math.min(s.x1, s.x2) - m.x1) < 2 && Math.abs(Math.max(s.x1, s.x2) - m.x2) < 2),
  );
};

/** Of periods shorter than a year, of areas, of ranks and falls. */
const overTimes = [
  'online-share',
  'accidents',
  'rank',
  'total-score',
  'power-reliability',
  'case-growth',
  'price-growth',
];
const cases: readonly (readonly [string, Case])[] = [
  ...Object.entries(trends),
  ...overTimes.map((code) => [code, overTime(code)] as const),
];
const all = cases.flatMap(([name, c]) => SIZES.map((size) => [name, size, chart(c, size)] as const));

describe('an indicator over the years', () => {
  test.each(all)('is drawn as before: %s, %s', async (name, size, svg) => {
    await expect(framed(svg)).toMatchFileSnapshot(`snapshots/trend-${name}-${size}.svg`);
  });

  test.each(all)('keeps its labels apart, off the marks and lines, and inside: %s, %s', (_name, _size, svg) => {
    const drawn = picture(svg);
    const { texts, width, height } = drawn;
    const marks = marksOf(drawn, svg);
    expect(pairs(texts).filter(([a, b]) => overlap(a, b))).toEqual([]);
    expect(texts.filter((text) => marks.some((mark) => overlap(text, mark)))).toEqual([]);
    expect(texts.filter((text) => courses(svg).some((line) => crosses(line, text, 1)))).toEqual([]);
    expect(
      [...texts, ...marks].filter((b) => b.x1 < -0.01 || b.y1 < -0.01 || b.x2 > width + 0.01 || b.y2 > height + 0.01),
    ).toEqual([]);
    expect(texts.filter(({ size }) => size < 13)).toEqual([]);
  });

  test.each(cases.flatMap(([name, c]) => SIZES.map((size) => [name, size, c] as const)))(
    'has every number, at its mark or below: %s, %s',
    (_name, size, c) => {
      const said = words(c, size).join('|');
      const points = trendsOf(c.bulletins, c.indicator).flatMap(({ values, targets }) => [...values, ...targets]);
      for (const { o } of points) expect(said).toContain(spell(o));
    },
  );

  test('reads a share against 0–100 where the numbers use it', () =>
    expect(words(trends.long)).toEqual(expect.arrayContaining(['0', '25', '50', '75', '100%', '2020年', '2022年'])));

  test('cuts the axis where all marks would crowd, and says so', () => {
    expect(words(trends.single)).toEqual(expect.arrayContaining(['60', '70', '80', '90', '100%', '纵轴从60%起']));
    expect(words(trends.long).filter((text) => text.startsWith('纵轴'))).toEqual([]);
  });

  test('draws what is expected hollow, at the end of a dashed line', () => {
    expect(courses(chart(trends.expected, 'wide')).map(({ dashed }) => dashed)).toEqual([false, true]);
    expect(words(trends.expected)).toContain('预计85分');
  });

  test('draws no line to a bound, and an arrowhead at each', () => {
    const svg = chart(trends.floor, 'wide');
    expect(courses(svg)).toEqual([]);
    expect(picture(svg).marks.filter(({ kind }) => kind === 'arrow')).toHaveLength(2 + 3 + 1);
  });

  test('draws nothing for what is missing but the word under its year', () => {
    expect(words(trends.missing)).toContain('暂缺');
    expect(courses(chart(trends.missing, 'wide'))).toHaveLength(1);
  });

  test('draws a change of definition as a labelled hairline that no line crosses', () => {
    for (const c of [trends.broken, trends.restated]) {
      const svg = chart(c, 'wide');
      expect(words(c)).toContain('第49期起口径变更');
      const hair = [...svg.matchAll(/d="M([\d.]+),([\d.]+)L\1,([\d.]+)"/g)].find(
        ([, , top, bottom]) => Number(bottom) - Number(top) > 100,
      );
      expect(hair).toBeDefined();
      expect(courses(svg).filter(({ x1, x2 }) => x1 < Number(hair![1]) - 1 && x2 > Number(hair![1]) + 1)).toEqual([]);
    }
  });

  test('names the bulletins of numbers that differ', () =>
    expect(words(trends.differing)).toEqual(expect.arrayContaining(['82.1%（第48期）', '76.4%（第49期）'])));

  test('names the levels where they differ', () =>
    expect(words(trends.levels)).toEqual(expect.arrayContaining(['市级50%', '县级46.2%', '县级50%', '66%'])));

  test('keeps labels apart and loses no number, whatever the numbers are', () => {
    const number = fc.oneof(
      fc.integer({ min: -300, max: 1000 }).map((n) => `${n / 10}`),
      fc.constantFrom('99.961', '99.97', '99.973', '100', '100', '约96', '预计97', '≥95', '≤3', '暂缺'),
    );
    const says = fc.array(fc.record({ base: number, goal: number, reached: number }), { minLength: 2, maxLength: 8 });
    const indicators = ['%', '分', '工作日', '位'].map((unit) => indicatorOf({ unit, direction: '越低越好' }));
    fc.assert(
      fc.property(says, fc.constantFrom(...indicators), fc.constantFrom(...SIZES), (said, indicator, size) => {
        const stated = said.map(({ base, goal, reached }, i): [number, Says] => [
          i + 1,
          { base: [2010 + i, base], goal: [2011 + i, goal], reached: [2011 + i, reached] },
        ]);
        const bulletins = bulletinsOf(indicator, Object.fromEntries(stated));
        const [only] = trendsOf(bulletins, indicator);
        if (!only || !hasCourse(only)) return;
        const { texts, width } = picture(trendChart([only], indicator, size, '图'));
        expect(pairs(texts).filter(([a, b]) => overlap(a, b))).toEqual([]);
        expect(texts.filter(({ x1, x2 }) => x1 < -0.01 || x2 > width + 0.01)).toEqual([]);
        const words = texts.map(({ text }) => text).join('');
        expect([...only.values, ...only.targets].map(({ o }) => spell(o)).filter((w) => !words.includes(w))).toEqual(
          [],
        );
      }),
      { seed: 48, numRuns: 150 },
    );
  });

  test('draws many bulletins that all differ', () => {
    const indicator = indicatorOf();
    const says = Object.fromEntries(
      Array.from({ length: 60 }, (_, i): [number, Says] => [
        i + 1,
        {
          base: [2000 + (i % 12), `${(i * 37) % 100}`],
          goal: [2001 + (i % 12), `≥${(i * 53) % 100}`],
          reached: [2001 + (i % 12), `${(i * 71) % 100}`],
        },
      ]),
    );
    for (const size of SIZES) {
      const { texts, width } = picture(chart({ indicator, bulletins: bulletinsOf(indicator, says) }, size));
      expect(pairs(texts).filter(([a, b]) => overlap(a, b))).toEqual([]);
      expect(texts.filter(({ x1, x2 }) => x1 < -0.01 || x2 > width + 0.01)).toEqual([]);
    }
  });
});
