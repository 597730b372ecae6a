import { describe, expect, test } from 'vitest';
import { FACTS, TEXT, replace, textOf, told, valid, write, type Root } from '../bulletin.ts';

// Reconciliation of the text and the data, both ways.

/** The text with another paragraph in 一(一). */
const paragraph = (text: string): Root => replace(TEXT, '\n## 附表', `\n${text}\n\n## 附表`);

describe('a number of the text is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'unregistered',
      paragraph('新增 77 项。'),
      [
        'content/issues/1.mdx 第18行：“77 项”在数据里找不到（一(一)，“新增 77 项。”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
      ],
    ],
    [
      'with other digits',
      replace(TEXT, '99.8%', '99.80%'),
      [
        'content/issues/1.mdx 第16行：正文写“99.80%”，数据写“99.8%”（审批事项办结率），小数位不同\n→ 照通报原文改正其中一处',
      ],
    ],
    [
      'with another number',
      replace(TEXT, '65826', '65827'),
      [
        'content/issues/1.mdx 第16行：“65827 项”在数据里找不到（一(一)，“窗口共受理审批事项 65827 项，办结率”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
        'data/issues/1/facts.csv 第2行 B2 “数值”：“65826项”在正文“一(一)”里找不到，或者已经是另一行的数\n→ 照正文核对这一行的数值和出处；不是正文里的数，请删掉这一行',
      ],
    ],
    [
      'with another unit',
      replace(TEXT, '65826 项', '65826 件'),
      [
        'content/issues/1.mdx 第16行：正文写“65826 件”，数据写“65826项”（审批事项受理量），单位不同\n→ 照通报原文改正其中一处',
      ],
    ],
    [
      'with a qualifier',
      replace(TEXT, '65826', '约65826'),
      [
        'content/issues/1.mdx 第16行：正文写“约65826 项”，数据写“65826项”（审批事项受理量），限定词不同\n→ 照通报原文改正其中一处',
      ],
    ],
    [
      'of another section',
      paragraph('（二）再来。接通率97.2%。'),
      [
        'content/issues/1.mdx 第18行：“97.2%”在数据里找不到（一(二)，“（二）再来。接通率97.2%。”）；“网上可办率”有这个数，出处写的是“附表第1行”\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(二)”',
      ],
    ],
    [
      'half in bold',
      paragraph('受理 **65826** 项。'),
      [
        'content/issues/1.mdx 第18行：“65826 项”这个数有一部分在加粗或链接里\n→ 把加粗的 ** 放在整个数的两边',
        'content/issues/1.mdx 第18行：“65826 项”在数据里找不到（一(一)，“受理 65826 项。”）；“审批事项受理量”有这个数，但已经是正文另一处的数\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”，原文写“受理 65826 项”；是同一个数又说了一遍的，关联指标写“审批事项受理量”，关系写“重述”',
      ],
    ],
    [
      'in code',
      paragraph('受理 `77` 项。'),
      [
        'content/issues/1.mdx 第18行：“77 项”这个数有一部分在加粗或链接里\n→ 把加粗的 ** 放在整个数的两边',
        'content/issues/1.mdx 第18行：“77 项”在数据里找不到（一(一)，“受理 77 项。”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
      ],
    ],
    [
      'in a list',
      paragraph('- 新增 77 项'),
      [
        'content/issues/1.mdx 第18行：“77 项”在数据里找不到（一(一)，“新增 77 项”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
      ],
    ],
    [
      'of a name that was not declared',
      replace(TEXT, /names: .*\n/, ''),
      [
        'content/issues/1.mdx 第15行：“24小时”在数据里找不到（一(一)，“99.8%。建设了24小时自助政务”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
      ],
    ],
    [
      'when facts.csv is missing',
      new Map([...valid()].filter(([path]) => path !== FACTS)),
      [
        'content/issues/1.mdx 第16行：“65826 项”在数据里找不到（一(一)，“窗口共受理审批事项 65826 项，办结率”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
        'content/issues/1.mdx 第16行：“99.8%”在数据里找不到（一(一)，“26 项，办结率为 99.8%。建设了”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('no figures are', () => {
  test.each<[string, Root, string[]]>([
    [
      'dates',
      paragraph('2019—2020年，1月25日，2020年1—11月，2020/12/31，2020-12-31，12月底，上午9:30，2020年12月31日。'),
      [],
    ],
    ['issue and item numbers', paragraph('见第48期。（1）第一；（2）第二。'), []],
    ['the numbers of a list', paragraph('1. 第一\n2. 第二'), []],
    [
      'numbers that words are made of',
      paragraph('五减一优，百日攻坚，千家万户，十九届全会，乡、村两级，取一个号。'),
      [],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a figure of the data is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'that the text lacks',
      valid().set(FACTS, `${textOf(FACTS)}窗口数,8,个,,,一(一),,,\n`),
      [
        'data/issues/1/facts.csv 第4行 B4 “数值”：“8个”在正文“一(一)”里找不到，或者已经是另一行的数\n→ 照正文核对这一行的数值和出处；不是正文里的数，请删掉这一行',
      ],
    ],
    [
      'with other digits',
      write(FACTS, 'B2', '65827'),
      [
        'content/issues/1.mdx 第16行：“65826 项”在数据里找不到（一(一)，“窗口共受理审批事项 65826 项，办结率”）\n→ 在 data/issues/1/facts.csv 加一行，出处写“一(一)”；是名称里的数字（如“24小时自助服务区”）的，把整个名称写进文件头的 names',
        'data/issues/1/facts.csv 第2行 B2 “数值”：“65827项”在正文“一(一)”里找不到，或者已经是另一行的数\n→ 照正文核对这一行的数值和出处；不是正文里的数，请删掉这一行',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a figure that cannot be read is told alone', () => {
  test.each<[string, Root, string[]]>([
    [
      'in its cell',
      write(FACTS, 'B2', '#N/A'),
      [
        'data/issues/1/facts.csv 第2行 B2 “数值”：“#N/A”是 Excel 的出错标记，不是数\n→ 在 Excel 里改正公式或列宽，填上通报里的数',
      ],
    ],
    [
      'in a lost row',
      replace(FACTS, '99.8%', '99,8%'),
      [
        'data/issues/1/facts.csv 第3行：这一行有 10 格，表头只有 9 格，数字可能被逗号拆成了两格\n→ 在 Excel 里打开核对这一行；一格里要有英文逗号时，请用 Excel 另存，它会自动加引号',
      ],
    ],
    [
      'in a lost file',
      valid().set(FACTS, Uint8Array.of(0x50, 0x4b, 3, 4)),
      [
        'data/issues/1/facts.csv：这个文件其实是Excel 工作簿（.xlsx 或 .et），只是改了扩展名，不能当作 CSV 读取\n→ 用 Excel 或 WPS 打开它，“另存为”选择“CSV UTF-8（逗号分隔）(*.csv)”，不要直接改扩展名',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
