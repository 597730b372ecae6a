import { describe, expect, test } from 'vitest';
import { TEXT, replace, told, type Root } from '../bulletin.ts';

// Markdown and the project's tags; nothing MDX would run.

/** The text with another paragraph in 一(一). */
const paragraph = (text: string): Root => replace(TEXT, '\n## 附表', `\n${text}\n\n## 附表`);

describe('is read', () => {
  test.each<[string, Root, string[]]>([
    ['bold around a quotation', paragraph('**“一窗”**分类受理。'), []],
    ['escaped signs', paragraph('集合 \\{甲\\}，小于 \\<甲。'), []],
    ['a link', paragraph('[看](https://a.b/c) [这里](/issues/)'), []],
    ['an own image', paragraph('![图](/a.png)'), []],
    ['a tag', paragraph('<Comparison group="附表"/>'), []],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'a less-than sign',
      paragraph('低于 <70% 的。'),
      ['content/issues/1.mdx 第18行：正文里不能用“<70%”\n→ 删掉它；小于号写全角“＜”，注释请删掉'],
    ],
    [
      'an expression',
      paragraph('浓度{浓度}。'),
      ['content/issues/1.mdx 第18行：正文里不能用花括号“{浓度}”\n→ 删掉，或改成全角括号“（）”'],
    ],
    [
      'a comment',
      paragraph('<!-- 待定 -->'),
      ['content/issues/1.mdx 第18行：正文里不能用“<!-- 待定 -->”\n→ 删掉它；小于号写全角“＜”，注释请删掉'],
    ],
    [
      'an MDX comment',
      paragraph('{/* 待定 */}'),
      ['content/issues/1.mdx 第18行：正文里不能用花括号“{/* 待定 */}”\n→ 删掉，或改成全角括号“（）”'],
    ],
    [
      'HTML',
      paragraph('<b>重要</b>'),
      [
        'content/issues/1.mdx 第18行：正文里不能用“<b>”\n→ 删掉它；小于号写全角“＜”，注释请删掉',
        'content/issues/1.mdx 第18行：正文里不能用“</b>”\n→ 删掉它；小于号写全角“＜”，注释请删掉',
      ],
    ],
    [
      'an import',
      paragraph('import x from "y"'),
      ['content/issues/1.mdx 第18行：正文里不能写“import x from "y"”这样的程序语句\n→ 删掉这一行'],
    ],
    [
      'an export',
      paragraph('export const a = {}'),
      [
        'content/issues/1.mdx 第18行：正文里不能写“export const a = {}”这样的程序语句\n→ 删掉这一行',
        'content/issues/1.mdx 第18行：正文里不能用花括号“{}”\n→ 删掉，或改成全角括号“（）”',
      ],
    ],
    [
      'an export under a heading',
      paragraph('export const x = process /*\n---\n\n*/'),
      ['content/issues/1.mdx 第18行：正文里不能写“export const x = process /*”这样的程序语句\n→ 删掉这一行'],
    ],
    [
      'an image of a definition',
      paragraph('![{(}][a]\n\n[a]: /icon.svg'),
      ['content/issues/1.mdx 第18行：正文里不能用花括号“![{(}][a]”\n→ 删掉，或改成全角括号“（）”'],
    ],
    [
      'a paragraph of a whole book',
      paragraph('受理'.repeat(10_001)),
      [
        'content/issues/1.mdx 第18行：这一段有 20002 字，超过了 20000 字\n→ 照通报分段，段与段之间空一行；不是正文的内容请删掉',
      ],
    ],
    [
      'a whole book',
      paragraph('受理。\n\n'.repeat(2500)),
      [
        'content/issues/1.mdx：正文有 5025 行，超过了 5000 行，不像是一期通报\n→ 检查是否贴进了别的文件，只留通报的正文',
      ],
    ],
    [
      'a javascript link',
      paragraph('[看](javascript:alert)'),
      [
        'content/issues/1.mdx 第18行：链接“javascript:alert”不安全或在别的网站取图\n→ 链接用 https:// 或本站地址；图片放进 public/，不用别的网站的',
      ],
    ],
    [
      'an encoded javascript link',
      paragraph('[看](&#106;avascript:x)'),
      [
        'content/issues/1.mdx 第18行：链接“javascript:x”不安全或在别的网站取图\n→ 链接用 https:// 或本站地址；图片放进 public/，不用别的网站的',
      ],
    ],
    [
      'a remote image',
      paragraph('![图](https://a.b/c.png)'),
      [
        'content/issues/1.mdx 第18行：链接“https://a.b/c.png”不安全或在别的网站取图\n→ 链接用 https:// 或本站地址；图片放进 public/，不用别的网站的',
      ],
    ],
    [
      'an image of another host',
      paragraph('![图](//a.b/c.png)'),
      [
        'content/issues/1.mdx 第18行：链接“//a.b/c.png”不安全或在别的网站取图\n→ 链接用 https:// 或本站地址；图片放进 public/，不用别的网站的',
      ],
    ],
    [
      'an image behind a backslash',
      paragraph('![图](/\\\\a.b/c.png)'),
      [
        'content/issues/1.mdx 第18行：链接“/\\a.b/c.png”不安全或在别的网站取图\n→ 链接用 https:// 或本站地址；图片放进 public/，不用别的网站的',
      ],
    ],
    [
      'braces in the words of an image',
      paragraph('![{x}](/a.png)'),
      ['content/issues/1.mdx 第18行：正文里不能用花括号“![{x}](/a.png)”\n→ 删掉，或改成全角括号“（）”'],
    ],
    [
      'a sign behind an escaped backslash',
      paragraph('\\\\<7'),
      ['content/issues/1.mdx 第18行：正文里不能用“<7”\n→ 删掉它；小于号写全角“＜”，注释请删掉'],
    ],
    [
      'a code block',
      paragraph('```\n受理 77 项\n```'),
      ['content/issues/1.mdx 第18行：正文里不能用代码块（“```”），里面的数无法核对\n→ 删掉三个反引号的行'],
    ],
    [
      'a first-level heading',
      paragraph('# 标题'),
      ['content/issues/1.mdx 第18行：正文里不能用一级标题（#），通报的标题已在文件头\n→ 章用 ##，节用 ###'],
    ],
    [
      'a heading number twice',
      paragraph('## 一、再来'),
      ['content/issues/1.mdx 第18行：“一”与第12行的标题编号相同，出处分不清\n→ 改正其中一个标题的编号'],
    ],
    [
      'a misspelt tag',
      paragraph('<Comparision group="附表" />'),
      [
        'content/issues/1.mdx 第18行：“<Comparision group="附表" />”写法不对\n→ 单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md',
      ],
    ],
    [
      'a tag in small letters',
      paragraph('<comparison group="附表" />'),
      [
        'content/issues/1.mdx 第18行：“<comparison group="附表" />”写法不对\n→ 单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md',
      ],
    ],
    [
      'a tag in full width',
      paragraph('＜Comparison group="附表" /＞'),
      [
        'content/issues/1.mdx 第18行：“＜Comparison group="附表" /＞”写法不对\n→ 单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md',
      ],
    ],
    [
      'an expression in a tag',
      paragraph('<Comparison group={"附表"} />'),
      [
        'content/issues/1.mdx 第18行：“<Comparison group={"附表"} />”写法不对\n→ 单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md',
      ],
    ],
    [
      'an event in a tag',
      paragraph('<Comparison group="附表" onclick="x" />'),
      [
        'content/issues/1.mdx 第18行：“<Comparison group="附表" onclick="x" />”写法不对\n→ 单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md',
      ],
    ],
    [
      'a tag inside a sentence',
      paragraph('见 <Comparison group="附表" /> 图'),
      [
        'content/issues/1.mdx 第18行：“<Comparison group="附表" />”写法不对\n→ 单独成行，前后各空一行，如 <Comparison group="附表" />；可用的图表标签见 data/README.md',
      ],
    ],
    [
      'a group there is not',
      paragraph('<Comparison group="附件" />'),
      [
        'content/issues/1.mdx 第18行：没有名为“附件”的表\n→ 写表的文件名，如 附件1.csv 写 附件1，comparison.csv 写 附表；有“组”一列的，写那一列里的名称',
      ],
    ],
    [
      'a figure there is not',
      paragraph('<Figures of="没有" />'),
      ['content/issues/1.mdx 第18行：正文数字里没有“没有”\n→ 写 facts.csv“指标”一列里的名称，几个名称用；隔开'],
    ],
    [
      'figures of two units',
      paragraph('<Figures of="审批事项受理量；审批事项办结率" />'),
      [
        'content/issues/1.mdx 第18行：“审批事项受理量；审批事项办结率”不能画在一张图里：单位有项、%\n→ 只放单位相同、有数值的数字；beside 的个数要与 of 相同',
      ],
    ],
    [
      'deep nesting',
      paragraph(`${'> '.repeat(2000)}引用`),
      ['content/issues/1.mdx 第18行：这里的引用、列表或加粗一层套一层，超过了 30 层\n→ 照通报写成普通段落'],
    ],
    [
      'deep emphasis',
      paragraph(`${'*甲 '.repeat(300)}${'乙* '.repeat(300)}`),
      ['content/issues/1.mdx 第18行：这里的引用、列表或加粗一层套一层，超过了 30 层\n→ 照通报写成普通段落'],
    ],
    [
      'spoiled text',
      paragraph('锟斤拷锟斤拷。'),
      ['content/issues/1.mdx 第18行：“锟斤拷锟斤拷。”是乱码，原来的文字已经丢失\n→ 照原文重新输入这一格'],
    ],
    [
      'an override of direction',
      paragraph('\u202e受理。'),
      [
        'content/issues/1.mdx 第18行：“[U+202E]受理。”里有看不见的控制字符，会让显示与实际不同\n→ 删掉这一格，手工重新输入',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});
