import { describe, expect, test } from 'vitest';
import { decode, decodeText } from '../../../src/ingest/text/decode.ts';
import { LIMIT } from '../../../src/ingest/text/limit.ts';
import { format } from '../../../src/ingest/problem/problem.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** `目录,约\n` in GBK. */
const GBK = Uint8Array.of(0xc4, 0xbf, 0xc2, 0xbc, 0x2c, 0xd4, 0xbc, 0x0a);

const shown = (body: Uint8Array): string => {
  const { text, problems } = decode('t.csv', body);
  return [text ?? '（未读）', ...problems.map((p) => format(p).split('\n')[0])].join(' ｜ ');
};

describe('bytes of a table', () => {
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', bytes('指标,约'), '指标,约'],
    ['UTF-8 with a mark', bytes('\ufeff指标,约'), '指标,约'],
    ['GB18030', Uint8Array.of(...GBK, 0xb1, 0xed), '目录,约\n表 ｜ t.csv：文件是 GB18030（ANSI）编码，已按它读取'],
    [
      'the euro sign of GB18030',
      Uint8Array.of(...GBK, 0xa2, 0xe3),
      '目录,约\n€ ｜ t.csv：文件是 GB18030（ANSI）编码，已按它读取',
    ],
    [
      'UTF-16',
      Uint8Array.of(0xff, 0xfe, 0x07, 0x63, 0x2c, 0x00),
      '指, ｜ t.csv：文件是 UTF-16（“Unicode 文本”），已按它读取',
    ],
    [
      'UTF-16, big end first',
      Uint8Array.of(0xfe, 0xff, 0x63, 0x07, 0x00, 0x2c),
      '指, ｜ t.csv：文件是 UTF-16（“Unicode 文本”），已按它读取',
    ],
    ['UTF-8 with a NUL is not UTF-16', bytes('指标,约\0'), '指标,约\0'],
    [
      'UTF-8 that was cut',
      bytes('指标,约').subarray(0, -1),
      '（未读） ｜ t.csv 第1行：这一行“指标,”附近的字节不成文字（不是完整的 UTF-8），文件可能在传输时截断或被改坏',
    ],
    [
      'GB18030 that lost a byte',
      Uint8Array.of(...GBK, 0xd6, 0xb8, 0xb1, 0x2c),
      '（未读） ｜ t.csv 第2行：这一行“指”附近的字节不成文字（既不是完整的 UTF-8，也不是 GB18030），文件可能在传输时截断或被改坏',
    ],
    [
      'UTF-16 with half a letter',
      Uint8Array.of(0xff, 0xfe, 0x07, 0x63, 0x0a, 0x00, 0x00, 0xd8, 0x2c, 0x00),
      '（未读） ｜ t.csv 第2行：这一行的字节不成文字（不是完整的 UTF-16），文件可能在传输时截断或被改坏',
    ],
    ['nothing', new Uint8Array(), '（未读） ｜ t.csv：文件是空的，没有任何内容'],
    ['spaces', bytes(' \n'), '（未读） ｜ t.csv：文件是空的，没有任何内容'],
    ['the mark of UTF-16 alone', Uint8Array.of(0xff, 0xfe), '（未读） ｜ t.csv：文件是空的，没有任何内容'],
    [
      'a workbook',
      Uint8Array.of(0x50, 0x4b, 3, 4),
      '（未读） ｜ t.csv：这个文件其实是Excel 工作簿（.xlsx 或 .et），只是改了扩展名，不能当作 CSV 读取',
    ],
    [
      'an OFD document',
      Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes('\0\0OFD.xml')),
      '（未读） ｜ t.csv：这个文件其实是版式文件（.ofd），只是改了扩展名，不能当作 CSV 读取',
    ],
    ['a picture', bytes('GIF89a'), '（未读） ｜ t.csv：这个文件其实是图片，只是改了扩展名，不能当作 CSV 读取'],
    [
      'an old document',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, ...bytes('W\0o\0r\0d\0D\0o\0c\0u\0')),
      '（未读） ｜ t.csv：这个文件其实是旧版 Word 文件（.doc 或 .wps），只是改了扩展名，不能当作 CSV 读取',
    ],
    [
      'an old workbook',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
      '（未读） ｜ t.csv：这个文件其实是旧版 Excel 工作簿（.xls 或 .et），只是改了扩展名，不能当作 CSV 读取',
    ],
    [
      'a page',
      bytes('\n<html><table>'),
      '（未读） ｜ t.csv：这个文件其实是网页（HTML 或 XML），只是改了扩展名，不能当作 CSV 读取',
    ],
    [
      'too many',
      new Uint8Array(LIMIT.fileBytes + 1),
      '（未读） ｜ t.csv：文件有 21 MB，超过了 20 MB，不像是通报的表格',
    ],
  ])('%s', (_, body, expected) => expect(shown(body)).toBe(expected));
});

test.each([
  ['data/indicators.csv', '重新从 Excel 导出'],
  ['data/issues/48/comparison.csv', '重新从 Excel 导出'],
  ['data/issues/48/附件2.csv', '重新从 Excel 导出；这期没有这张表的，删除这个文件'],
  ['data/issues/48/facts.csv', '重新从 Excel 导出；正文没有要登记的数字的，删除这个文件'],
  ['data/units.csv', '重新从 Excel 导出；没有要加的单位的，删除这个文件'],
  ['data/corrections.csv', '从提交记录里恢复它，不要重新建；还没有公布过、更正过的，删除这个文件'],
])('%s that is empty: %s', (file, hint) => {
  expect(decode(file, new Uint8Array()).problems.map((p) => p.hint)).toEqual([hint]);
});

describe('a text is UTF-8 or nothing', () => {
  const told = (body: Uint8Array): string[] => decodeText('1.mdx', body).problems.map(format);

  test('told as another encoding, or of where it is broken', () => {
    expect(decodeText('1.mdx', bytes('正文')).text).toBe('正文');
    expect(told(Uint8Array.of(0xc4, 0xbf, 0xff))).toEqual([
      '1.mdx：正文文件必须是 UTF-8 编码，这个文件不是\n→ 用记事本打开，“另存为”时编码选 UTF-8',
    ]);
    expect(told(new Uint8Array(LIMIT.fileBytes + 1))).toEqual([
      '1.mdx：文件有 21 MB，超过了 20 MB，不像是通报的正文\n' +
        '→ 检查是否把图片或别的文件粘进了正文；图片放在 public 文件夹里，正文只写它的位置',
    ]);
    expect(told(Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes('word/document.xml')))).toEqual([
      '1.mdx：这个文件其实是Word 文件（.docx），只是改了扩展名，不能当作正文读取\n→ 通报是 Word 文件的，用 npm run new -- 期号 --from 文件.docx 写出正文；不要直接改扩展名',
    ]);
    expect(told(bytes('标题\r\n正文文').subarray(0, -1))).toEqual([
      '1.mdx 第2行：这一行“正文”附近的字节不成文字，正文文件可能在传输时截断或被改坏\n→ 从保存的原文件再提交一次；没有的，用记事本打开，照通报补好这一处，另存为 UTF-8 编码',
    ]);
    expect(told(bytes('正文\n\0'))).toEqual([
      '1.mdx 第2行：这一行开头的字节不成文字，正文文件可能在传输时截断或被改坏\n→ 从保存的原文件再提交一次；没有的，用记事本打开，照通报补好这一处，另存为 UTF-8 编码',
    ]);
  });
});
