import { describe, expect, test } from 'vitest';
import { format } from '../../../src/ingest/problem/problem.ts';
import { read, replace, TABLE, TEXT, textOf, valid, type Root } from '../bulletin.ts';

const told = (root: Root): string[] =>
  read(root)
    .problems.filter((p) => p.severity === 'error')
    .map(format);

const HEAD = '序号,组,指标,单位,层级,2019年评价水平,2020年省定目标,2020年达到水平,出处,备注\n';
const [SHARE, WINDOW, TIME] = [
  '网上可办率,%,市级,70%,80%,97.2%',
  '“一窗”分类受理率,%,市级,70%,80%,85%',
  '开办企业时间,工作日,市级,5,3,2',
];

/** The text places no table, so that any may be there. */
const unplaced = (): Root => valid().set(TEXT, textOf(TEXT).replace(/<Comparison [^>]*>/g, ''));

/** The table with these numbers, groups and places in its three rows. */
const tableOf = (...rows: readonly (readonly [string, string, string])[]): Root =>
  unplaced().set(
    TABLE,
    HEAD +
      rows.map(([ordinal, group, place], i) => `${ordinal},${group},${[SHARE, WINDOW, TIME][i]},${place},\n`).join(''),
  );

describe('序号', () => {
  test.each([
    ['goes on', ['1', '2', '3']],
    ['may be left out', ['', '', '']],
    ['may be written in any way', ['（1）', '二', '3.']],
  ])('%s', (_, [a, b, c]) => expect(told(tableOf([a!, '附表', ''], [b!, '附表', ''], [c!, '附表', '']))).toEqual([]));

  test('begins again with a table, or goes on over both', () => {
    expect(told(tableOf(['1', '甲表', ''], ['2', '甲表', ''], ['1', '乙表', '']))).toEqual([]);
    expect(told(tableOf(['1', '甲表', ''], ['2', '甲表', ''], ['3', '乙表', '']))).toEqual([]);
  });

  test.each<[string, [string, string, string], string]>([
    [
      'skips',
      ['1', '3', '4'],
      'data/issues/1/comparison.csv 第3行 A3 “序号”：序号“3”接不上前一行\n→ 照通报改成 2；漏了一行的补上，次序错了的照通报排好',
    ],
    [
      'is doubled',
      ['1', '1', '3'],
      'data/issues/1/comparison.csv 第3行 A3 “序号”：序号“1”接不上前一行\n→ 照通报改成 2；漏了一行的补上，次序错了的照通报排好',
    ],
    [
      'is missing',
      ['1', '', '3'],
      'data/issues/1/comparison.csv 第3行 A3 “序号”：序号“”接不上前一行\n→ 照通报改成 2；漏了一行的补上，次序错了的照通报排好',
    ],
    [
      'does not begin at 1',
      ['3', '2', '3'],
      'data/issues/1/comparison.csv 第2行 A2 “序号”：序号“3”接不上前一行\n→ 照通报改成 1；漏了一行的补上，次序错了的照通报排好',
    ],
  ])('that %s is told once', (_, [a, b, c], message) =>
    expect(told(tableOf([a, '附表', ''], [b, '附表', ''], [c, '附表', '']))).toEqual([message]),
  );
});

describe('出处', () => {
  const places = (...all: [string, string, string]): string[] =>
    told(tableOf(['', '附表', all[0]], ['', '附表', all[1]], ['', '附表', all[2]]));

  test('names each row once, in order', () => expect(places('附表第1行', '附表第2行', '附表第3行')).toEqual([]));

  test('that two rows share is told at the second', () =>
    expect(places('附表第1行', '附表第1行', '附表第3行')).toEqual([
      'data/issues/1/comparison.csv 第3行 I3 “出处”：出处“附表第1行”与第2行相同，表的一行只能是一个指标\n→ 照通报改正其中一行的出处',
    ]));

  test('that skips a row is told', () =>
    expect(places('附表第1行', '附表第2行', '附表第9行')).toEqual([
      'data/issues/1/comparison.csv 第4行 I4 “出处”：出处“附表第9行”的行号接不上前一行\n→ 照通报改成“附表第3行”；漏了一行的补上，次序错了的照通报排好',
    ]));
});

describe('组', () => {
  test('of one row that is another but for a letter is told', () =>
    expect(told(tableOf(['1', '政务服务', ''], ['2', '政务服务', ''], ['3', '政务服条', '']))).toEqual([
      'data/issues/1/comparison.csv 第4行 B4 “组”：组“政务服条”只有这一行，与“政务服务”只差一个字\n→ 写错的，改成“政务服务”；确实是另一张表的，换一个更容易分清的组名',
    ]));

  test.each([
    ['numbered', '附件1', '附件2'],
    ['numbered in Chinese', '表一', '表二'],
    ['named otherwise', '政务服务', '市场准入'],
  ])('may be %s', (_, a, b) => expect(told(tableOf(['1', a, ''], ['2', a, ''], ['3', b, '']))).toEqual([]));
});

test('a level nobody knows is told', () =>
  expect(told(replace(TABLE, '市级', '市圾'))[0]).toBe(
    'data/issues/1/comparison.csv 第2行 E2 “层级”：不认识层级“市圾”\n→ 写成认识的层级，如 市级、县级、全市；本单位另有叫法的，请管理网站的人加进 src/site.ts 的 levels',
  ));

test('what two people changed at once is told as that, in any file, and once', () => {
  const mark = (path: string): string[] =>
    told(valid().set(path, `<<<<<<< HEAD\n${textOf(path)}=======\n${textOf(path)}>>>>>>> other\n`));
  for (const path of [TABLE, 'data/indicators.csv', 'content/issues/1.mdx', 'data/issues/1/facts.csv'])
    expect(mark(path)).toContain(
      `${path} 第1行：“<<<<<<< HEAD”这一行是两个人同时改了这个文件、合并时留下的，文件里有两种写法\n→ 以 <<<<<<< 和 ======= 之间、======= 和 >>>>>>> 之间各是一种写法：照通报留下对的，删掉另一种和这三行记号`,
    );
});

test('an area that is no place is told, unless the column holds units', () => {
  const area = (heading: string, name: string): string[] =>
    told(valid().set('data/issues/1/附件2.csv', `${heading},2020年网上可办率（%）\n${name},97\n新华区,96\n`));
  expect(area('县区', '湛河')).toEqual([
    'data/issues/1/附件2.csv 第2行 A2 “县区”：“湛河”不像一个地区的名称\n→ 照通报写全，如 湛河区、叶县；不是地区而是单位的，把列名改成“单位名称”',
  ]);
  for (const name of ['湛河区', '叶县', '全市', '城乡一体化示范区', '九里山街道', '高新区（含开发区）'])
    expect(area('县区', name)).toEqual([]);
  expect(area('单位名称', '市教育局')).toEqual([]);
});
