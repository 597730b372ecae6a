import { describe, expect, test } from 'vitest';
import { panelsOf } from '../../../src/domain/issue.ts';
import { TABLE, TEXT, read, replace, textOf, told, valid, write, type Root } from '../bulletin.ts';

// Rows of the comparison table.

/** The table with `text` for its content. */
const table = (text: string): Root => valid().set(TABLE, text);
const lines = textOf(TABLE).trimEnd().split('\n');
const [head, first, second, third] = lines as [string, string, string, string];
/** The table with a column 达到时点. */
const dated = (moments: readonly string[]): Root =>
  table([`${head},达到时点`, ...[first, second, third].map((l, i) => `${l},${moments[i] ?? ''}`)].join('\n'));

describe('a row is told once', () => {
  test.each<[string, Root, string[]]>([
    [
      'twice, equal',
      table(`${textOf(TABLE)}${first}\n`),
      [
        'data/issues/1/comparison.csv 第5行 C5 “指标”：“网上可办率”与第2行是同一个指标，重复了\n→ 删掉多余的一行；不是同一个指标的，改正指标名',
      ],
    ],
    [
      'twice, by an alias',
      table(`${textOf(TABLE)}${first.replace('网上可办率', '网上事项可办率')}\n`),
      [
        'data/issues/1/comparison.csv 第5行 C5 “指标”：“网上事项可办率”与第2行是同一个指标，重复了\n→ 删掉多余的一行；不是同一个指标的，改正指标名',
      ],
    ],
    [
      'unknown',
      write(TABLE, 'C2', '网上可半率'),
      [
        'data/issues/1/comparison.csv 第2行 C2 “指标”：指标名录里没有“网上可半率”，最接近的是“网上可办率”\n→ 改成名录里的名称；确实是新指标的，先加进 data/indicators.csv',
      ],
    ],
    [
      'unknown, and its bad value',
      write(TABLE, 'H2', '#N/A', write(TABLE, 'C2', '没有的指标')),
      [
        'data/issues/1/comparison.csv 第2行 C2 “指标”：指标名录里没有“没有的指标”\n→ 改成名录里的名称；确实是新指标的，先加进 data/indicators.csv',
        'data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：“#N/A”是 Excel 的出错标记，不是数\n→ 在 Excel 里改正公式或列宽，填上通报里的数',
      ],
    ],
    [
      'nameless',
      write(TABLE, 'C2', ''),
      ['data/issues/1/comparison.csv 第2行 C2 “指标”：这一行没有写指标名\n→ 补上指标名；不要的行请整行删掉'],
    ],
    [
      'a total',
      table(`${textOf(TABLE)},,合计,,,,,,,,\n`),
      [
        'data/issues/1/comparison.csv 第5行 C5 “指标”：指标名录里没有“合计”\n→ 改成名录里的名称；确实是新指标的，先加进 data/indicators.csv',
      ],
    ],
    [
      'of another unit than the registry',
      write(TABLE, 'D2', '分'),
      [
        'data/issues/1/comparison.csv 第2行 D2 “单位”：单位列写“分”，指标名录里“网上可办率”的单位是“%”\n→ 照通报核对，改正这一格或 data/indicators.csv',
      ],
    ],
    [
      'of no unit we know',
      write(TABLE, 'D2', 'pct'),
      [
        'data/issues/1/comparison.csv 第2行 D2 “单位”：不认识单位“pct”\n→ 写成认识的单位，如 %、件、万元、工作日；通报确实用“pct”的，在 data/units.csv 加一行，写上单位、类别和差的说法',
      ],
    ],
    [
      'without its group, as merged cells are saved',
      write(TABLE, 'B3', ''),
      [
        'data/issues/1/comparison.csv 第3行 B3 “组”：这一行的“组”是空的，别的行写了组\n→ 填上组名；Excel 里合并的单元格请先取消合并，每行都填',
      ],
    ],
    [
      'from a section the text lacks',
      write(TABLE, 'J2', '二(一)'),
      [
        'data/issues/1/comparison.csv 第2行 J2 “出处”：出处“二(一)”不是正文里的标题\n→ 写正文的标题号，如 二(一)；第一个标题之前写“引言”；附表写“附表第3行”',
      ],
    ],
    [
      'from a section that has none of its numbers',
      write(TABLE, 'J2', '一(一)'),
      [
        'data/issues/1/comparison.csv 第2行 J2 “出处”：这一行的数（70.41%、80%、97.2%）在正文“一(一)”里一个也找不到\n→ 照通报核对出处；在附表里的，写“附表第N行”',
      ],
    ],
    [
      'reached after the bulletin',
      dated(['2022-12-31']),
      [
        'data/issues/1/comparison.csv 第2行 L2 “达到时点”：时点“2022年12月31日”晚于通报日期 2021-01-25，不可能已经达到\n→ 照通报核对时点；是预计数的写“预计85分”',
      ],
    ],
    [
      'reached on no day',
      dated(['2020-02-30']),
      [
        'data/issues/1/comparison.csv 第2行 L2 “达到时点”：“2020-02-30”不是日期\n→ 写成 2020-12-31、2020年12月 或 2020年底',
      ],
    ],
    [
      'reached on a serial day',
      dated(['44196']),
      ['data/issues/1/comparison.csv 第2行 L2 “达到时点”：“44196”不是日期\n→ 写成 2020-12-31、2020年12月 或 2020年底'],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a row is read', () => {
  test.each<[string, Root, string[]]>([
    ['by an alias', write(TABLE, 'C2', '网上事项可办率'), []],
    [
      'with other quotation marks',
      write(TABLE, 'C3', '「一窗」分类受理率'),
      ['data/issues/1/comparison.csv 第3行 C3 “指标”：“「一窗」分类受理率”按““一窗”分类受理率”读取\n→ 不必改'],
    ],
    [
      'with a line break in its name',
      write(TABLE, 'C2', '网上\n可办率'),
      ['data/issues/1/comparison.csv 第2行 C2 “指标”：“网上⏎可办率”按“网上可办率”读取\n→ 不必改'],
    ],
    [
      'with a space in its group',
      write(TABLE, 'B2', '附 表'),
      ['data/issues/1/comparison.csv 第2行 B2 “组”：“附 表”按“附表”读取\n→ 不必改'],
    ],
    ['with its name repeated in the cell', write(TABLE, 'H2', '网上可办率 97.2%'), []],
    ['expected after the bulletin', write(TABLE, 'H2', '预计97.2%', dated(['2021-12-31'])), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a cell with two values', () => {
  test.each<[string, Root, string[]]>([
    [
      'is split',
      replace(
        TEXT,
        '<Comparison group="时限" />',
        '',
        table(
          [
            '序号,指标 (项目),2019 年评价水平,2020 年省定目标及我市达到水平,国内前沿水平',
            '1,网上可办率,市级 70.41%,省定目标：市级达到 80%。我市已达到 97.2%,暂缺',
          ].join('\n'),
        ),
      ),
      [],
    ],
    [
      'with only one is told how to split it',
      replace(
        TEXT,
        '<Comparison group="时限" />',
        '',
        table(
          [
            '序号,指标 (项目),2019 年评价水平,2020 年省定目标及我市达到水平,国内前沿水平',
            '1,网上可办率,市级 70.41%,80%,暂缺',
          ].join('\n'),
        ),
      ),
      [
        'data/issues/1/comparison.csv 第2行 D2 “2020 年省定目标及我市达到水平”：“80%”要同时写出目标和达到两个值\n→ 写成“省定目标：80%。我市已达到97.2%”；或把这一列分成“2020年省定目标”“2020年达到水平”两列',
      ],
    ],
    [
      'has each value checked',
      replace(
        TEXT,
        '<Comparison group="时限" />',
        '',
        table(
          [
            '序号,指标 (项目),2019 年评价水平,2020 年省定目标及我市达到水平,国内前沿水平',
            '1,网上可办率,市级 70.41%,省定目标：市级达到 0.8。我市已达到 97.2分,暂缺',
          ].join('\n'),
        ),
      ),
      [
        'data/issues/1/comparison.csv 第2行 D2 “2020 年省定目标及我市达到水平”：“省定目标：市级达到 0.8。我市已达到 97.2分”在单位为 % 的列里，可能是 Excel 把百分数存成了小数\n→ 照通报写百分数，如 97.2%；确实不到百分之一的，写上百分号，如 0.972%',
        'data/issues/1/comparison.csv 第2行 D2 “2020 年省定目标及我市达到水平”：“省定目标：市级达到 0.8。我市已达到 97.2分”的单位是“分”，单位列（或指标名录）写的是“%”\n→ 照通报核对，改正这一格或单位列',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a file with many mistakes', () => {
  test.each<[string, Root, string[]]>([
    [
      'tells all of them',
      write(
        TABLE,
        'I2',
        '无',
        write(
          TABLE,
          'H2',
          '44221',
          write(TABLE, 'G2', '-', write(TABLE, 'F2', '0.7', write(TABLE, 'H4', '1天', write(TABLE, 'C3', '没有')))),
        ),
      ),
      [
        'data/issues/1/comparison.csv 第2行 F2 “2019年评价水平”：“0.7”在单位为 % 的列里，可能是 Excel 把百分数存成了小数\n→ 照通报写百分数，如 97.2%；确实不到百分之一的，写上百分号，如 0.972%',
        'data/issues/1/comparison.csv 第2行 G2 “2020年省定目标”：“-”看不出是没有数、不适用还是漏填\n→ 写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
        'data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：“44221”像是 Excel 的日期序号\n→ 把单元格格式改为“文本”，照通报重新输入',
        'data/issues/1/comparison.csv 第2行 I2 “国内前沿水平”：“无”看不出是没有数、不适用还是漏填\n→ 写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
        'data/issues/1/comparison.csv 第3行 C3 “指标”：指标名录里没有“没有”\n→ 改成名录里的名称；确实是新指标的，先加进 data/indicators.csv',
        'data/issues/1/comparison.csv 第4行 H4 “2020年达到水平”：“1天”的单位是“天”，单位列（或指标名录）写的是“工作日”\n→ 照通报核对，改正这一格或单位列',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

test('a table is one table whatever its units: rows stay together, panels are drawn apart', () => {
  const lines = [
    '指标,单位,2019年评价水平,2020年省定目标,2020年达到水平',
    '网上可办率,%,70.41%,80%,97.2%',
    '开办企业时间,工作日,3,2,1',
    '“一窗”分类受理率,%,70%以上,80%以上,85%',
  ];
  const root = replace(TEXT, /<Comparison group="时限" \/>/, '', valid().set(TABLE, `${lines.join('\n')}\n`));
  const [group, ...others] = read(root).bulletins[0]!.groups;
  expect(others).toEqual([]);
  expect([group!.name, group!.units, group!.rows.map((r) => r.unit)]).toEqual([
    '附表',
    ['%', '工作日'],
    ['%', '工作日', '%'],
  ]);
  expect(panelsOf(group!).map(({ units, rows }) => [units, rows.map((r) => r.name)])).toEqual([
    [['%'], ['网上可办率', '“一窗”分类受理率']],
    [['工作日'], ['开办企业时间']],
  ]);
});

/** A column behind the others, with a cell for the first row. */
const beside = (heading: string, cell: string, others = ''): Root =>
  table([`${head},${heading}`, `${first},${cell}`, `${second},${others}`, `${third},${others}`].join('\n'));
const row = (root: Root) => read(root).bulletins[0]!.groups[0]!.rows[0]!;

describe('values that may not be subtracted', () => {
  test.each([
    ['in a column of their own', beside('可比', '不可比：统计口径已调整')],
    ['in the note', write(TABLE, 'K2', '不可比：统计口径已调整')],
  ])('are said %s', (_, root) => {
    expect(told(root)).toEqual([]);
    expect(row(root).comparison.change).toEqual({ kind: 'not-computable', reason: '不可比：统计口径已调整' });
  });

  test.each<[string, Root, string[]]>([
    [
      'without their reason',
      write(TABLE, 'K2', '不可比'),
      [
        'data/issues/1/comparison.csv 第2行 K2 “备注”：“不可比”没有写为什么不可比\n→ 写成“不可比：原因”，如 不可比：统计口径已调整；原因会印在页面上',
      ],
    ],
    [
      'in another word',
      beside('可比', '否'),
      [
        'data/issues/1/comparison.csv 第2行 L2 “可比”：“可比”列写了“否”，看不出两个数能不能比\n→ 不能相减的写“不可比：原因”，如 不可比：按可比价格计算；能比的空着',
      ],
    ],
  ])('are asked for %s', (_, root, expected) => expect(told(root)).toEqual(expected));

  test('are cumulative ones', () => {
    const root = write(TABLE, 'G2', '〔80〕', write(TABLE, 'F2', '〔70〕'));
    expect(told(root)).toEqual([]);
    const { change, outcome, reason } = row(root).comparison;
    expect([change.kind, outcome, reason]).toEqual([
      'not-computable',
      'pending',
      '其中有规划期累计数，不与一年的数比较',
    ]);
  });
});

describe('a column of ranks', () => {
  test('gives the reached value its place', () => {
    const root = beside('全省位次', '并列第1位', '第5位');
    expect(told(root)).toEqual([
      'data/issues/1/comparison.csv 第1行 L1 “全省位次”：列名“全省位次”按“排名”读取\n→ 不必改',
    ]);
    expect(row(root).cells.achieved).toMatchObject({ rank: { label: '全省位次', value: '1', printed: '并列第1位' } });
  });

  test.each<[string, Root, string]>([
    [
      'has no fractions',
      beside('排名', '1.5', '2'),
      'data/issues/1/comparison.csv 第2行 L2 “排名”：“1.5”是名次，名次是从 1 数起的整数\n→ 照通报写名次，如 第5位、并列第1位、5；不是名次的，改正单位',
    ],
    [
      'has no blanks',
      beside('排名', '', '2'),
      'data/issues/1/comparison.csv 第2行 L2 “排名”：这一格是空的，看不出是没有数、不适用还是漏填\n→ 照通报填数；通报没有数的，写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual([expected]));
});
