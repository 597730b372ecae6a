import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignedChart } from '../../src/charts/aligned/aligned.ts';
import { isAligned, stripsOf } from '../../src/charts/aligned/strips.ts';
import type { Size } from '../../src/charts/draw/theme.ts';
import { tableOf } from '../domain/over-time.ts';
import { tables } from './arbitrary.ts';
import { framed, table, type Table } from './fixture.ts';
import { overlap, overlapping, picture, type Picture } from './picture.ts';

const SIZES = ['wide', 'narrow'] as const;
const chart = ({ group, indicators }: Table, size: Size): string => alignedChart(group, indicators, size, '图');
const words = (t: Table, size: Size = 'wide'): string[] => picture(chart(t, size)).texts.map(({ text }) => text);

const close = table('%', [
  ['政务服务事项不见面审批事项占比', '98.9', '99', '99.3', '暂缺'],
  ['承诺办结时限平均压缩比例', '91.5', '92', '92.6', '暂缺'],
  ['行政许可事项即办件占比', '68.8', '75', '78.1', '暂缺'],
  ['“一窗”分类受理率', '未公布', '≥95', '97.2', '暂缺'],
  ['实名差评按期整改率', '100', '100', '99.8', '暂缺'],
]);
const days = table(
  '工作日',
  [
    ['办电时间', '12', '≤8', '7.5'],
    ['户均停电时间', '10.25', '9', '9.8'],
    ['企业开办时间', '5', '3', '3'],
    ['不动产登记时间', '7', '5', '预计4'],
    ['跨省通办时间', '7', '5', '暂缺'],
    ['注销时间', '7', '', '6'],
  ],
  { roles: ['baseline', 'target', 'achieved'], direction: '越低越好' },
);
const shares = table('%', [['办电成本占比', '4.5', '≤5', '4.8']], {
  roles: ['baseline', 'target', 'achieved'],
  direction: '越低越好',
});
const fell = table('%', [['群众满意率', '95', '90', '91']], { roles: ['baseline', 'target', 'achieved'] });
const mixed = tableOf(4, '附件1');

describe('a comparison at the targets', () => {
  const cases = { close, days, shares, fell, mixed };
  const drawn = Object.entries(cases).flatMap(([name, t]) =>
    SIZES.map((size) => [name, size, chart(t, size)] as const),
  );
  test.each(drawn)('is drawn as before: %s, %s', async (name, size, svg) => {
    await expect(framed(svg)).toMatchFileSnapshot(`snapshots/aligned-${name}-${size}.svg`);
  });

  test('keeps the bulletin’s order and says each outcome in a word', () => {
    const said = words(close).filter((text) => /达标$/.test(text));
    // The key says what a hatched circle is.
    expect(said).toEqual(['未达标', '达标', '达标', '达标', '达标', '未达标']);
  });

  test('says how far beyond the target, or what is missing, in words that follow the direction', () => {
    expect(words(close)).toEqual(expect.arrayContaining(['+0.3', '+0.6', '+3.1', '+2.2', '差0.2']));
    expect(words(days)).toEqual(expect.arrayContaining(['少0.5', '差0.8', '0', '预计少1']));
    expect(words(shares)).toContain('低0.2');
  });

  test('says why a row is not drawn, and without a target how far it came', () => {
    expect(words(days)).toEqual(
      expect.arrayContaining(['通报没有达到水平的数值', '通报未列目标；比2019年减少1个工作日']),
    );
  });

  test('puts what was reached to the right of the target where it is the better side, whatever the direction', () => {
    for (const t of [close, days]) {
      const { targets, reached } = sides(t);
      const outcomes = t.group.rows
        .filter(({ comparison: { margin } }) => margin.kind === 'difference')
        .map(({ comparison }) => comparison.outcome);
      expect(reached).toHaveLength(outcomes.length);
      reached.forEach((x, i) => {
        if (outcomes[i] === 'missed') expect(x).toBeLessThan(targets[i]!);
        else expect(x).toBeGreaterThanOrEqual(targets[i]!);
      });
    }
  });

  test('gives rows of one unit one scale', () => {
    const { targets, reached } = sides(close);
    const distances = reached.map((x, i) => x - targets[i]!);
    const margins = [0.3, 0.6, 3.1, 2.2, -0.2];
    // What missed by a hair is drawn clear of the line.
    expect(distances.at(-1)).toBeLessThan(-6);
    distances
      .slice(0, -1)
      .forEach((px, i) => expect(Math.abs(px - (margins[i]! * distances[2]!) / 3.1)).toBeLessThan(0.5));
  });

  test('names each of several targets and judges it by itself', () =>
    expect(words(mixed)).toEqual(expect.arrayContaining(['省定目标', '市定目标', '达标', '未达标'])));

  test('is not drawn of a table that has nothing to set against a target', () => {
    expect(isAligned(close.group, close.indicators)).toBe(true);
    const pending = table('%', [['甲', '70', '80', '暂缺']], { roles: ['baseline', 'target', 'achieved'] });
    expect(isAligned(pending.group, pending.indicators)).toBe(false);
  });

  test('does not set a row against its target where the indicator is neither better higher nor lower', () => {
    const neutral = table('%', [['甲', '70', '80', '80']], {
      roles: ['baseline', 'target', 'achieved'],
      direction: '中性',
    });
    expect(stripsOf(neutral.group, neutral.group.rows, neutral.indicators)(neutral.group.rows[0]!)).toEqual({
      reason: '这项指标不分高低好坏，等于目标才算达标',
    });
  });

  test('tells those who cannot see a strip what it shows', () => {
    const strip = stripsOf(close.group, close.group.rows, close.indicators)(close.group.rows[4]!);
    expect('svg' in strip && strip.svg).toContain('aria-label="未达标，差0.2个百分点"');
  });
});

/** Of each row that is drawn, where its target stands and where what was reached. */
function sides(t: Table): { targets: number[]; reached: number[] } {
  const strip = stripsOf(t.group, t.group.rows, t.indicators);
  const drawn = t.group.rows.flatMap((row) => {
    const one = strip(row);
    return 'svg' in one ? [picture(one.svg)] : [];
  });
  const middle = ({ marks }: Picture, ink: string): number => {
    const [mark] = marks.filter((m) => m.ink === ink && m.kind === 'mark').toSorted((a, b) => b.y2 - a.y2);
    return (mark!.x1 + mark!.x2) / 2;
  };
  return {
    targets: drawn.map((p) => middle(p, 'target')),
    reached: drawn.map((p) => middle(p, 'achieved')),
  };
}

describe('whatever the numbers are', () => {
  const holds = (check: (picture: Picture, t: Table) => void): void =>
    fc.assert(
      fc.property(tables, ({ rows, unit, size }) => {
        const t = table(unit, rows);
        check(picture(chart(t, size)), t);
      }),
      { seed: 48, numRuns: 300 },
    );

  test('no two labels overlap', () => holds((drawn) => expect(overlapping(drawn)).toEqual([])));

  test('nothing reaches beyond the drawing', () =>
    holds(({ width, height, texts, marks }) => {
      for (const box of [...texts, ...marks]) {
        expect(box.x1).toBeGreaterThanOrEqual(-0.5);
        expect(box.x2).toBeLessThanOrEqual(width + 0.5);
        expect(box.y1).toBeGreaterThanOrEqual(-0.5);
        expect(box.y2).toBeLessThanOrEqual(height + 0.5);
      }
    }));

  test('no label lies on a mark', () =>
    holds(({ texts, marks }) =>
      expect(
        texts.flatMap((text) =>
          marks
            .filter((mark) => mark.kind === 'mark' && mark.ink !== 'ink' && overlap(text, mark))
            .map(() => text.text),
        ),
      ).toEqual([]),
    ));

  test('every target of a strip stands in one place', () =>
    fc.assert(
      fc.property(tables, ({ rows, unit }) => {
        const { targets } = sides(table(unit, rows));
        expect(new Set(targets.map(Math.round)).size).toBeLessThanOrEqual(1);
      }),
      { seed: 48, numRuns: 100 },
    ));
});
