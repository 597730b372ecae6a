import { describe, expect, test } from 'vitest';
import { TABLE, replace, textOf, told, valid, write, type Root } from '../bulletin.ts';

// Header rows: what a column is read as, and what is told at its heading.

/** The table with `text` for its content. */
const table = (text: string): Root => valid().set(TABLE, text);
const lines = textOf(TABLE).trimEnd().split('\n');
const [head, first, second, third] = lines as [string, string, string, string];

describe('a heading is read', () => {
  test.each<[string, Root, string[]]>([
    ['with full-width digits', replace(TABLE, '2019年评价水平', '２０１９年评价水平'), []],
    ['with spaces', replace(TABLE, '2019年评价水平', '2019 年 评价水平'), []],
    ['with a line break', replace(TABLE, '2019年评价水平', '"2019年\n评价水平"'), []],
    ['with full-width brackets', replace(TABLE, '指标', '指标（项目）'), []],
    ['with lenticular brackets', replace(TABLE, '指标', '指标【项目】'), []],
    ['with the unit of some rows', replace(TABLE, '2019年评价水平', '2019年评价水平（%）'), []],
    [
      'by another name',
      replace(TABLE, '指标', '指标名称'),
      ['data/issues/1/comparison.csv 第1行 C1 “指标名称”：列名“指标名称”按“指标”读取\n→ 不必改'],
    ],
    [
      'without invisible letters',
      replace(TABLE, '层级', '层\u200b级'),
      [
        'data/issues/1/comparison.csv 第1行 E1 “层级”：“层[U+200B]级”里有看不见的字符或全角空格，已去掉\n→ 不必改；可以重新输入这一格',
      ],
    ],
    ['of a year', replace(TABLE, '2020年达到水平', '2020年度我市已达到水平'), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a heading is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'unknown',
      replace(TABLE, '层级', '层次'),
      [
        'data/issues/1/comparison.csv 第1行 E1 “层次”：不认识列名“层次”\n→ 改为 data/README.md 里的列名；不需要的列请删掉',
      ],
    ],
    [
      'unknown, of a role',
      replace(TABLE, '2020年省定目标', '2020年木标'),
      [
        'data/issues/1/comparison.csv 第1行 G1 “2020年木标”：不认识列名“2020年木标”\n→ 改为 data/README.md 里的列名；不需要的列请删掉',
      ],
    ],
    [
      'unknown, of groups',
      replace(TABLE, '组', '組'),
      ['data/issues/1/comparison.csv 第1行 B1 “組”：不认识列名“組”\n→ 改为 data/README.md 里的列名；不需要的列请删掉'],
    ],
    [
      'unknown in place of a required one',
      replace(TABLE, '指标', '名'),
      ['data/issues/1/comparison.csv 第1行 C1 “名”：不认识列名“名”\n→ 改为 data/README.md 里的列名；不需要的列请删掉'],
    ],
    [
      'missing',
      table(lines.map((l) => l.split(',').toSpliced(2, 1).join(',')).join('\n')),
      ['data/issues/1/comparison.csv 第1行：表里没有“指标”列\n→ 补上“指标”列，写法见 data/README.md'],
    ],
    [
      'missing, of all roles',
      table(lines.map((l) => l.split(',').toSpliced(5, 4).join(',')).join('\n')),
      [
        'data/issues/1/comparison.csv 第1行：表里没有“2019年评价水平、2020年省定目标、2020年达到水平”列\n→ 补上“2019年评价水平、2020年省定目标、2020年达到水平”列，写法见 data/README.md',
      ],
    ],
    [
      'named as the prototype',
      replace(TABLE, '层级', '__proto__'),
      [
        'data/issues/1/comparison.csv 第1行 E1 “__proto__”：不认识列名“__proto__”\n→ 改为 data/README.md 里的列名；不需要的列请删掉',
      ],
    ],
    [
      'empty',
      replace(TABLE, '层级', ''),
      ['data/issues/1/comparison.csv 第1行 E1：这一列有数据，却没有表头\n→ 写上列名，或删掉这一列'],
    ],
    [
      'twice',
      replace(TABLE, '备注', '层级'),
      [
        'data/issues/1/comparison.csv 第1行 K1 “层级”：列名“层级”出现了两次，不知道用哪一列\n→ 改正其中一个列名，或删掉多余的一列',
      ],
    ],
    [
      'twice by another name',
      replace(TABLE, '层级', '说明'),
      [
        'data/issues/1/comparison.csv 第1行 K1 “备注”：列名“备注”出现了两次，不知道用哪一列\n→ 改正其中一个列名，或删掉多余的一列',
      ],
    ],
    [
      'without a year',
      replace(TABLE, '2020年省定目标', '省定目标'),
      [
        'data/issues/1/comparison.csv 第1行 G1 “省定目标”：列名“省定目标”没有写是哪一年\n→ 在列名里写上四位年份，如 2020年省定目标',
      ],
    ],
    [
      'of a baseline that goes back in time',
      replace(TABLE, '2020年省定目标', '2018年评价水平'),
      [
        'data/issues/1/comparison.csv 第1行 G1 “2018年评价水平”：“2018年评价水平”写在“2019年评价水平”的后面，年份却在前面\n→ 核对列名里的年份；几个基期按时间先后排列',
      ],
    ],
    [
      'of what there is already',
      replace(TABLE, '2020年省定目标', '2019年度水平'),
      [
        'data/issues/1/comparison.csv 第1行 G1 “2019年度水平”：“2019年度水平”与“2019年评价水平”是同一个基期列\n→ 写明各是哪一年、哪一级定的，或删掉多余的一列；达到水平和前沿水平只能有一列',
      ],
    ],
    [
      'of a target before the baseline',
      replace(TABLE, '2020年省定目标', '2018年省定目标'),
      [
        'data/issues/1/comparison.csv 第1行 G1 “2018年省定目标”：基期“2019年评价水平”的时期不早于“2018年省定目标”\n→ 核对两个列名里的时期，基期要在前',
      ],
    ],
    [
      'of a baseline after both',
      replace(TABLE, '2019年评价水平', '2021年评价水平'),
      [
        'data/issues/1/comparison.csv 第1行 F1 “2021年评价水平”：基期“2021年评价水平”的时期不早于“2020年省定目标”\n→ 核对两个列名里的时期，基期要在前',
      ],
    ],
    [
      'of a baseline after the bulletin',
      replace(TABLE, '2019年评价水平', '2022年评价水平'),
      [
        'data/issues/1/comparison.csv 第1行 F1 “2022年评价水平”：“2022年评价水平”的年份晚于通报日期 2021-01-25，这一列的数不可能已经知道\n→ 核对列名里的年份和通报日期；是预计数的写“预计85分”',
      ],
    ],
    [
      'achieved after the bulletin',
      replace(TABLE, '2020年达到水平', '2022年达到水平'),
      [
        'data/issues/1/comparison.csv 第1行 H1 “2022年达到水平”：“2022年达到水平”的年份晚于通报日期 2021-01-25，这一列的数不可能已经知道\n→ 核对列名里的年份和通报日期；是预计数的写“预计85分”',
      ],
    ],
    [
      'with a unit no row has',
      replace(TABLE, '2019年评价水平', '2019年评价水平（分）'),
      [
        'data/issues/1/comparison.csv 第1行 F1 “2019年评价水平（分）”：列名“2019年评价水平（分）”写的单位是“分”，“网上可办率”这一行的单位是“%”\n→ 改正列名，或改正那一行的单位；列名里可以不写单位',
      ],
    ],
    [
      'and the mistakes below it',
      write(TABLE, 'H2', '0.972', replace(TABLE, '备注', '层级')),
      [
        'data/issues/1/comparison.csv 第1行 K1 “层级”：列名“层级”出现了两次，不知道用哪一列\n→ 改正其中一个列名，或删掉多余的一列',
        'data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：“0.972”在单位为 % 的列里，可能是 Excel 把百分数存成了小数\n→ 照通报写百分数，如 97.2%；确实不到百分之一的，写上百分号，如 0.972%',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('header rows are told', () => {
  test.each<[string, Root, string[]]>([
    [
      'none',
      table([first, second, third].join('\n')),
      [
        'data/issues/1/comparison.csv 第1行：前几行里没有找到表头（应有“指标”等列）\n→ 第一行写表头，各列的名称见 data/README.md',
      ],
    ],
    ['nothing else', table(head), ['data/issues/1/comparison.csv 第1行：表头下面没有一行数据\n→ 补上数据']],
    [
      'two: years above words',
      table(
        [
          '序号,组,指标,单位,层级,2019年,2020年,,国内前沿水平,出处,备注',
          ',,,,,评价水平,省定目标,达到水平,,,',
          first,
          second,
          third,
        ].join('\n'),
      ),
      [
        'data/issues/1/comparison.csv 第2行：这一行还是表头（“评价水平 省定目标 达到水平”），表头只能有一行\n→ 把两行表头合成一行，如“2020年省定目标”',
      ],
    ],
    [
      'two: words above years',
      table(
        [
          '序号,组,指标,单位,层级,评价水平,省定目标,达到水平,国内前沿水平,出处,备注',
          ',,,,,2019年,2020年,2020年,,,',
          first,
        ].join('\n'),
      ),
      [
        'data/issues/1/comparison.csv 第2行：这一行还是表头（“2019年 2020年 2020年”），表头只能有一行\n→ 把两行表头合成一行，如“2020年省定目标”',
      ],
    ],
    [
      'two: units',
      table([head, ',,,,,%,%,%,,,', first].join('\n')),
      [
        'data/issues/1/comparison.csv 第2行：这一行还是表头（“% % %”），表头只能有一行\n→ 把两行表头合成一行，如“2020年省定目标”',
      ],
    ],
    [
      'repeated',
      table([head, first, head, second, third].join('\n')),
      [
        'data/issues/1/comparison.csv 第3行：这一行又是表头（“序号 组 指标 单位 层级 2019年评价水平 2020年省定目标 2020年达到水平 国内前沿水平 出处 备注”），不是数据\n→ 删掉这一行',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
