import { describe, expect, test } from 'vitest';
import { read, REGISTRY, textOf, told, valid, type Root } from '../bulletin.ts';

const AREAS = 'data/issues/1/附件2.csv';
const HEAD = '序号,地区,2023年一季度综合得分（分）,排名（位）,投诉（件）';

/** A bulletin of 2021 with an area table beside its comparison. */
const areas = (head: string, ...rows: readonly string[]): Root =>
  valid()
    .set(AREAS, [head, ...rows].join('\n'))
    .set(
      REGISTRY,
      `${textOf(REGISTRY).trimEnd()}\nscore,综合得分,,分,越高越好,0,100,,,\nplace,排名,,位,越低越好,1,,,,\ncomplaints,投诉,,件,越低越好,0,,,,\n`,
    );

const values = (root: Root): unknown[] =>
  read(root)
    .bulletins[0]!.observations.filter((o) => o.group === '附件2')
    .map((o) => [
      o.area,
      o.name,
      o.kind === 'number' && o.quantity.kind === 'point' && o.quantity.value,
      o.period?.label,
    ]);

describe('an area table', () => {
  test('states what each area reached in each column, of the period of the heading or of the only other one', () => {
    const root = areas('序号,地区,2020年一季度综合得分（分）,排名（位）', '1,湛河区,92.5,1', '2,卫东区,90.0,2');
    expect(told(root)).toEqual([]);
    expect(values(root)).toEqual([
      ['湛河区', '综合得分', '92.5', '2020年一季度'],
      ['湛河区', '排名', '1', '2020年一季度'],
      ['卫东区', '综合得分', '90.0', '2020年一季度'],
      ['卫东区', '排名', '2', '2020年一季度'],
    ]);
  });

  test('takes the year of a part of a year from the other headings', () => {
    const root = areas('地区,2020年二季度综合得分（分）,一季度投诉（件）', '湛河区,92.5,12');
    expect(values(root).at(-1)).toEqual(['湛河区', '投诉', '12', '2020年一季度']);
  });

  test('is the group after those of the comparison', () => {
    const { groups } = read(areas('地区,综合得分（分）', '湛河区,92.5')).bulletins[0]!;
    expect(groups.map(({ kind, slug, name }) => [kind, slug, name]).at(-1)).toEqual([
      'area',
      `group-${groups.length}`,
      '附件2',
    ]);
  });
});

describe('a mistake of an area table is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'of an area that stands there twice',
      areas('地区,综合得分（分）', '湛河区,92.5', '卫东区,90', '湛河区,91'),
      [
        'data/issues/1/附件2.csv 第4行 A4 “地区”：“湛河区”与第2行重复了\n→ 删掉多余的一行；不是同一个地区的，改正地区的名称',
      ],
    ],
    [
      'of a row without its area',
      areas('地区,综合得分（分）', ',92.5', '卫东区,90'),
      [
        'data/issues/1/附件2.csv 第2行 A2 “地区”：这一行没有写地区\n→ 照通报写上地区或单位的名称；全市合计的一行写“全市”；不要的行请整行删掉',
      ],
    ],
    [
      'of a unit with a stray magnitude',
      areas('地区,投诉（万件）', '湛河区,12'),
      [
        'data/issues/1/附件2.csv 第1行 B1 “投诉（万件）”：列名“投诉（万件）”写的单位是“万件”，指标名录里“投诉”的单位是“件”\n→ 照通报核对，改正列名或 data/indicators.csv；带“万”“亿”的单位要与名录一字不差',
      ],
    ],
    [
      'of a heading without its unit',
      areas('地区,投诉（件）,综合得分', '湛河区,12,92.5'),
      [
        'data/issues/1/附件2.csv 第1行 C1 “综合得分”：列名“综合得分”没有写单位\n→ 在列名后面用括号写上单位，如“综合得分（分）”',
      ],
    ],
    [
      'of an unknown indicator',
      areas('地区,综合的分（分）', '湛河区,92.5'),
      [
        'data/issues/1/附件2.csv 第1行 B1 “综合的分（分）”：指标名录里没有“综合的分”，最接近的是“综合得分”\n→ 改成名录里的名称；确实是新指标的，先加进 data/indicators.csv',
      ],
    ],
    [
      'of two columns of one indicator and period',
      areas('地区,2020年投诉（件）,2020年度投诉（件）', '湛河区,12,13'),
      [
        'data/issues/1/附件2.csv 第1行 C1 “2020年度投诉（件）”：“2020年度投诉（件）”与“2020年投诉（件）”是同一个指标、同一时期的两列\n→ 在列名里写明各是哪一时期，如“2023年一季度投诉（件）”，或删掉多余的一列',
      ],
    ],
    [
      'of a part of no year',
      areas('地区,一季度投诉（件）', '湛河区,12'),
      [
        'data/issues/1/附件2.csv 第1行 B1 “一季度投诉（件）”：列名“一季度投诉（件）”写了“一季度”，没有写是哪一年，页面上照列名显示，不记作某一年的数\n→ 通报写明年份的，在列名里写上，如“2023年一季度”；没有写的不必改',
      ],
    ],
    [
      'of a period after the bulletin',
      areas(HEAD, '1,湛河区,92.5,1,12'),
      [
        'data/issues/1/附件2.csv 第1行 C1 “2023年一季度综合得分（分）”：“2023年一季度综合得分（分）”的年份晚于通报日期 2021-01-25，这一列的数不可能已经知道\n→ 核对列名里的年份和通报日期；是预计数的写“预计85分”',
        'data/issues/1/附件2.csv 第1行 D1 “排名（位）”：“排名（位）”的年份晚于通报日期 2021-01-25，这一列的数不可能已经知道\n→ 核对列名里的年份和通报日期；是预计数的写“预计85分”',
        'data/issues/1/附件2.csv 第1行 E1 “投诉（件）”：“投诉（件）”的年份晚于通报日期 2021-01-25，这一列的数不可能已经知道\n→ 核对列名里的年份和通报日期；是预计数的写“预计85分”',
      ],
    ],
    [
      'of a blank cell',
      areas('地区,综合得分（分）', '湛河区,92.5', '卫东区,'),
      [
        'data/issues/1/附件2.csv 第3行 B3 “综合得分（分）”：这一格是空的，看不出是没有数、不适用还是漏填\n→ 照通报填数；通报没有数的，写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('the tables of a bulletin', () => {
  const comparison = '指标,地区,2019年水平,2020年达到水平,出处';

  test('may have an indicator in several areas', () => {
    const root = areas(comparison, '投诉,湛河区,12,9,', '投诉,卫东区,8,7,');
    expect(told(root)).toEqual([]);
    expect(values(root).map((v) => (v as string[])[0])).toEqual(['湛河区', '湛河区', '卫东区', '卫东区']);
  });

  test.each<[string, Root, string[]]>([
    [
      'an area twice for one indicator',
      areas(comparison, '投诉,湛河区,12,9,', '投诉,湛河区,8,7,'),
      [
        'data/issues/1/附件2.csv 第3行 B3 “地区”：“湛河区”的“投诉”与第2行重复了\n→ 删掉多余的一行；不是同一个地区的，改正地区的名称',
      ],
    ],
    [
      'one number in two files',
      areas('指标,2019年水平,2020年达到水平', '网上可办率,70%,97.2%').set(
        'data/issues/1/附件2.csv',
        '指标,单位,层级,2020年达到水平\n网上可办率,%,市级,97.2%',
      ),
      [
        'data/issues/1/附件2.csv 第2行 D2 “2020年达到水平”：“网上可办率”在 data/issues/1/comparison.csv 里已经有同一地区、同一时期的数\n→ 一个数只留在一个文件里；不是同一时期的，在列名里写明时期，如“2023年一季度达到水平”',
      ],
    ],
    [
      'one name for two tables',
      valid()
        .set('data/issues/1/附表.csv', '地区,投诉（件）\n湛河区,3')
        .set(REGISTRY, `${textOf(REGISTRY).trimEnd()}\ncomplaints,投诉,,件,越低越好,0,,,,\n`),
      [
        'data/issues/1/附表.csv：表名“附表”在这一期的另一个文件里已经用过\n→ 把这个文件改成通报里的表名，如 附件2.csv；没有“组”这一列的 comparison.csv 就叫“附表”',
      ],
    ],
  ])('are told %s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
