import type { Check } from '../check.ts';

/** A bulletin as a whole. */
export const ISSUE = {
  'issue/no-text': {
    severity: 'error',
    title: '缺正文',
    message: '第{number}期有数据，没有正文',
    hint: '建立 content/issues/{number}.mdx',
    example: ['只有 data/issues/48/', 'content/issues/48.mdx'],
  },
  'issue/no-table': {
    severity: 'error',
    title: '缺对照表',
    message: '第{number}期没有对照表',
    hint: '建立 data/issues/{number}/comparison.csv',
    example: ['只有 48.mdx', 'data/issues/48/comparison.csv'],
  },
  'issue/fewer-rows': {
    severity: 'warning',
    title: '比上期少了几行',
    message: '“{found}”有 {count} 行，第{other}期的同名表有 {earlier} 行',
    hint: '核对是否漏了行；通报确实少了的，不必改',
    example: ['上期 6 行，本期 5 行', '两期都是 6 行'],
  },
  'issue/column-gone': {
    severity: 'warning',
    title: '比上期少了一类数',
    message: '“{found}”一个“{role}”的数也没有，第{other}期的同名表有“{column}”',
    hint: '核对是否漏了列，或者整列没有填；通报确实没有的，不必改',
    example: ['上期有“2020年达到水平”，本期没有', '本期有“2021年达到水平”'],
  },
} as const satisfies Record<string, Check>;
