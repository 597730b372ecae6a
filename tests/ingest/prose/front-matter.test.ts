import { describe, expect, test } from 'vitest';
import { TEXT, replace, textOf, told, valid, type Root } from '../bulletin.ts';

// Front matter: YAML as a clerk writes it.

describe('front matter is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'missing',
      replace(TEXT, /---[^]*?---\n/, ''),
      [
        'content/issues/1.mdx 第1行：正文开头没有文件头（两行 --- 之间的部分）\n→ 在第一行写 ---，写上 title、date 等，再写一行 ---',
      ],
    ],
    [
      'not closed',
      replace(TEXT, '\n---\n', '\n'),
      [
        'content/issues/1.mdx 第1行：正文开头没有文件头（两行 --- 之间的部分）\n→ 在第一行写 ---，写上 title、date 等，再写一行 ---',
      ],
    ],
    [
      'without a date',
      replace(TEXT, /date: .*\n/, ''),
      ['content/issues/1.mdx 第1行：文件头缺“date”（通报日期）\n→ 补上一行“date: …”'],
    ],
    [
      'with an impossible date',
      replace(TEXT, 'date: 2021-01-25', 'date: 2021-02-30'),
      ['content/issues/1.mdx 第3行：“date”（通报日期）写的是“2021-02-30”，不是日历上的日期\n→ 写成 2021-01-25 的样子'],
    ],
    [
      'with a Chinese date',
      replace(TEXT, 'date: 2021-01-25', 'date: 2021年1月25日'),
      [
        'content/issues/1.mdx 第3行：“date”（通报日期）写的是“2021年1月25日”，不是日历上的日期\n→ 写成 2021-01-25 的样子',
      ],
    ],
    [
      'with a quotation that never ends, where it opens',
      replace(TEXT, /title: .*/, 'title: "关于'),
      [
        'content/issues/1.mdx 第2行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a telephone number',
      replace(TEXT, 'names:', 'signer: 张某 13812345678\nnames:'),
      [
        'content/issues/1.mdx 第9行：“*******5678”像是电话号码，不能公开\n→ 删掉；公开的服务热线请写成专有名称，放进文件头的 names',
      ],
    ],
    [
      'with a mistyped key',
      replace(TEXT, 'topic:', 'topci:'),
      [
        'content/issues/1.mdx 第4行：文件头里的“topci”不认识，最接近的是“topic”\n→ 删掉或改正这一行；可用的项见 data/README.md',
      ],
    ],
    [
      'with a Chinese key',
      replace(TEXT, 'topic:', '主题:'),
      [
        'content/issues/1.mdx 第4行：文件头里的“主题”不认识，最接近的是“topic”\n→ 删掉或改正这一行；可用的项见 data/README.md',
      ],
    ],
    [
      'with an unknown key',
      replace(TEXT, 'topic:', 'foo: 1\ntopic:'),
      ['content/issues/1.mdx 第4行：文件头里的“foo”不认识\n→ 删掉或改正这一行；可用的项见 data/README.md'],
    ],
    [
      'with a full-width colon',
      replace(TEXT, 'topic: ', 'topic：'),
      [
        'content/issues/1.mdx 第4行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a key twice',
      replace(TEXT, 'topic:', 'topic: 甲\ntopic:'),
      ['content/issues/1.mdx 第5行：文件头里“topic”写了两次\n→ 只留一行'],
    ],
    [
      'with a tab',
      replace(TEXT, 'copyTo: [市委督查室]', 'copyTo:\n\t- 市'),
      [
        'content/issues/1.mdx 第8行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a colon in the title',
      replace(TEXT, /title: .*/, 'title: 通报: 关于'),
      [
        'content/issues/1.mdx 第2行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a title that YAML would cut',
      replace(TEXT, /title: .*/, 'title: 关于 #1 的通报'),
      [
        'content/issues/1.mdx 第2行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a number for a title',
      replace(TEXT, /title: .*/, 'title: 48'),
      ['content/issues/1.mdx 第2行：“title”（标题）写的是“48”，应该是一段文字\n→ 写成一行文字'],
    ],
    [
      'with an empty title',
      replace(TEXT, /title: .*/, 'title:'),
      ['content/issues/1.mdx 第2行：“title”（标题）写的是“”，应该是一段文字\n→ 写成一行文字'],
    ],
    [
      'with text for a list',
      replace(TEXT, 'copyTo: [市委督查室]', 'copyTo: 市委督查室'),
      [
        'content/issues/1.mdx 第7行：“copyTo”（抄送）写的是“市委督查室”，应该是一个列表\n→ 写成 [甲, 乙]，或每行一个“- 甲”',
      ],
    ],
    [
      'with an anchor',
      replace(TEXT, 'topic: ', 'topic: &a '),
      [
        'content/issues/1.mdx 第4行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a tag',
      replace(TEXT, 'topic: ', 'topic: !!js/function '),
      [
        'content/issues/1.mdx 第4行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with a fence inside',
      replace(TEXT, /topic: .*/, 'topic: 政务服务\n+++: 甲'),
      [
        'content/issues/1.mdx 第5行：文件头这一行读不通\n→ 每行写“名称: 内容”，冒号用英文冒号，后面空一格；内容里有冒号、引号、# 或 & 时，用单引号括起来；不用缩进和制表符',
      ],
    ],
    [
      'with two hundred keys too many',
      replace(TEXT, /topic: .*/, Array.from({ length: 201 }, (_, i) => `k${i}: 甲`).join('\n')),
      ['content/issues/1.mdx 第2行：文件头有 208 项，超过了 200 项\n→ 只留 data/README.md 里列出的项'],
    ],
    [
      'with a line of a whole text',
      replace(TEXT, /topic: .*/, `topic: ${'甲'.repeat(2000)}`),
      [
        `content/issues/1.mdx 第4行：文件头这一行有 2007 字，超过了 2000 字（“topic: ${'甲'.repeat(53)}…”）\n→ 只写这一项的内容；列表可以每行写一个“- 甲”`,
      ],
    ],
    [
      'with two mistakes',
      replace(TEXT, /date: .*\ntopic: .*/, 'date: x\ntopic:'),
      [
        'content/issues/1.mdx 第3行：“date”（通报日期）写的是“x”，不是日历上的日期\n→ 写成 2021-01-25 的样子',
        'content/issues/1.mdx 第4行：“topic”（主题）写的是“”，应该是一段文字\n→ 写成一行文字',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('the text is read', () => {
  test.each<[string, Root, string[]]>([
    ['with a byte order mark', replace(TEXT, '---', '\ufeff---'), []],
    ['with CR LF', valid().set(TEXT, textOf(TEXT).replaceAll('\n', '\r\n')), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('the text is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'empty',
      valid().set(TEXT, ''),
      [
        'content/issues/1.mdx 第1行：正文开头没有文件头（两行 --- 之间的部分）\n→ 在第一行写 ---，写上 title、date 等，再写一行 ---',
      ],
    ],
    [
      'only front matter',
      replace(TEXT, /## 一[^]*/, ''),
      ['content/issues/1.mdx：文件头下面没有正文\n→ 把通报的正文放进来'],
    ],
    [
      'in GBK',
      valid().set(TEXT, Uint8Array.of(0xc4, 0xbf, 0xc2, 0xbc, 0xff)),
      ['content/issues/1.mdx：正文文件必须是 UTF-8 编码，这个文件不是\n→ 用记事本打开，“另存为”时编码选 UTF-8'],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
