import { describe, expect, test } from 'vitest';
import { FACTS, read, replace, TEXT, textOf, told, valid } from '../ingest/bulletin.ts';
import { tiesOf, toldOf } from './stating.ts';

describe('a cell that the text repeats', () => {
  test.each<[string, string[]]>([
    ['网上可办率达到97.2%。', ['97.2%：网上可办率 achieved']],
    ['网上可办率达到97.2%，高于80%的省定目标。', ['97.2%：网上可办率 achieved', '高于80%：网上可办率 target']],
    ['2019年，网上可办率为70.41%。', ['70.41%：网上可办率 baseline']],
    [
      '网上事项可办率和一窗受理率分别达到97.2%和85%。',
      ['97.2%：网上可办率 achieved', '85%：“一窗”分类受理率 achieved'],
    ],
  ])('needs no row: %s', (sentence, ties) => {
    expect(toldOf(sentence)).toEqual([]);
    expect(tiesOf(sentence)).toEqual(ties);
  });

  test.each(['接通率达到97.2%。', '网上可办率升至70.41%。', '2019年，网上可办率为97.2%。', '网上可办率达到97.20%。'])(
    'is another number under another name, in another year, with other digits: %s',
    (sentence) => expect(toldOf(sentence)).toHaveLength(1),
  );
});

test('A row of another name that takes a number of a table is told', () => {
  expect(toldOf('网上可办率达到97.2%。', '虚构的事项,97.2%,%,,,一(一),,,')).toEqual([
    'data/issues/1/facts.csv 第4行 A4 “指标”：“虚构的事项”（97.2%）在正文里的这一处（“8%。网上可办率达到97.2%。建设了”）照前后的字是表里的“网上可办率”，不是它\n→ 正文重复表里的数，不用登记，请删掉这一行；确实是另一个数的，关联指标写“网上可办率”，并写明关系',
  ]);
  expect(toldOf('网上可办率达到97.2%。', '网上可办率,97.2%,%,,,一(一),,,')).toEqual([]);
  expect(toldOf('接通率达到97.2%，网上可办率也高。', '接通率,97.2%,%,,,一(一),,,')).toEqual([]);
});

describe('where several numbers fit', () => {
  test('the words around them decide', () =>
    expect(tiesOf('新增事项5项，下放事项5项。', '下放事项,5,项,,,一(一),,,', '新增事项,5,项,,,一(一),,,')).toEqual([
      '5项：新增事项 stated',
      '5项：下放事项 stated',
    ]));

  const alike = (line: number, name: string, first: string, second: string): string =>
    `data/issues/1/facts.csv 第${line}行：“${name}”（5项）在正文里有几处都可能是它\n→ 在“原文”列写上它所在的一小段，如“${first}”、“${second}”`;

  test('and where they do not, the snippet is asked for, which cures', () => {
    expect(toldOf('甲乙5项，丙丁5项。', '某事,5,项,,,一(一),,,', '另事,5,项,,,一(一),,,')).toEqual([
      alike(4, '某事', '甲乙5项，丙丁', '丙丁5项。建设了'),
      alike(5, '另事', '丙丁5项。建设了', '甲乙5项，丙丁'),
    ]);
    const facts = textOf(FACTS).trimEnd().split('\n');
    const quoted = ['某事,5,项,,,一(一),,,,丙丁5项。建设了', '另事,5,项,,,一(一),,,,甲乙5项，丙丁'];
    const root = replace(
      TEXT,
      '建设了',
      '甲乙5项，丙丁5项。建设了',
      valid().set(FACTS, [...facts.map((l, i) => `${l},${i === 0 ? '原文' : ''}`), ...quoted].join('\n')),
    );
    expect(told(root)).toEqual([]);
    expect(
      read(root)
        .bulletins[0]!.ties.slice(2)
        .map(({ of }) => of[0]!.name),
    ).toEqual(['另事', '某事']);
  });

  test('a snippet that the text does not have is told', () => {
    const facts = textOf(FACTS).trimEnd().split('\n');
    const root = valid().set(
      FACTS,
      facts.map((l, i) => `${l},${['原文', '受理审批事项 65827 项', ''][i]!}`).join('\n'),
    );
    expect(told(root)).toEqual([
      'data/issues/1/facts.csv 第2行 J2 “原文”：原文“受理审批事项 65827 项”在正文里找不到，或者里面没有 65826项\n→ 从正文里照抄这个数前后的几个字',
    ]);
  });
});

describe('rows whose names or values are exchanged', () => {
  test.each([
    ['甲类办结率91%，乙类满意率92%。', 91, 92],
    ['甲类办结率、乙类满意率分别为91%和92%。', 91, 92],
    ['甲类共办结91%，其中乙类满意92%。', 91, 92],
  ])('are told: %s', (sentence, first, second) => {
    const rows = (a: number, b: number): string[] => [
      `甲类办结率,${a}%,%,,,一(一),,,`,
      `乙类满意率,${b}%,%,,,一(一),,,`,
    ];
    expect(toldOf(sentence, ...rows(first, second))).toEqual([]);
    expect(toldOf(sentence, ...rows(second, first)).join()).toContain('像是对调了');
  });

  test('in full', () =>
    expect(
      toldOf('甲类办结率91%，乙类满意率92%。', '甲类办结率,92%,%,,,一(一),,,', '乙类满意率,91%,%,,,一(一),,,'),
    ).toEqual([
      'data/issues/1/facts.csv 第5行 A5 “指标”：“乙类满意率”（91%，正文“9.8%。甲类办结率91%，乙类满”）与第4行“甲类办结率”（92%，正文“率91%，乙类满意率92%。建设了”）像是对调了：两个名称都更合对方的那一句\n→ 照正文核对这两行的指标和数值；没有对调的，把指标改得与正文的说法一致',
    ]));

  test('are not told where the text has left out a name that it gave before', () =>
    expect(
      toldOf('市级审批事项500项，县级300项。', '审批事项,500,项,,市级,一(一),,,', '县级审批,300,项,,县级,一(一),,,'),
    ).toEqual([]));
});

test.each([
  ['服务企业100+家。', '服务企业,100以上,家'],
  ['服务企业突破100家。', '服务企业,突破100,家'],
  ['服务企业逾100家。', '服务企业,超过100,家'],
  ['服务企业三百二十家。', '服务企业,320,家'],
  ['服务企业得分(85)分。', '服务企业得分,85,分'],
])('A number is written in the file as in the text, or in other words for the same: %s %s', (sentence, row) =>
  expect(toldOf(sentence, `${row},,,一(一),,,`)).toEqual([]),
);
