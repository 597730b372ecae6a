import { expect, test } from 'vitest';
import { CHECKS } from '../../../src/ingest/problem/checks.ts';
import { format, inOrder, problem } from '../../../src/ingest/problem/problem.ts';

test('a problem is told with its file, row, cell, column and cure', () =>
  expect(
    format(
      problem(
        'value/bare-missing',
        { file: 'data/issues/48/comparison.csv', line: 8, row: 7, cell: 'G7', column: '2020年省定目标' },
        '—',
      ),
    ),
  ).toBe(
    'data/issues/48/comparison.csv 第7行 G7 “2020年省定目标”：“—”看不出是没有数、不适用还是漏填\n→ 写“暂缺”“未公布”“不适用”或“未列”，原因写在备注',
  ));

test('a line stands in where there is no row', () =>
  expect(format(problem('mdx/heading', { file: 'a.mdx', line: 3 }, '# 一'))).toContain('a.mdx 第3行：'));

test('what cannot be seen is shown, and long text is cut', () => {
  const p = problem('value/unreadable', { file: 'a' }, `\u200b\n\u202e\u3000${'长'.repeat(100)}`);
  expect(p.message).toContain('“[U+200B]⏎[U+202E][U+3000]长');
  expect(p.message).toContain('长…”');
  expect(p.message.length).toBeLessThan(120);
});

test('problems are told in the order in which a file is read', () => {
  const at = (row: number, cell: string) => problem('value/blank', { file: 'a', line: row, row, cell });
  expect(inOrder([at(10, 'A10'), at(2, 'AA2'), at(2, 'B2')]).map((p) => p.cell)).toEqual(['B2', 'AA2', 'A10']);
});

test.each(Object.entries(CHECKS))('%s says what is wrong and what to type', (code, check) => {
  expect(code).toMatch(/^[a-z-]+\/[a-z0-9-]+$/);
  for (const text of [check.title, check.message, check.hint]) expect(text).toMatch(/\p{Script=Han}|^\{cure\}$|^—$/u);
  expect(check.message + check.hint).not.toContain('undefined');
});
