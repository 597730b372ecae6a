import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonChart } from '../../src/charts/comparison.ts';
import { lookOf } from '../../src/charts/parts/point.ts';
import type { Size } from '../../src/charts/draw/theme.ts';
import { isNumeric } from '../../src/domain/observation.ts';
import { spell } from '../../src/wording/phrase.ts';
import { tableOf } from '../domain/over-time.ts';
import { tables } from './arbitrary.ts';
import { framed, table, type Cells, type Table } from './fixture.ts';
import { overlap, overlapping, picture, type Picture } from './picture.ts';

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
const ENDS = { roles: ['baseline', 'target', 'achieved'] } as const;
/** Rows that differ by far more than each one's own numbers. */
const power = table(
  '%',
  [
    ['供电可靠率', '99.8', '99.9', '99.95'],
    ['办电成本', '', '', '4.5'],
    ['好评率', '98.9', '99', '99.3'],
    ['线上办电率', '62', '80', '91'],
    ['低压办电率', '', '未公布', ''],
    ['高压办电率', '51', '60', '72.5'],
  ],
  ENDS,
);
const outages = table(
  '小时',
  [
    ['户均停电时间', '4', '3', '2.35'],
    ['抢修到场时间', '', '', '102'],
  ],
  { ...ENDS, direction: '越低越好' },
);
/** The baseline touches what is achieved. */
const raised = table('%', [
  ['甲率', '88', '50', '90', '深圳市：80'],
  ['乙率', '10', '50', '90'],
]);

describe('a comparison', () => {
  const cases = { six, scores, declined, days, ranged, missing, foreign, power, outages, raised };
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

  describe('of rows that would be one blob on the common axis', () => {
    const above = (said: readonly string[], name: string): string[] => said.slice(0, said.indexOf(name));
    const tall = (svg: string): number => picture(svg).height;
    const lines = (t: Table): string[] =>
      picture(chart(t, 'wide'))
        .texts.toSorted((a, b) => a.y1 - b.y1 || a.x1 - b.x1)
        .map(({ text }) => text);
    const notes = (t: Table): string[] => words(t).filter((text) => text.startsWith('横轴从'));

    test('gives each an axis of its own, which says where it begins', () => {
      expect(notes(power)).toEqual(['横轴从99.75%起', '横轴从98.8%起']);
      expect(above(lines(power), '供电可靠率')).toContain('横轴从99.75%起');
      expect(above(lines(power), '办电成本')).not.toContain('横轴从98.8%起');
      expect(above(lines(power), '好评率')).toContain('横轴从98.8%起');
    });

    test('keeps the others on one axis with one head a run, a row without numbers too', () => {
      expect(lines(power).filter((text) => text === '25')).toHaveLength(2);
    });

    test('names the unit at the last tick of each', () => {
      expect(lines(outages)).toEqual(expect.arrayContaining(['0', '4小时', '150小时']));
      expect(notes(outages)).toEqual([]);
    });

    test('lets two of them share an axis that is the same', () => {
      const alike = table(
        '%',
        [
          ['甲率', '98', '99', '99.5'],
          ['乙率', '98', '99', '99.4'],
          ['丙率', '10', '50', '90'],
        ],
        ENDS,
      );
      expect(notes(alike)).toEqual(['横轴从97.5%起']);
    });

    test('draws no axis twice for a row that has the common one alone', () => {
      const only = table('%', [['甲率', '98.9', '99', '99.3']], ENDS);
      const beside = table(
        '%',
        [
          ['甲率', '98.9', '99', '99.3'],
          ['乙率', '', '未公布', ''],
        ],
        ENDS,
      );
      expect(notes(only)).toEqual(['横轴从98.8%起']);
      expect(notes(beside)).toEqual(['横轴从98.8%起']);
    });

    test('gives none to a row of one number, of equal numbers or of a range', () => {
      const rows: Cells[] = [
        ['甲率', '', '', '99'],
        ['乙率', '99', '99', '99'],
        ['丙率', '', '', '98—99'],
      ];
      expect(notes(table('%', [['丁率', '10', '50', '90'], ...rows], ENDS))).toEqual([]);
    });

    test('gives none to a row that it would not help', () => {
      const people = table(
        '人',
        [
          ['甲', '2650298', '', '2650301'],
          ['乙', '1000000', '', '2000000'],
        ],
        ENDS,
      );
      expect(lines(people).filter((text) => text === '3,000,000人')).toHaveLength(1);
    });

    test('is no taller than its axes ask for', () => {
      const plain = table(
        '%',
        [
          ['甲率', '10', '50', '90'],
          ['乙率', '20', '50', '80'],
        ],
        ENDS,
      );
      const split = table(
        '%',
        [
          ['甲率', '10', '50', '90'],
          ['乙率', '98', '99', '99.5'],
        ],
        ENDS,
      );
      expect(tall(chart(split, 'wide')) - tall(chart(plain, 'wide'))).toBeLessThanOrEqual(48);
    });
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

  test('leaves the line below a lowered mark to its label', () => {
    const crowd = table('%', [['甲率', '县级 97', '60', '市级 99', '深圳市：98']]);
    const { texts } = picture(chart(crowd, 'narrow'));
    const [reached, frontier] = ['市级99%', '前沿（深圳市）98%'].map((w) => texts.find(({ text }) => text === w)!);
    expect(frontier!.y2).toBeLessThan(reached!.y1);
  });

  test('leaves room beside the axis for a value with its level', () => {
    const { texts } = picture(chart(table('%', [['甲率', '县级 20', '60', '市级 99']]), 'wide'));
    const [reached, base] = ['市级99%', '县级20%'].map((w) => texts.find(({ text }) => text === w)!);
    expect(reached!.y1 + reached!.y2).toBeCloseTo(base!.y1 + base!.y2);
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

  test('no two labels overlap', () => holds((drawn) => expect(overlapping(drawn)).toEqual([])));

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
