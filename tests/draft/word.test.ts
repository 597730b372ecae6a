import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { draft, type Draft } from '../../src/draft/draft.ts';
import { readWord, type Word } from '../../src/draft/word/html.ts';
import { prepare } from '../../src/draft/word/package.ts';
import { EMPTY } from '../../src/ingest/table/registry.ts';
import { wordFile } from './word-file.ts';

async function drafted(name: string, number = 49): Promise<{ d: Draft; text: string; facts: string; table: string }> {
  const d = draft(number, await wordFile(name), {}, EMPTY);
  if ('reason' in d) throw new Error(d.reason);
  const file = (path: string): string => d.files.get(path) ?? '';
  return {
    d,
    text: file(`content/issues/${number}.mdx`),
    facts: file(`data/issues/${number}/facts.csv`),
    table: file(`data/issues/${number}/comparison.csv`),
  };
}

const said = (d: Draft, kind: string): string[] => d.decisions.filter((x) => x.kind === kind).map((x) => x.message);

describe('of a Word file', () => {
  test('words struck out, once or twice, are listed and never joined to the number beside them', async () => {
    const { d, text, facts } = await drafted('strikethrough');
    expect(text).toContain('（二）减免费用。为1234家新办企业免费刻制印章，节约费用98万元。');
    expect(facts).not.toMatch(/1111|7798/);
    expect(said(d, 'left-out')).toEqual(['划掉的“1111”', '划掉的“77”']);
  });

  test('raised digits stay raised and are none of the number before them', async () => {
    const { d, text, facts } = await drafted('superscript');
    expect(text).toContain('占地 3×10⁴平方米，为1234家²新办企业');
    expect(facts).toContain(',1234,家,');
    expect(said(d, 'raised')).toEqual(['“地 3×10⁴”、“为1234家²”']);
  });

  test('a text box stands as a paragraph behind its own, also without a form for older programs', async () => {
    const { text, facts } = await drafted('textbox-nofallback');
    expect(text).toContain('（二）减免费用。节约费用98万元。\n\n亮点：为4321家企业免费刻章。\n\n（三）减免费用。');
    expect(facts).toContain(',4321,家,');
  });

  test('a header is listed', async () => {
    const { d, text } = await drafted('header');
    expect(said(d, 'left-out')).toEqual(['页眉“平营商办〔2021〕17号 秘密 登记号 3579”']);
    expect(text).not.toContain('3579');
  });

  test('numbers that Word counts become text, and are listed', async () => {
    const { d, text } = await drafted('autonum-para');
    expect(text.match(/^(?:## )?(?:[一二]、|（[一二]）).{4}/gm)).toEqual([
      '## 一、整改提升',
      '（一）企业开办',
      '## 二、整改提升',
      '（一）压缩开办',
      '（二）减免费用',
    ]);
    expect(said(d, 'numbering')).toEqual([
      '5 段的编号是 Word 自动加的，已照 Word 的数法写成文字：“一、整改提升目标及成效”“（一）企业开办环节。20…”“二、整改提升措施”“（一）压缩开办时间。截止…”“（二）减免费用。为123…”',
    ]);
  });

  test('a number that looks like a hotline and is counted is a number', async () => {
    const { d, facts } = await drafted('header');
    expect(facts).toContain('新登记企业,12345,户,2020年底,');
    expect(said(d, 'names')).toEqual([]);
  });

  test('two targets side by side are two columns', async () => {
    const { d, table, text } = await drafted('two-targets', 70);
    expect(table.replace('\ufeff', '').split('\r\n').slice(0, 3)).toEqual([
      '序号,组,指标,单位,层级,2022年水平,2023年省定目标,2023年市定目标,2023年达到水平,达到时点,国内前沿水平,出处,备注',
      '1,附表,满意率,%,,90%,95%,97%,96%,,,附表第1行,',
      '2,附表,按时办结率,%,,90%,95%,97%,98%,,,附表第2行,',
    ]);
    expect(text).toContain('现通报如下。\n\n<Comparison group="附表" />\n');
    expect(d.times).toEqual(['2022年水平', '2023年省定目标', '2023年市定目标', '2023年达到水平']);
  });
});

/** A Word file of such a body, with what else it holds. */
async function typed(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Word> {
  const xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="m" xmlns:c="c"';
  const rels = 'http://schemas.openxmlformats.org';
  const all: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${rels}/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${rels}/package/2006/relationships"><Relationship Id="r1" Type="${rels}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${xmlns}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const bytes = zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])));
  const prepared = prepare(bytes);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(prepared.bytes) });
  return { ...readWord(value), counted: prepared.counted, unseen: prepared.unseen };
}

const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

const lines = ({ parts }: Word): string[] => parts.flatMap((part) => (part.kind === 'line' ? [part.text] : []));

describe('numbers that Word counts', () => {
  const level = (at: number, format: string, text: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = (levels: string, more = ''): Record<string, string> => ({
    'word/numbering.xml': `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${more}</w:numbering>`,
  });
  const item = (text: string, at = 0, list = 1): string =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('go on over a paragraph between, and begin again below a higher level', async () => {
    const word = await typed(
      [item('甲'), item('子', 1), paragraph('一段'), item('丑', 1), item('乙'), item('寅', 1)].join(''),
      numbering(level(0, 'chineseCountingThousand', '%1、') + level(1, 'decimal', '%1.%2 ')),
    );
    // A level that is shown in the number below it is counted in its own letters.
    expect(lines(word)).toEqual(['一、甲', '一.1 子', '一段', '一.2 丑', '二、乙', '二.1 寅']);
  });

  test.each([
    ['taiwaneseCountingThousand', '十二、'],
    ['decimalEnclosedCircle', '⑫、'],
    ['upperLetter', 'L、'],
    ['decimal', '12、'],
  ])('are written as %s', async (format, label) => {
    const word = await typed(
      Array.from({ length: 12 }, () => item('甲')).join(''),
      numbering(level(0, format, '%1、')),
    );
    expect(lines(word)[11]).toBe(`${label}甲`);
  });

  test('begin where a list says so', async () => {
    const anew =
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const word = await typed(item('甲') + item('乙', 0, 2), numbering(level(0, 'decimal', '%1.'), anew));
    expect(lines(word)).toEqual(['1.甲', '5.乙']);
  });

  test('of a format that is not known are left to a person', async () => {
    const word = await typed(item('甲'), numbering(level(0, 'hebrew1', '%1.')));
    expect(lines(word)).toEqual(['甲']);
    expect(word.counted).toEqual([]);
  });

  test('may come from the style of a paragraph', async () => {
    const styles = `<w:styles><w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="own"><w:basedOn w:val="base"/></w:style></w:styles>`;
    const word = await typed(paragraph('甲', '<w:pStyle w:val="own"/>'), {
      ...numbering(level(0, 'chineseCounting', '第%1章')),
      'word/styles.xml': styles,
    });
    expect(lines(word)).toEqual(['第一章甲']);
  });
});

test('what the conversion passes over is told: formulas, charts, deletions, footers, but no page number', async () => {
  const { unseen } = await typed(
    [
      '<w:p><w:r><w:t>正文</w:t></w:r><m:oMath><m:r><m:t>x=1&lt;2</m:t></m:r></m:oMath></w:p>',
      '<w:p><w:del><w:r><w:delText>原为五项</w:delText></w:r></w:del></w:p>',
      '<w:p><w:r><w:drawing><c:chart/></w:drawing></w:r></w:p>',
    ].join(''),
    {
      'word/footer1.xml': '<w:ftr><w:p><w:r><w:t>内部资料</w:t></w:r></w:p></w:ftr>',
      'word/footer2.xml': '<w:ftr><w:p><w:r><w:t>— 1 —</w:t></w:r></w:p></w:ftr>',
    },
  );
  expect(unseen).toEqual(['页脚“内部资料”', '公式“x=1<2”', '修订中删去的“原为五项”', '1 张图表']);
});
