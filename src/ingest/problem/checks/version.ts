import type { Check } from '../check.ts';

/** What has been published before. */
export const VERSION = {
  'version/changed': {
    severity: 'error',
    title: '已公布的内容被改动',
    message: '第{issue}期第{version}版公布的是“{was}”，现在是“{found}”',
    hint: '不该改的，{back}；该改的，在 data/corrections.csv 末尾加一行{first}：{line}',
    example: ['97.2% 改成 97.3%，没有记录', '在更正记录里登记'],
  },
  'version/row-gone': {
    severity: 'error',
    title: '已公布的行不见了',
    message: '第{issue}期第{version}版有“{found}”的“{column}”（{was}），现在没有了',
    hint: '恢复这一行；公布过的数不能删，确实作废的，改成“未列”并在更正记录里登记',
    example: ['删掉一行', '恢复这一行'],
  },
  'version/row-new': {
    severity: 'error',
    title: '公布以后加的行',
    message: '“{found}”这一行在第{issue}期第{version}版里没有',
    hint: '不该加的，删掉；该加的，在 data/corrections.csv 末尾加一行{first}：{line}',
    example: ['加了一行，没有记录', '列写“整行”'],
  },
  'version/column': {
    severity: 'error',
    title: '已公布的列不见了',
    message: '第{issue}期第{version}版有“{found}”这一列，现在没有了{near}',
    hint: '表头照公布时的写法写“{found}”；公布过的列不能删，也不能改名',
    example: ['“2020年达到水平”改成“2021年达到水平”', '2020年达到水平'],
  },
  'version/name': {
    severity: 'error',
    title: '已公布的名称被改动',
    message: '第{issue}期第{version}版公布的名称是“{was}”，照现在的指标名录会变成“{found}”',
    hint: '“{was}”是名录里原来的名称的，改回来，新的叫法写进别名；是后来写进别名的，从别名里去掉',
    example: ['改了名录里的名称', '新的叫法写进别名'],
  },
  'version/code': {
    severity: 'error',
    title: '已公布的编码被改动',
    message: '第{issue}期第{version}版公布的“{name}”编码是“{found}”，现在不是了',
    hint: '恢复原来的编码；网址里有编码，公开以后不能改',
    example: ['改了名录里的编码', '原来的编码'],
  },
  'version/direction': {
    severity: 'error',
    title: '已公布的方向被改动',
    message: '第{issue}期第{version}版公布时，“{name}”的{column}是“{was}”，现在是“{found}”，已经公布的结果会跟着变',
    hint: '改回“{was}”；确实要改{column}的，用新的编码另外登记一个指标',
    example: ['越高越好 改成 越低越好', '越高越好'],
  },
  'version/order': {
    severity: 'error',
    title: '行的次序变了',
    message: '从“{found}”起，第{issue}期各行各列的次序与第{version}版公布的不同',
    hint: '照公布时的次序排列，新加的行放在最后',
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
