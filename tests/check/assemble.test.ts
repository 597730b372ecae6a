import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/check/assemble.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { FACTS, REGISTRY, TABLE, TEXT, textOf, told, valid, type Root } from '../ingest/bulletin.ts';

// Files of a root.

describe('a file is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'copied',
      valid().set('data/issues/1/comparison (1).csv', 'x'),
      [
        'data/issues/1/comparison (1).csv：文件名“comparison (1).csv”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'with capitals',
      valid().set('data/issues/1/comparison.CSV', 'x'),
      [
        'data/issues/1/comparison.CSV：文件名“comparison.CSV”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'of Excel, left open',
      valid().set('data/issues/1/~$comparison.xlsx', 'x'),
      [
        'data/issues/1/~$comparison.xlsx：文件名“~$comparison.xlsx”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'in a folder with a leading zero',
      valid().set('data/issues/01/facts.csv', 'x'),
      [
        'data/issues/01/facts.csv：文件名“facts.csv”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'of text with another ending',
      valid().set('content/issues/2.md', 'x'),
      [
        'content/issues/2.md：文件名“2.md”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'of text in Chinese',
      valid().set('content/issues/第2期.mdx', 'x'),
      [
        'content/issues/第2期.mdx：文件名“第2期.mdx”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'under data',
      valid().set('data/indicators (1).csv', 'x'),
      [
        'data/indicators (1).csv：文件名“indicators (1).csv”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a renamed file is told once', () => {
  test.each<[string, Root, string[]]>([
    [
      'the table',
      new Map([...valid()].map(([path, body]) => [path === TABLE ? 'data/issues/1/Comparison.csv' : path, body])),
      [
        'data/issues/1/Comparison.csv：文件名“Comparison.csv”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'the facts',
      new Map([...valid()].map(([path, body]) => [path === FACTS ? 'data/issues/1/facts.xls' : path, body])),
      [
        'data/issues/1/facts.xls：文件名“facts.xls”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
    [
      'the text',
      new Map([...valid()].map(([path, body]) => [path === TEXT ? 'content/issues/1.MDX' : path, body])),
      [
        'content/issues/1.MDX：文件名“1.MDX”不认识\n→ 正文用“期号.mdx”（如 48.mdx），数据文件夹用期号；对照表用 comparison.csv，正文数字用 facts.csv，别的表用通报里的表名，如 附件1.csv；副本和临时文件请删除',
      ],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('an issue is told', () => {
  test.each<[string, Root, string[]]>([
    [
      'without its table',
      new Map([...valid()].filter(([path]) => path !== TABLE)),
      ['data/issues/1/comparison.csv：第1期没有对照表\n→ 建立 data/issues/1/comparison.csv'],
    ],
    [
      'without its text',
      new Map([...valid()].filter(([path]) => path !== TEXT)),
      ['content/issues/1.mdx：第1期有数据，没有正文\n→ 建立 content/issues/1.mdx'],
    ],
    [
      'that is only a text',
      valid().set('content/issues/2.mdx', textOf(TEXT)),
      ['data/issues/2/comparison.csv：第2期没有对照表\n→ 建立 data/issues/2/comparison.csv'],
    ],
  ])('%s', (_, root, expected) => expect(told(root)).toEqual(expected));
});

describe('a failure that no check foresaw is one problem of the file that was read', () => {
  const failing = (path: string): readonly string[] => {
    const files = [...valid()].map(([name, body]) => ({ path: name, bytes: new TextEncoder().encode(body as string) }));
    const broken = { path, bytes: undefined as unknown as Uint8Array };
    return assemble(files.map((file) => (file.path === path ? broken : file))).problems.map(format);
  };

  test.each([TEXT, REGISTRY])('%s', (path) => {
    expect(failing(path)).toEqual([
      `${path}：检查到这里时程序出了意外（TypeError: Cannot read properties of undefined (reading 'len…）\n→ 这是程序的缺陷，请把这个文件交给维护人员`,
    ]);
  });
});
