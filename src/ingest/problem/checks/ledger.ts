import type { Check } from '../check.ts';

/** The ledger and its records. */
export const LEDGER = {
  'ledger/broken': {
    severity: 'error',
    title: '公布台账被改动',
    message: '公布台账这一行与程序写下的不符，或者前后断开了',
    hint: '台账只由程序写，不能手工改；请恢复原来的文件。两个人分头公布以后合并的，运行 npm run release -- --again',
    example: ['手工改了发布日期', '恢复原文件'],
  },
  'ledger/conflict': {
    severity: 'error',
    title: '台账合并没有做完',
    message: '“{found}”这一行是两个人分头公布、合并时留下的',
    hint: '不要手工改台账，运行 npm run release -- --again，程序把两边的行接在一起',
    example: ['<<<<<<< HEAD', 'npm run release -- --again'],
  },
  'ledger/record': {
    severity: 'error',
    title: '公布存档不符',
    message: '第{issue}期第{version}版的存档不见了，或与台账的 sha256 不符',
    hint: '存档只由程序写，不能手工改；请恢复原来的文件夹',
    example: ['改了 data/published/48/v1/ 里的文件', '恢复原文件'],
  },
  'ledger/stray': {
    severity: 'error',
    title: '台账缺行',
    message: '有这一版的存档，公布台账里却没有它',
    hint: '台账只由程序写，不能删行；请恢复原来的 data/published.csv。公布时中断了的，再公布一次',
    example: ['删掉台账的一行', '恢复原文件'],
  },
  'ledger/removed': {
    severity: 'error',
    title: '公布台账少了行',
    message: '第{issue}期第{version}版（{date}公布）在提交 {found} 里记入了台账，现在没有了，或者被改动了',
    hint: '恢复台账的这一行和它的存档；公布过的版本不能删，也不能改',
    example: ['删掉台账的行，从第1版重新公布', '恢复原文件'],
  },
  'ledger/unasked': {
    severity: 'warning',
    title: '问不到提交历史',
    message: 'git 没有回答，无法核对台账有没有被删改：{found}',
    hint: '照它的提示处理，再检查一次',
    example: ['文件夹属于另一个用户', 'git config --global --add safe.directory 文件夹'],
  },
  'ledger/shallow': {
    severity: 'warning',
    title: '没有完整的提交历史',
    message: '这里只取了一部分提交历史，无法核对台账有没有被删改',
    hint: '运行 git fetch --unshallow，再检查一次；在工作流里写 fetch-depth: 0',
    example: ['actions/checkout 不写 fetch-depth', 'fetch-depth: 0'],
  },
  'ledger/not-as-published': {
    severity: 'error',
    title: '与已经公开的网站不符',
    message: '已经公开的网站上有“{found}”，这里没有',
    hint: '恢复它；公布过的版本和网址都不能删改',
    example: ['台账少了一行', '恢复原文件'],
  },
} as const satisfies Record<string, Check>;
