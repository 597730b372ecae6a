import type { Check } from '../check.ts';

/** The ledger and its records. */
export const LEDGER = {
  'ledger/broken': {
    severity: 'error',
    title: '公布台账被改动',
    message: '公布台账这一行与程序写下的不符，或者前后断开了',
    hint: '台账只由程序写，不能手工改；请恢复原来的文件',
    example: ['手工改了发布日期', '恢复原文件'],
  },
  'ledger/record': {
    severity: 'error',
    title: '公布存档不符',
    message: '第{issue}期第{version}版的存档不见了，或与台账的 sha256 不符',
    hint: '存档只由程序写，不能手工改；请恢复原来的文件',
    example: ['删掉 data/published/48-v1.csv', '恢复原文件'],
  },
  'ledger/stray': {
    severity: 'error',
    title: '台账缺行',
    message: '有这一版的存档，公布台账里却没有它',
    hint: '台账只由程序写，不能删行；请恢复原来的 data/published.csv。公布时中断了的，再公布一次',
    example: ['删掉台账的一行', '恢复原文件'],
  },
} as const satisfies Record<string, Check>;
