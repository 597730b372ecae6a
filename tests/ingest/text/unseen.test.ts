import { describe, expect, test } from 'vitest';
import { printableJson, printableLines, revealed } from '../../../src/ingest/text/unseen.ts';
import { hasInvisible, visible } from '../../../src/ingest/text/letters.ts';
import { FACTS, replace, TEXT, told, write } from '../bulletin.ts';

const letter = (code: number): string => String.fromCodePoint(code);

/** Letters that show as nothing, one of each kind. */
const BLANK: readonly [string, number][] = [
  ['a zero-width space', 0x200b],
  ['a soft hyphen', 0xad],
  ['a Hangul filler', 0x3164],
  ['a half-width Hangul filler', 0xffa0],
  ['a blank braille cell', 0x2800],
  ['a tag', 0xe0041],
  ['a variation selector', 0xfe0f],
  ['a supplementary variation selector', 0xe0100],
];

describe('an unseen letter', () => {
  test.each(BLANK)('%s is taken out of a cell, and told', (_, code) => {
    expect([visible(`97${letter(code)}.2%`), hasInvisible(letter(code))]).toEqual(['97.2%', true]);
    expect(
      told(write(FACTS, 'A2', `法定办结${letter(code)}时限压缩比`)).filter((line) => line.includes('看不见')),
    ).toEqual([expect.stringContaining(`[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`)]);
  });

  test('that can hide words is refused in the text', () => {
    expect(told(replace(TEXT, '## 附表', `受理${letter(0xe0041)}。\n\n## 附表`))).toEqual([
      'content/issues/1.mdx 第18行：“受理[U+E0041]。”里有看不见的控制字符，会让显示与实际不同\n→ 删掉这一格，手工重新输入',
    ]);
  });
});

describe('what is printed', () => {
  test.each([
    ['甲\n乙\r丙\t丁', '甲⏎乙⏎丙⇥丁'],
    ['\u001b[31m\u202e', '[U+001B][31m[U+202E]'],
    ['甲\u3000\u00a0乙', '甲[U+3000][U+00A0]乙'],
    [`甲${letter(0xe0041)}`, '甲[U+E0041]'],
  ])('%j is %s', (text, shown) => expect(revealed(text)).toBe(shown));

  test('keeps its lines, and none is a command', () => {
    expect(printableLines('甲\n::error::乙\u001b')).toBe('甲\n：：error::乙[U+001B]');
  });

  test('is the same data as JSON', () => {
    const data = { 甲: `\u202e\u2028${letter(0xe0041)}\u007f乙` };
    const json = printableJson(JSON.stringify(data));
    expect(json).toBe('{"甲":"\\u202e\\u2028\\udb40\\udc41\\u007f乙"}');
    expect(JSON.parse(json)).toEqual(data);
  });
});
