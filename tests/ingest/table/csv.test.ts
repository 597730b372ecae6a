import { describe, expect, test } from 'vitest';
import { TABLE, replace, textOf, told, valid, write, type Root } from '../bulletin.ts';

// Container and structure of a CSV: what is read, and what a clerk is told.

/** The table with `text` for its content. */
const table = (text: string): Root => valid().set(TABLE, text);
const lines = textOf(TABLE).trimEnd().split('\n');
const [head, first, second, third] = lines as [string, string, string, string];

describe('a file is read', () => {
  test.each<[string, Root, string[]]>([
    ['as it is', valid(), []],
    ['with a byte order mark', table(`\ufeff${textOf(TABLE)}`), []],
    ['with CR LF', table(textOf(TABLE).replaceAll('\n', '\r\n')), []],
    ['with CR', table(textOf(TABLE).replaceAll('\n', '\r')), []],
    ['without a last line end', table(textOf(TABLE).trimEnd()), []],
    [
      'with every cell quoted',
      table(
        lines
          .map((l) =>
            l
              .split(',')
              .map((c) => `"${c}"`)
              .join(','),
          )
          .join('\n'),
      ),
      [],
    ],
    [
      'with semicolons',
      table(textOf(TABLE).replaceAll(',', ';')),
      [
        'data/issues/1/comparison.csv 第1行：各格之间用的是分号，已按它读取\n→ 不必改；以后“另存为”选“CSV UTF-8（逗号分隔）”',
      ],
    ],
    [
      'with tabs',
      table(textOf(TABLE).replaceAll(',', '\t')),
      [
        'data/issues/1/comparison.csv 第1行：各格之间用的是制表符，已按它读取\n→ 不必改；以后“另存为”选“CSV UTF-8（逗号分隔）”',
      ],
    ],
    [
      'with a sep= line',
      table(`sep=,\n${textOf(TABLE)}`),
      ['data/issues/1/comparison.csv 第1行：第一行“sep=,”是给 Excel 看的分隔符说明，已跳过\n→ 不必改'],
    ],
    [
      'with a sep= line that names another separator than its own',
      table(`sep=;\n${textOf(TABLE)}`),
      ['data/issues/1/comparison.csv 第1行：第一行“sep=;”是给 Excel 看的分隔符说明，已跳过\n→ 不必改'],
    ],
    [
      'with a sep= line for Excel on a Mac',
      table(`sep=,\r${textOf(TABLE).replaceAll('\n', '\r')}`),
      ['data/issues/1/comparison.csv 第1行：第一行“sep=,”是给 Excel 看的分隔符说明，已跳过\n→ 不必改'],
    ],
    [
      'with two titles above',
      table(`附表\n单位：%,,\n${textOf(TABLE)}`),
      [
        'data/issues/1/comparison.csv 第1行：表头上方的“附表”不是数据，已跳过\n→ 不必改；表格第一行最好就是表头',
        'data/issues/1/comparison.csv 第2行：表头上方的“单位：%”不是数据，已跳过\n→ 不必改；表格第一行最好就是表头',
      ],
    ],
    [
      'with blank rows inside',
      table([head, first, '', ',,,,,,,,,,', second, third].join('\n')),
      [
        'data/issues/1/comparison.csv 第3行：这一行是空的，已跳过\n→ 不必改；可以删去',
        'data/issues/1/comparison.csv 第4行：这一行是空的，已跳过\n→ 不必改；可以删去',
      ],
    ],
    ['with trailing commas', table(lines.map((l) => `${l},,`).join('\n')), []],
    ['with trailing commas below the header only', table(lines.map((l, i) => (i === 0 ? l : `${l},`)).join('\n')), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a quote is told at its cell', () => {
  test.each<[string, Root, string[]]>([
    [
      'unclosed',
      replace(TABLE, '附表第1行', '"附表第1行'),
      [
        'data/issues/1/comparison.csv 第2行 J2：“"附表第1行”以英文双引号开头，却没有结尾的引号，后面的行会被它吞掉\n→ 删掉这个引号，或在这一格末尾补上一个英文双引号',
      ],
    ],
    [
      'unclosed twice',
      replace(TABLE, '附表第3行', '"附表第3行', replace(TABLE, '附表第1行', '"附表第1行')),
      [
        'data/issues/1/comparison.csv 第2行 J2：“"附表第1行”以英文双引号开头，却没有结尾的引号，后面的行会被它吞掉\n→ 删掉这个引号，或在这一格末尾补上一个英文双引号',
        'data/issues/1/comparison.csv 第4行 J4：“"附表第3行”以英文双引号开头，却没有结尾的引号，后面的行会被它吞掉\n→ 删掉这个引号，或在这一格末尾补上一个英文双引号',
      ],
    ],
    [
      'unclosed before a quoted cell',
      replace(TABLE, '附表第3行', '"附表第3行"', replace(TABLE, '附表第1行', '"附表第1行')),
      [
        'data/issues/1/comparison.csv 第2行 J2：“"附表第1行”以英文双引号开头，却没有结尾的引号，后面的行会被它吞掉\n→ 删掉这个引号，或在这一格末尾补上一个英文双引号',
      ],
    ],
    [
      'unclosed in the header',
      replace(TABLE, '序号', '"序号'),
      [
        'data/issues/1/comparison.csv 第1行 A1：“"序号”以英文双引号开头，却没有结尾的引号，后面的行会被它吞掉\n→ 删掉这个引号，或在这一格末尾补上一个英文双引号',
      ],
    ],
    [
      'with text behind it',
      replace(TABLE, '97.2%', '"97.2"%'),
      [
        'data/issues/1/comparison.csv 第2行 H2：“"97.2"%”在结束的英文双引号之后还有文字\n→ 词语的引号用中文引号“”；或删掉英文双引号',
      ],
    ],
    [
      'with a space before it',
      replace(TABLE, '附表第1行', ' "附表第1行"'),
      ['data/issues/1/comparison.csv 第2行 J2：“ "附表第1行"”在英文双引号前有空格，这一格会被拆错\n→ 删掉引号前的空格'],
    ],
    [
      'around a word',
      replace(TABLE, '“一窗”', '"一窗"'),
      [
        'data/issues/1/comparison.csv 第3行 C3：“"一窗"分类受理率”在结束的英文双引号之后还有文字\n→ 词语的引号用中文引号“”；或删掉英文双引号',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('cells are counted', () => {
  test.each<[string, Root, string[]]>([
    [
      'too many: a comma for a point',
      replace(TABLE, '97.2%', '97,2%'),
      [
        'data/issues/1/comparison.csv 第2行：这一行有 12 格，表头只有 11 格，数字可能被逗号拆成了两格\n→ 在 Excel 里打开核对这一行；一格里要有英文逗号时，请用 Excel 另存，它会自动加引号',
      ],
    ],
    [
      'too few',
      replace(TABLE, '附表第2行,', '附表第2行'),
      [
        'data/issues/1/comparison.csv 第3行：这一行只有 10 格，表头有 11 格\n→ 在 Excel 里打开补齐这一行，空格也要占一格，再另存为 CSV',
      ],
    ],
    [
      'a full-width comma',
      replace(TABLE, '2,附表,', '2，附表,'),
      [
        'data/issues/1/comparison.csv 第3行：各格之间用的是“，”，不是英文逗号，几格成了一格\n→ 用 Excel 另存为 CSV，不要手工输入逗号；或把分隔用的“，”改为英文逗号“,”',
      ],
    ],
    [
      'full-width commas only',
      table(textOf(TABLE).replaceAll(',', '，')),
      [
        'data/issues/1/comparison.csv 第1行：各格之间用的是“，”，不是英文逗号，几格成了一格\n→ 用 Excel 另存为 CSV，不要手工输入逗号；或把分隔用的“，”改为英文逗号“,”',
      ],
    ],
    [
      'bars',
      table(textOf(TABLE).replaceAll(',', '|')),
      [
        'data/issues/1/comparison.csv 第1行：各格之间用的是“|”，不是英文逗号，几格成了一格\n→ 用 Excel 另存为 CSV，不要手工输入逗号；或把分隔用的“|”改为英文逗号“,”',
      ],
    ],
    [
      'too many, the last of them blank',
      replace(TABLE, '85%', '85,2%'),
      [
        'data/issues/1/comparison.csv 第3行：这一行有 12 格，表头只有 11 格，数字可能被逗号拆成了两格\n→ 在 Excel 里打开核对这一行；一格里要有英文逗号时，请用 Excel 另存，它会自动加引号',
      ],
    ],
    [
      'a footer',
      table(`${textOf(TABLE)}注：数据来自各单位`),
      [
        'data/issues/1/comparison.csv 第5行：这一行只有 1 格，表头有 11 格\n→ 在 Excel 里打开补齐这一行，空格也要占一格，再另存为 CSV',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('text that was spoiled is refused at its cell, once', () => {
  test.each<[string, Root, string[]]>([
    [
      '锟斤拷',
      write(TABLE, 'K2', '锟斤拷锟斤拷'),
      ['data/issues/1/comparison.csv 第2行 K2：“锟斤拷锟斤拷”是乱码，原来的文字已经丢失\n→ 照原文重新输入这一格'],
    ],
    [
      'U+FFFD',
      write(TABLE, 'K2', '暂缺\ufffd'),
      ['data/issues/1/comparison.csv 第2行 K2：“暂缺�”是乱码，原来的文字已经丢失\n→ 照原文重新输入这一格'],
    ],
    [
      'UTF-8 read as GBK',
      write(TABLE, 'K2', '鏆傜己鍥藉唴'),
      ['data/issues/1/comparison.csv 第2行 K2：“鏆傜己鍥藉唴”是乱码，原来的文字已经丢失\n→ 照原文重新输入这一格'],
    ],
    [
      'UTF-8 read as GBK, with letters lost',
      write(TABLE, 'C2', '缃戜笂鍙姙鐜'),
      ['data/issues/1/comparison.csv 第2行 C2：“缃戜笂鍙姙鐜”是乱码，原来的文字已经丢失\n→ 照原文重新输入这一格'],
    ],
    [
      'a word that is Chinese in GBK',
      write(TABLE, 'K2', 'Ŀ¼'),
      [
        'data/issues/1/comparison.csv 第2行 K2：“Ŀ¼”含有中文表格里少见的字母，可能是 GBK 文件被当成了 UTF-8\n→ 重新从 Excel“另存为”“CSV UTF-8（逗号分隔）”；确实是外文的，写在“英文名”或“备注”里',
      ],
    ],
    [
      'NUL',
      write(TABLE, 'H2', '97.2\0%'),
      [
        'data/issues/1/comparison.csv 第2行 H2：“97.2[U+0000]%”里有看不见的控制字符，会让显示与实际不同\n→ 删掉这一格，手工重新输入',
      ],
    ],
    [
      'an override of direction',
      write(TABLE, 'H2', '\u202e97.2%'),
      [
        'data/issues/1/comparison.csv 第2行 H2：“[U+202E]97.2%”里有看不见的控制字符，会让显示与实际不同\n→ 删掉这一格，手工重新输入',
      ],
    ],
    [
      'an Excel error in a name',
      write(TABLE, 'C2', '#REF!'),
      [
        'data/issues/1/comparison.csv 第2行 C2 “指标”：“#REF!”是 Excel 的出错标记，不是数\n→ 在 Excel 里改正公式或列宽，填上通报里的数',
      ],
    ],
    [
      'an Excel error in a note',
      write(TABLE, 'K3', '#NAME?'),
      [
        'data/issues/1/comparison.csv 第3行 K3 “备注”：“#NAME?”是 Excel 的出错标记，不是数\n→ 在 Excel 里改正公式或列宽，填上通报里的数',
      ],
    ],
    [
      'a formula in a note',
      write(TABLE, 'K3', '=B2'),
      [
        'data/issues/1/comparison.csv 第3行 K3 “备注”：“=B2”是公式，不是数\n→ 在 Excel 里“复制”“选择性粘贴—数值”，再另存',
      ],
    ],
    ['but not a foreign word', write(TABLE, 'K3', 'Café Müller €100 α±5 ㎡ 😀'), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
