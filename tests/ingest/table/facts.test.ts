import { describe, expect, test } from 'vitest';
import { FACTS, TEXT, replace, textOf, told, valid, write, type Root } from '../bulletin.ts';

// Figures of the text, their relations and conflicts.

/** The root with another fact, stated in a sentence of the text. */
const fact = (row: string, sentence: string): Root =>
  replace(TEXT, '建设了', `${sentence}建设了`, valid().set(FACTS, `${textOf(FACTS)}${row}\n`));

describe('a figure is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'nameless',
      write(FACTS, 'A2', ''),
      ['data/issues/1/facts.csv 第2行 A2 “指标”：这一行没有写指标名\n→ 补上指标名；不要的行请整行删掉'],
    ],
    [
      'in a unit of another kind',
      write(FACTS, 'B2', '65826件'),
      [
        'data/issues/1/facts.csv 第2行 B2 “数值”：“65826件”的单位是“件”，单位列（或指标名录）写的是“项”\n→ 照通报核对，改正这一格或单位列',
      ],
    ],
    [
      'without a unit',
      write(FACTS, 'C2', ''),
      ['data/issues/1/facts.csv 第2行 C2 “单位”：“审批事项受理量”没有写单位\n→ 在单位列写上单位，如 %、分、项'],
    ],
    [
      'in an unknown unit, with an error for a value',
      write(FACTS, 'B2', '#N/A', write(FACTS, 'C2', 'pct')),
      [
        'data/issues/1/facts.csv 第2行 B2 “数值”：“#N/A”是 Excel 的出错标记，不是数\n→ 在 Excel 里改正公式或列宽，填上通报里的数',
        'data/issues/1/facts.csv 第2行 C2 “单位”：不认识单位“pct”\n→ 写成认识的单位，如 %、件、万元、工作日；通报确实用“pct”的，在 data/units.csv 加一行，写上单位、类别和差的说法',
      ],
    ],
    [
      'of a registered indicator in another unit',
      write(FACTS, 'A2', '网上可办率'),
      [
        'data/issues/1/facts.csv 第2行 C2 “单位”：单位列写“项”，指标名录里“网上可办率”的单位是“%”\n→ 照通报核对，改正这一格或 data/indicators.csv',
      ],
    ],
    [
      'missing',
      write(FACTS, 'B2', '暂缺'),
      [
        'data/issues/1/facts.csv 第2行 B2 “数值”：“暂缺”不是数：正文数字只登记通报正文里写出的数\n→ 照正文写数；正文没有这个数的，整行删掉',
      ],
    ],
    [
      'after the bulletin',
      write(FACTS, 'D2', '2021-01-26'),
      [
        'data/issues/1/facts.csv 第2行 D2 “时点”：时点“2021年1月26日”晚于通报日期 2021-01-25，不可能已经达到\n→ 照通报核对时点；是预计数的写“预计85分”',
      ],
    ],
    [
      'after the bulletin, in words',
      write(FACTS, 'D2', '2021年第四季度'),
      [
        'data/issues/1/facts.csv 第2行 D2 “时点”：时点“2021年第四季度”晚于通报日期 2021-01-25，不可能已经达到\n→ 照通报核对时点；是预计数的写“预计85分”',
      ],
    ],
    [
      'at no time',
      write(FACTS, 'D2', '去年底'),
      ['data/issues/1/facts.csv 第2行 D2 “时点”：“去年底”不是日期\n→ 写成 2020-12-31、2020年12月 或 2020年底'],
    ],
    [
      'in no section',
      write(FACTS, 'F2', '二(一)'),
      [
        'data/issues/1/facts.csv 第2行 F2 “出处”：出处“二(一)”不是正文里的标题\n→ 写正文的标题号，如 二(一)；第一个标题之前写“引言”；附表写“附表第3行”',
      ],
    ],
    [
      'in another section',
      write(FACTS, 'F2', '引言'),
      [
        'data/issues/1/facts.csv 第2行 F2 “出处”：“65826项”在正文“引言”里找不到，在“一(一)”里\n→ 出处改为“一(一)”；或照正文核对数值',
      ],
    ],
    [
      'twice, its date in other words',
      fact('审批事项受理量,65826,项,2020年12月31日,,一(一),,,', '又'),
      [
        'data/issues/1/facts.csv 第4行 A4 “指标”：“审批事项受理量”与第2行是同一个指标，重复了\n→ 删掉多余的一行；不是同一个指标的，改正指标名',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a figure is read', () => {
  test.each<[string, Root, string[]]>([
    [
      'on the day of the bulletin',
      replace(TEXT, '2020年底', '2021年1月25日', write(FACTS, 'D2', '2021-01-25', write(FACTS, 'D3', '2021-01-25'))),
      [],
    ],
    ['without its section, where the text has one number that is it', write(FACTS, 'F2', ''), []],
    ['with its place in full width', write(FACTS, 'F2', '一（一）'), []],
    [
      'with thousands separators',
      write(FACTS, 'B2', '65,826'),
      ['data/issues/1/facts.csv 第2行 B2 “数值”：“65,826”按“65826”读取\n→ 不必改'],
    ],
    [
      'in full width',
      write(FACTS, 'B2', '６５８２６'),
      ['data/issues/1/facts.csv 第2行 B2 “数值”：“６５８２６”按“65826”读取\n→ 不必改'],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a figure may stand twice in a section', () => {
  const twice = (first: string, second: string): string[] =>
    told(fact(`${first}\n${second}`, '2019年，市级审批事项 500 项；2020年，县级 300 项。')).map(
      (line) => line.split('：')[1]!,
    );

  test('at two levels', () =>
    expect(twice('审批事项,500,项,2019年,市级,一(一),,,', '审批事项,300,项,2020年,县级,一(一),,,')).toEqual([]));
  test('at two times', () =>
    expect(twice('审批事项,500,项,2019年,,一(一),,,', '审批事项,300,项,2020年,,一(一),,,')).toEqual([]));
  test('but not at one level and time, however they are written', () =>
    expect(
      twice('审批事项,500,项,2020年12月31日,市级,一(一),,,', '审批事项,300,项,2020-12-31,市级,一（一）,,,'),
    ).toContain('“审批事项”与第4行是同一个指标，重复了\n→ 删掉多余的一行；不是同一个指标的，改正指标名'));
});

describe('a relation is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'of no kind',
      write(FACTS, 'H2', '有关', write(FACTS, 'G2', '网上可办率')),
      ['data/issues/1/facts.csv 第2行 H2 “关系”：关系“有关”不认识\n→ 写“同名异口径”“重述”“其中”“目标”“基期”或“变化量”'],
    ],
    [
      'without its kind',
      write(FACTS, 'G2', '网上可办率'),
      ['data/issues/1/facts.csv 第2行 H2 “关系”：关系“”不认识\n→ 写“同名异口径”“重述”“其中”“目标”“基期”或“变化量”'],
    ],
    [
      'without its target',
      write(FACTS, 'H2', '其中'),
      [
        'data/issues/1/facts.csv 第2行 G2 “关联指标”：“”不是本期的指标或正文数字\n→ 写本期对照表或正文数字里的名称；没有关系的，“关联指标”和“关系”都空着',
      ],
    ],
    [
      'to itself',
      write(FACTS, 'H2', '其中', write(FACTS, 'G2', '审批事项受理量')),
      ['data/issues/1/facts.csv 第2行 G2 “关联指标”：“审批事项受理量”的关联指标是它自己\n→ 写另一个指标的名称'],
    ],
    [
      'to nothing',
      write(FACTS, 'H2', '其中', write(FACTS, 'G2', '网上可半率')),
      [
        'data/issues/1/facts.csv 第2行 G2 “关联指标”：“网上可半率”不是本期的指标或正文数字，最接近的是“网上可办率”\n→ 写本期对照表或正文数字里的名称；没有关系的，“关联指标”和“关系”都空着',
      ],
    ],
    [
      'without its note',
      write(FACTS, 'H2', '同名异口径', write(FACTS, 'G2', '网上可办率')),
      [
        'data/issues/1/facts.csv 第2行 I2 “备注”：写了“同名异口径”，备注却是空的\n→ 在备注写明两个数有什么不同；通报没有说明的，写“通报未说明两处口径的差别”',
      ],
    ],
    [
      'of a restatement that differs',
      fact('全市网上可办率,98.9%,%,2020-12-31,,一(一),网上可办率,重述,', '网上可办率98.9%。'),
      [
        'data/issues/1/facts.csv 第4行 H4 “关系”：“全市网上可办率”写明是重述，但 98.9% 与 97.2% 不相等\n→ 核对是否写错；口径不同的，“关系”写“同名异口径”',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a conflict', () => {
  test.each<[string, Root, string[]]>([
    [
      'of one name is told',
      fact('网上可办率,98.9%,%,2020-12-31,,一(一),,,', '网上可办率98.9%。'),
      [
        'data/issues/1/facts.csv 第4行 A4 “指标”：“网上可办率”是 98.9%，附表第1行“网上可办率”是 97.2%，读者会当成同一个数\n→ 核对是否写错；都没有错的，在“关联指标”写“网上可办率”，“关系”写“同名异口径”，备注写明差别；是目标、基期数或增减的，“关系”写“目标”“基期”“变化量”',
      ],
    ],
    [
      'of an alias is told',
      fact('网上事项可办率,98.9%,%,2020-12-31,,一(一),,,', '网上可办率98.9%。'),
      [
        'data/issues/1/facts.csv 第4行 A4 “指标”：“网上可办率”是 98.9%，附表第1行“网上可办率”是 97.2%，读者会当成同一个数\n→ 核对是否写错；都没有错的，在“关联指标”写“网上可办率”，“关系”写“同名异口径”，备注写明差别；是目标、基期数或增减的，“关系”写“目标”“基期”“变化量”',
      ],
    ],
    [
      'of look-alike names is told',
      fact('全市网上可办率,98.9%,%,2020-12-31,,一(一),,,', '网上可办率98.9%。'),
      [
        'data/issues/1/facts.csv 第4行 A4 “指标”：“全市网上可办率”是 98.9%，附表第1行“网上可办率”是 97.2%，读者会当成同一个数\n→ 核对是否写错；都没有错的，在“关联指标”写“网上可办率”，“关系”写“同名异口径”，备注写明差别；是目标、基期数或增减的，“关系”写“目标”“基期”“变化量”',
      ],
    ],
    [
      'with the baseline of its year is told',
      fact('网上可办率,71%,%,2019-12-31,,一(一),,,', '截至2019年底，网上可办率71%。'),
      [
        'data/issues/1/facts.csv 第4行 A4 “指标”：“网上可办率”是 71%，附表第1行“网上可办率”是 70.41%，读者会当成同一个数\n→ 核对是否写错；都没有错的，在“关联指标”写“网上可办率”，“关系”写“同名异口径”，备注写明差别；是目标、基期数或增减的，“关系”写“目标”“基期”“变化量”',
      ],
    ],
    [
      'that is related is settled',
      fact('全市网上可办率,98.9%,%,2020-12-31,,一(一),网上可办率,同名异口径,口径不同', '网上可办率98.9%。'),
      [],
    ],
    [
      'is none with another year',
      fact('网上可办率,98.9%,%,2018-12-31,,一(一),,,', '截至2018年底，网上可办率98.9%。'),
      [],
    ],
    ['is none with the same number', fact('网上可办率,97.20%,%,2020-12-31,,一(一),,,', '网上可办率97.20%。'), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
