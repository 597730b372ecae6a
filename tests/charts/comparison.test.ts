import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonChart } from '../../src/charts/comparison.ts';
import { lookOf } from '../../src/charts/parts/point.ts';
import type { Size } from '../../src/charts/draw/theme.ts';
import { isNumeric } from '../../src/domain/observation.ts';
import { spell } from '../../src/wording/phrase.ts';
import { tableOf } from '../domain/over-time.ts';
import { tables } from './arbitrary.ts';
import { framed, table, type Table } from './fixture.ts';
import { overlap, pairs, picture, type Picture } from './picture.ts';

const SIZES = ['wide', 'narrow'] as const;
const chart = ({ group, indicators }: Table, size: Size): string => comparisonChart(group, indicators, size, '图');
const words = (t: Table, size: Size = 'wide'): string[] => picture(chart(t, size)).texts.map(({ text }) => text);

const six = table('%', [
  ['政务服务事项不见面审批事项占比', '市级 70.41', '80', '97.2', '暂缺'],
  ['承诺办结时限平均压缩比例', '63.47', '65', '88', '暂缺'],
  ['行政许可事项即办件占比', '21.57', '25', '57.9', '暂缺'],
  ['统一受理事项覆盖度', '40.78', '60', '79.9', '暂缺'],
  ['“一窗”分类受理率', '≥70', '≥80', '85', '上海市：实现综合窗口全覆盖'],
  ['实名差评按期整改率', '96.2', '100', '100', '暂缺'],
]);
const scores = table(
  '分',
  [
    ['网上政务服务事项可办率', '100', '100'],
    ['政务服务便利度', '68.34', '预计85'],
    ['与国家政务平台数据共享', '85', '预计90'],
  ],
  { roles: ['baseline', 'achieved'], bounds: ['0', '100'] },
);
const declined = table('%', [['群众满意率', '92.3', '90', '88.5']], { roles: ['baseline', 'target', 'achieved'] });
const days = table(
  '工作日',
  [
    ['企业开办办理时间', '5', '3', '2'],
    ['不动产登记平均办理时间', '≤7', '≤5', '预计4'],
  ],
  { roles: ['baseline', 'target', 'achieved'], direction: '越低越好' },
);
const ranged = table(
  '项',
  [
    ['证明事项清单', '30—40', '约50', '60—75'],
    ['“一件事”主题', '20', '80', '90余'],
  ],
  { roles: ['baseline', 'target', 'achieved'] },
);
const missing = table('%', [
  ['电子证照归集率', '45.2', '60', '未公布', '暂缺'],
  ['跨省通办率', '暂缺', '不适用', '未列', '暂缺'],
]);
const foreign = table('%', [
  ['全程网办率', '61.3', '70', '82.1', '杭州市：95.5'],
  ['好差评覆盖率', '100', '100', '100', '深圳市：100'],
]);
/** The baseline touches what is achieved. */
const raised = table('%', [
  ['甲率', '88', '50', '90', '深圳市：80'],
  ['乙率', '10', '50', '90'],
]);

describe('a comparison', () => {
  const cases = { six, scores, declined, days, ranged, missing, foreign, raised };
  const drawn = Object.entries(cases).flatMap(([name, t]) =>
    SIZES.map((size) => [name, size, chart(t, size)] as const),
  );
  test.each(drawn)('is drawn as before: %s, %s', async (name, size, svg) => {
    await expect(framed(svg)).toMatchFileSnapshot(`snapshots/${name}-${size}.svg`);
  });

  test('keeps the bulletin’s order', () => {
    const names = six.group.rows.map(({ name }) => name);
    expect(words(six).filter((text) => names.includes(text))).toEqual(names);
  });

  test('says in words what is missing, in each row', () => {
    expect(words(six).filter((text) => text === '国内前沿：暂缺')).toHaveLength(5);
    expect(words(missing)).toContain(
      '2019年评价水平：暂缺；2020年省定目标：不适用；2020年达到水平：未列；国内前沿：暂缺',
    );
  });

  test('says a frontier that is a statement, with its area', () => {
    expect(words(six)).toContain('前沿（上海市）：实现综合窗口全覆盖');
    expect(words(foreign)).toContain('前沿（杭州市）95.5%');
  });

  test('says the distance to a target, else the change', () => {
    expect(words(six)).toEqual(expect.arrayContaining(['达标，高于目标17.2个百分点', '达标，正好达到目标']));
    expect(words(scores)).toEqual(expect.arrayContaining(['与2019年持平', '比2019年预计提高16.66分']));
    expect(words(declined)).toContain('未达标，差1.5个百分点');
  });

  test('says why a distance cannot be said', () => {
    expect(words(ranged)).toContain('待评，其中有概数（约、余、近），不作加减');
  });

  test('reads a share against 0–100, a score against its bounds, a time from zero', () => {
    expect(words(six)).toEqual(expect.arrayContaining(['0', '25', '50', '75', '100%']));
    expect(words(scores)).toContain('100分');
    expect(words(days)).toEqual(expect.arrayContaining(['0', '8工作日']));
  });

  test('widens the axis of a share that exceeds 100', () => {
    expect(words(table('%', [['投资完成率', '62', '100', '112.4', '暂缺']]))).toContain('150%');
  });

  test('names in the key only what is drawn', () => {
    expect(words(six)).toContain('以上（下限）');
    expect(words(six)).not.toContain('国内前沿水平');
    expect(words(scores)).toContain('预计');
    expect(words(table('分', [['便利度', '68.34', '预计85']], { roles: ['baseline', 'achieved'] }))).toContain(
      '2020年达到水平（预计）',
    );
    expect(words(ranged)).toContain('概数（约、余、近）');
  });

  test('names the levels of a row only where they differ', () => {
    expect(words(six)).toContain('70.41%');
    expect(words(table('%', [['办结率', '市级 50', '市级 55', '县级 52', '暂缺']]))).toEqual(
      expect.arrayContaining(['市级50%', '市级目标55%', '县级52%']),
    );
  });

  test('draws two equal numbers inside one another', () => {
    const { marks } = picture(chart(scores, 'wide'));
    const rightmost = (ink: string) => marks.filter((mark) => mark.ink === ink).sort((a, b) => b.x2 - a.x2)[0];
    const [ring, disc] = [rightmost('baseline'), rightmost('achieved')];
    expect(ring!.x1).toBeLessThan(disc!.x1);
    expect(ring!.x2).toBeGreaterThan(disc!.x2);
  });

  test('draws two numbers that would touch apart, the baseline above', () => {
    const close = table(
      '%',
      [
        ['甲率', '10', '50', '90'],
        ['乙率', '88', '50', '90'],
      ],
      { roles: ['baseline', 'target', 'achieved'] },
    );
    const { marks } = picture(chart(close, 'wide'));
    const last = (ink: string) => marks.filter((mark) => mark.ink === ink && mark.kind === 'mark').at(-1)!;
    const [ring, disc] = [last('baseline'), last('achieved')];
    expect(ring.x2).toBeGreaterThan(disc.x1);
    expect(ring.y2).toBeLessThan(disc.y1);
  });

  test.each(SIZES)('lets no other label stand above a raised mark: %s', (size) => {
    const { texts, marks } = picture(chart(raised, size));
    const at = (words: string) => texts.filter(({ text }) => text === words)[0]!;
    const ring = marks.filter(({ ink, kind }) => ink === 'baseline' && kind === 'mark')[1]!;
    const disc = marks.filter(({ ink, kind }) => ink === 'achieved' && kind === 'mark')[1]!;
    expect(ring.y2).toBeLessThan(disc.y1);
    expect(at('88%').y2).toBeLessThan(ring.y1);
    for (const words of ['90%', '目标50%', '前沿（深圳市）80%']) expect(at(words).y2).toBeGreaterThan(ring.y2);
  });

  test('names each of several targets by who set it', () =>
    expect(words(tableOf(4, '附件1'))).toEqual(expect.arrayContaining(['省定目标95%', '市定目标98%'])));

  test('tells a sum over a plan’s years in words, beside the axis of years', () => {
    const said = words(tableOf(4, '附件5'));
    expect(said).toContain('2025年省定目标：〔375亿元〕（规划期累计数，不与一年的数画在一起）');
    expect(said).toContain('150亿元');
  });

  test('draws no stem between numbers that the bulletin calls 不可比', () => {
    const { marks } = picture(chart(tableOf(4, '附件5'), 'wide'));
    // 网上可办率 and 完成投资, but not 增加值.
    expect(marks.filter(({ kind, ink }) => kind === 'stem' && ink === 'achieved')).toHaveLength(2);
  });

  test('draws falls on an axis with zero, and says which side of ranks is the better one', () => {
    const said = words(tableOf(4, '附件1'));
    expect(said).toEqual(expect.arrayContaining(['−25', '0', '−8.3%', '左边名次靠前', '1', '15位']));
  });

  test('draws a group without any number as words', () => {
    const { marks } = picture(
      chart(table('%', [['跨省通办率', '暂缺', '暂缺', '暂缺', '北京市：全部实现']]), 'narrow'),
    );
    expect(marks).toEqual([]);
  });

  test('leaves colours to the page and everything else out', () => {
    const svg = chart(six, 'wide');
    expect(svg).toMatch(/^<svg role="img" aria-label="图" viewBox="0 0 688 \d+"/);
    expect(svg).not.toMatch(/style|class=|font-family|#[0-9a-f]{3}|\d\.\d{3}| id=/);
  });
});

describe('whatever the numbers are', () => {
  const holds = (check: (picture: Picture, t: Table) => void): void =>
    fc.assert(
      fc.property(tables, ({ rows, unit, size }) => {
        const t = table(unit, rows);
        check(picture(chart(t, size)), t);
      }),
      { seed: 48, numRuns: 300 },
    );

  test('no two labels overlap', () =>
    holds(({ texts }) =>
      expect(
        pairs(texts)
          .filter(([a, b]) => overlap(a, b))
          .map(([a, b]) => `${a.text} × ${b.text}`),
      ).toEqual([]),
    ));

  test('no label lies on a mark or a stem, but on the line at zero', () =>
    holds(({ texts, marks }) => {
      const drawn = marks.filter(({ ink, x1, x2 }) => ink !== 'muted' || x2 - x1 > 1.5);
      expect(texts.filter((text) => drawn.some((mark) => overlap(text, mark))).map(({ text }) => text)).toEqual([]);
    }));

  test('the label of a raised baseline stands above it, and no other label of its row does', () =>
    holds(({ texts, marks }) => {
      const rings = marks.filter(({ ink, kind }) => ink === 'baseline' && kind === 'mark').slice(1);
      const discs = marks.filter(({ ink, kind }) => ink === 'achieved' && kind === 'mark').slice(1);
      const lifted = rings.filter((ring) => discs.some((disc) => disc.y1 > ring.y2 && disc.y1 - ring.y2 < 3));
      for (const ring of lifted) {
        const close = texts.filter(({ y1, y2 }) => y2 <= ring.y1 + 0.01 && y1 > ring.y1 - 32);
        expect(close).toHaveLength(1);
      }
    }));

  test('every number has its label', () =>
    holds(({ texts }, { group }) => {
      const said = texts.map(({ text }) => text).join('|');
      const numbers = group.rows.flatMap((r) => Object.values(r.cells).filter(isNumeric));
      expect(numbers.map(spell).filter((words) => !said.includes(words))).toEqual([]);
    }));

  test('nothing leaves the drawing', () =>
    holds(({ texts, marks, width, height }) => {
      const out = [...texts, ...marks].filter(
        (b) => b.x1 < -0.01 || b.y1 < -0.01 || b.x2 > width + 0.01 || b.y2 > height + 0.01,
      );
      expect(out).toEqual([]);
    }));

  test('no text is smaller than 13', () =>
    holds(({ texts }) => expect(texts.every(({ size }) => size >= 13)).toBe(true)));

  test('there are as many marks as numbers, and one more of each look in the key', () =>
    holds(({ marks }, { group }) => {
      const looks = group.rows.flatMap(({ cells, comparison: { outcome } }) =>
        Object.values(cells)
          .filter(isNumeric)
          .map((o) => (o.role === 'achieved' && outcome === 'missed' ? 'missed' : lookOf(o))),
      );
      const expected = looks.length + new Set(looks).size;
      expect(marks.filter(({ ink, kind }) => ink !== 'muted' && kind === 'mark')).toHaveLength(expected);
    }));
});
