import { describe, expect, test } from 'vitest';
import { FORMATS, reportIn } from '../../src/cli/report.ts';
import { format, problem } from '../../src/ingest/problem/problem.ts';
import { FACTS, read, replace, TEXT, valid, write, type Root } from '../ingest/bulletin.ts';

const ESC = '\u001b';

const ROOTS: readonly [string, Root][] = [
  ['a file name with an escape sequence', valid().set(`data/issues/1/${ESC}[31m红.csv`, 'x')],
  ['a file name of several lines', valid().set('data/issues/1/a\n::error file=x::被改\r::warning::b.csv', 'x')],
  ['a folder name of several lines', valid().set('data/issues/1\n::error::a/facts.csv', 'x')],
  ['a cell of several lines', write(FACTS, 'B2', `甲\n::error::乙${ESC}[2J`)],
  ['a cell with letters of direction', write(FACTS, 'B2', '甲\u202e乙\u2066')],
  ['a cell with tags', write(FACTS, 'B2', `甲${String.fromCodePoint(0xe0041, 0xe0042)}`)],
  ['a place of several lines', write(FACTS, 'F2', '一(一)\n::error::二')],
  ['a text with an escape sequence', replace(TEXT, '## 附表', `受理${ESC}[31m红\u0085。\n\n## 附表`)],
  ['a key with a line separator', replace(TEXT, 'topic:', 'top\u2028ic:')],
];

/** Letters that act on a terminal or on the order of letters, line ends aside. */
const ACTING = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

describe.each(ROOTS)('%s', (_, root) => {
  const found = read(root);

  test('is a problem', () => {
    expect(found.problems.some((p) => p.severity !== 'notice')).toBe(true);
  });

  test.each(FORMATS)('is printed as %s without a letter that acts', (format) => {
    expect(ACTING.exec(reportIn(format, found))).toBe(null);
  });

  test.each(['text', 'json'] as const)('starts no line of %s with a command', (format) => {
    expect(reportIn(format, found).match(/^::.*/gm)).toBe(null);
  });

  test('is one command of GitHub for each problem', () => {
    const lines = reportIn('github', found).split('\n');
    expect(lines.length).toBe(found.problems.length);
    for (const line of lines)
      expect(line).toMatch(/^::(?:error|warning|notice) file=[^:,]+(?:,line=\d+)?,title=[^:,]+::/);
  });

  test('keeps its data in JSON', () => {
    const { problems } = JSON.parse(reportIn('json', found)) as { problems: unknown };
    expect(problems).toEqual(JSON.parse(JSON.stringify(found.problems)));
  });
});

describe('in full', () => {
  test('a file name', () => {
    const [line] = reportIn('text', read(ROOTS[1]![1])).split('\n');
    expect(line).toBe(
      '［错误］data/issues/1/a⏎::error file=x::被改⏎::warning::b.csv：文件名“a⏎::error file=x::被改⏎::warning::b.csv”不认识',
    );
  });

  test('the suggested line of a correction', () => {
    const words = { issue: 1, version: 1, was: '1', first: '', back: '' };
    const paste = ['2021-01-25', '1', `甲${ESC}[31m\n::error::x`];
    const p = { ...problem('version/changed', { file: 'a.csv' }, '2', words), paste };
    expect(format(p)).toContain('\n2021-01-25\t1\t甲[U+001B][31m⏎::error::x');
  });
});
