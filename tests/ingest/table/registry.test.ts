import { describe, expect, test } from 'vitest';
import { registry } from '../../../src/ingest/table/registry.ts';
import { REGISTRY, replace, textOf, told, valid, write, type Root } from '../bulletin.ts';

// The registry of indicators; a mistake in it is not told again in the tables.

describe('a line is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'without a code',
      write(REGISTRY, 'A2', ''),
      [
        'data/indicators.csv 第2行 A2 “编码”：编码“”不合规则\n→ 用小写英文字母、数字和连字符，不超过 60 个，如 online-share；不要用 group- 加数字',
      ],
    ],
    [
      'with a Chinese code',
      write(REGISTRY, 'A2', '网上'),
      [
        'data/indicators.csv 第2行 A2 “编码”：编码“网上”不合规则\n→ 用小写英文字母、数字和连字符，不超过 60 个，如 online-share；不要用 group- 加数字',
      ],
    ],
    [
      'with the code of a group',
      write(REGISTRY, 'A2', 'group-1'),
      [
        'data/indicators.csv 第2行 A2 “编码”：编码“group-1”不合规则\n→ 用小写英文字母、数字和连字符，不超过 60 个，如 online-share；不要用 group- 加数字',
      ],
    ],
    [
      'with a code that Windows keeps for itself',
      write(REGISTRY, 'A2', 'lpt1'),
      [
        'data/indicators.csv 第2行 A2 “编码”：编码“lpt1”是 Windows 保留的名称，不能用作文件夹名\n→ 换一个编码，如 lpt1-share',
      ],
    ],
    [
      'with the code of another',
      write(REGISTRY, 'A3', 'online-share'),
      ['data/indicators.csv 第3行 A3 “编码”：编码“online-share”与第2行重复\n→ 换一个编码；已经公开的编码不能改'],
    ],
    [
      'with the name of another',
      write(REGISTRY, 'B3', '网上可办率'),
      ['data/indicators.csv 第3行 B3 “名称”：“网上可办率”与第2行的名称或别名相同\n→ 改名，或从别名里删掉它'],
    ],
    [
      'with an alias that is a name',
      write(REGISTRY, 'C2', '“一窗”分类受理率'),
      ['data/indicators.csv 第2行 C2 “别名”：““一窗”分类受理率”与第3行的名称或别名相同\n→ 改名，或从别名里删掉它'],
    ],
    [
      'with an alias of another',
      write(REGISTRY, 'C3', '网上事项可办率'),
      ['data/indicators.csv 第3行 C3 “别名”：“网上事项可办率”与第2行的名称或别名相同\n→ 改名，或从别名里删掉它'],
    ],
    [
      'nameless',
      write(REGISTRY, 'B2', ''),
      ['data/indicators.csv 第2行 B2 “名称”：这一行没有写指标名\n→ 补上指标名；不要的行请整行删掉'],
    ],
    [
      'twice',
      valid().set(REGISTRY, [textOf(REGISTRY), textOf(REGISTRY).split('\n')[1]].join('')),
      ['data/indicators.csv 第5行 A5 “编码”：编码“online-share”与第2行重复\n→ 换一个编码；已经公开的编码不能改'],
    ],
    [
      'without a unit',
      write(REGISTRY, 'D2', ''),
      ['data/indicators.csv 第2行 D2 “单位”：“网上可办率”没有写单位\n→ 在单位列写上单位，如 %、分、项'],
    ],
    [
      'with a unit we do not know',
      write(REGISTRY, 'D2', 'pct'),
      [
        'data/indicators.csv 第2行 D2 “单位”：不认识单位“pct”\n→ 写成认识的单位，如 %、件、万元、工作日；通报确实用“pct”的，在 data/units.csv 加一行，写上单位、类别和差的说法',
      ],
    ],
    [
      'with another unit than its tables',
      write(REGISTRY, 'D2', '分'),
      [
        'data/issues/1/comparison.csv 第2行 D2 “单位”：单位列写“%”，指标名录里“网上可办率”的单位是“分”\n→ 照通报核对，改正这一格或 data/indicators.csv',
      ],
    ],
    [
      'without a direction',
      write(REGISTRY, 'E2', ''),
      ['data/indicators.csv 第2行 E2 “方向”：方向“”不认识\n→ 写“越高越好”“越低越好”或“中性”'],
    ],
    [
      'with reversed bounds',
      write(REGISTRY, 'F2', '101'),
      ['data/indicators.csv 第2行 G2 “上限”：下限 101 不小于上限 100\n→ 核对两个数'],
    ],
    [
      'with a bound that is no number',
      write(REGISTRY, 'G2', '一百'),
      ['data/indicators.csv 第2行 G2 “上限”：“一百”不是数\n→ 写数字，如 0、100；没有的空着'],
    ],
    [
      'with bounds its table exceeds',
      write(REGISTRY, 'G2', '90'),
      [
        'data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：“97.2%”超出指标名录规定的范围（0 至 90）\n→ 照通报核对；范围写错的，改 data/indicators.csv',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

/** The registry with a column of changes, the first line's written as `text`. */
const changed = (text: string): Root => {
  const cells = ['口径变更', text];
  const lines = textOf(REGISTRY).trimEnd().split('\n');
  return valid().set(REGISTRY, lines.map((line, i) => `${line},${cells[i] ?? ''}`).join('\n'));
};
const CELL = 'data/indicators.csv 第2行 K2 “口径变更”';

describe('a change of definition', () => {
  test.each<[string, string, { issue: number; note: string }[]]>([
    ['blank', '', []],
    ['one', '第50期起：改按新口径统计', [{ issue: 50, note: '改按新口径统计' }]],
    ['half-width', '第50期起:改按新口径统计', [{ issue: 50, note: '改按新口径统计' }]],
    ['full-width digits', '第５０期起：改按新口径统计', [{ issue: 50, note: '改按新口径统计' }]],
    [
      'several, in any order',
      '第53期起：乙；第 50 期起：甲，含区县;',
      [
        { issue: 50, note: '甲，含区县' },
        { issue: 53, note: '乙' },
      ],
    ],
  ])('is read: %s', (_, text, breaks) => {
    expect(told(changed(text))).toEqual([]);
    expect(
      registry(REGISTRY, changed(text).get(REGISTRY) as string).registry.indicators.get('online-share')!.breaks,
    ).toEqual(breaks);
  });

  test.each<[string, string, string[]]>([
    [
      'by a year',
      '2020年起改口径',
      [
        `${CELL}：口径变更“2020年起改口径”读不懂\n→ 写成“第50期起：改按新口径统计”，写明从哪一期起、怎样变；有几次变更的，用；隔开`,
      ],
    ],
    [
      'without a note',
      '第50期起：',
      [
        `${CELL}：口径变更“第50期起：”读不懂\n→ 写成“第50期起：改按新口径统计”，写明从哪一期起、怎样变；有几次变更的，用；隔开`,
      ],
    ],
    [
      'of no bulletin',
      '第0期起：甲',
      [
        `${CELL}：口径变更“第0期起：甲”读不懂\n→ 写成“第50期起：改按新口径统计”，写明从哪一期起、怎样变；有几次变更的，用；隔开`,
      ],
    ],
    [
      'with a semicolon in its note',
      '第50期起：甲；乙',
      [`${CELL}：口径变更“乙”读不懂\n→ 写成“第50期起：改按新口径统计”，写明从哪一期起、怎样变；有几次变更的，用；隔开`],
    ],
    [
      'of one bulletin twice',
      '第50期起：甲；第５０期起：乙',
      [`${CELL}：“第５０期起：乙”：第50期的口径变更写了两次\n→ 同一期的变更合成一条；期号写错的，改正期号`],
    ],
  ])('is told %s', (_, text, expected) => expect(told(changed(text))).toEqual(expected));
});

describe('the file is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'missing',
      new Map([...valid()].filter(([path]) => path !== REGISTRY)),
      ['data/indicators.csv：没有找到 data/indicators.csv\n→ 建立指标名录 data/indicators.csv，写法见 data/README.md'],
    ],
    [
      'only a header',
      valid().set(REGISTRY, textOf(REGISTRY).split('\n').slice(0, 1).join()),
      ['data/indicators.csv 第1行：表头下面没有一行数据\n→ 补上数据'],
    ],
    [
      'with a mistyped heading',
      replace(REGISTRY, '方向', '方'),
      ['data/indicators.csv 第1行 E1 “方”：不认识列名“方”\n→ 改为 data/README.md 里的列名；不需要的列请删掉'],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
