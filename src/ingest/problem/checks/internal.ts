import type { Check } from '../check.ts';

/** The program itself. */
export const INTERNAL = {
  'internal/unexpected': {
    severity: 'error',
    title: '检查程序出错',
    message: '检查到这里时程序出了意外（{found}）',
    hint: '这是程序的缺陷，请把这个文件交给维护人员',
    example: ['—', '—'],
  },
} as const satisfies Record<string, Check>;
