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
} as const satisfies Record<string, Check>;
