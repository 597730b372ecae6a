import type { Check } from '../check.ts';

/** What has been published before. */
export const VERSION = {
  'version/changed': {
    severity: 'error',
    title: '已公布的内容被改动',
    message: '第{issue}期第{version}版公布的是“{was}”，现在是“{found}”',
    hint: '不该改的，{back}；该改的，把下面一行粘贴到 data/corrections.csv 的末尾{first}，写上日期、原因和批准人',
    example: ['97.2% 改成 97.3%，没有记录', '在更正记录里登记'],
  },
  'version/row-gone': {
    severity: 'error',
    title: '已公布的行不见了',
    message: '第{issue}期第{version}版有“{found}”这一行，现在没有了',
    hint: '不该删的，恢复这一行；确实撤回的，把下面一行粘贴到 data/corrections.csv 的末尾{first}，写上日期、原因和批准人',
    example: ['删掉一行，没有记录', '列写“整行”，新值写“撤回”'],
  },
  'version/row-new': {
    severity: 'error',
    title: '公布以后加的行',
    message: '“{found}”这一行在第{issue}期第{version}版里没有',
    hint: '不该加的，删掉；该加的，把下面一行粘贴到 data/corrections.csv 的末尾{first}，写上日期、原因和批准人',
    example: ['加了一行，没有记录', '列写“整行”，新值写“新增”'],
  },
  'version/code': {
    severity: 'error',
    title: '已公布的编码被改动',
    message: '第{issue}期第{version}版公布的“{name}”编码是“{found}”，名录里现在没有这个编码',
    hint: '恢复原来的编码；网址里有编码，公开以后不能改',
    example: ['改了名录里的编码', '原来的编码'],
  },
  'version/address': {
    severity: 'error',
    title: '已公布的网址不见了',
    message: '第{issue}期第{version}版公布过的网址“{found}”，这样下去就没有了',
    hint: '恢复这一页的内容；公布过的网址不能失效',
    example: ['删掉一张表', '恢复这张表，或者用“撤回”登记'],
  },
  'version/order': {
    severity: 'error',
    title: '行的次序变了',
    message: '“{found}”这一行的次序与第{issue}期第{version}版公布的不同',
    hint: '照公布时的次序排列',
    example: ['两行调换', '照原来的次序'],
  },
  'version/withdrawn': {
    severity: 'error',
    title: '已公布的通报不见了',
    message: '第{found}期已经公布，现在没有了，或者改成了草稿',
    hint: '恢复 content/issues/{found}.mdx 和 data/issues/{found}/；公布过的网址不能失效',
    example: ['删掉 48.mdx', '恢复 48.mdx'],
  },
} as const satisfies Record<string, Check>;
