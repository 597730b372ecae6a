import type { Check } from '../check.ts';

/** The log of corrections. */
export const CORRECTION = {
  'correction/blank': {
    severity: 'error',
    title: '更正记录缺项',
    message: '这一格是空的',
    hint: '更正记录的“{found}”必须写明',
    example: ['原因一列空着', '录入时看错行'],
  },
  'correction/date': {
    severity: 'error',
    title: '更正日期',
    message: '日期“{found}”不是某一天',
    hint: '写成 2026-12-01',
    example: ['12月初', '2026-12-01'],
  },
  'correction/issue': {
    severity: 'error',
    title: '更正的期号',
    message: '“{found}”不是已有的一期',
    hint: '写被更正的通报的期号，如 48',
    example: ['四十八', '48'],
  },
  'correction/kind': {
    severity: 'error',
    title: '更正类别',
    message: '类别“{found}”不认识',
    hint: '写“更正”（原来错了）、“修订”（按计划改）或“更新”（有了新情况）',
    example: ['修改', '更正'],
  },
  'correction/same': {
    severity: 'error',
    title: '前后相同',
    message: '原值与新值都是“{found}”，没有更正什么',
    hint: '原值写公布时的写法，新值写现在的写法；没有改动的，删掉这一行',
    example: ['97.2%,97.2%', '97.2%,97.3%'],
  },
  'correction/no-cell': {
    severity: 'error',
    title: '找不到更正的格',
    message: '第{issue}期的表里没有“{found}”的“{column}”',
    hint: '指标照表里的名称写，列照表头写，如 2020年达到水平；正文数字的列是“数值”',
    example: ['指标写“可办率”', '网上政务服务事项可办率'],
  },
  'correction/ambiguous-cell': {
    severity: 'error',
    title: '更正的格不止一处',
    message: '第{issue}期“{found}”的“{column}”有 {count} 处',
    hint: '在更正记录里加“出处”一列，写明是哪一处',
    example: ['出处空着', '二(一)'],
  },
  'correction/new-value': {
    severity: 'error',
    title: '新值对不上',
    message: '更正记录的新值是“{found}”，{where}是“{now}”',
    hint: '把两处改成一样的写法；{then}',
    example: ['新值 97.3%，表里 97.4%', '新值 97.3%，表里 97.3%'],
  },
  'correction/old-value': {
    severity: 'error',
    title: '原值对不上',
    message: '更正记录的原值是“{found}”，第{version}版公布的是“{was}”',
    hint: '原值照公布时的写法写：{was}',
    example: ['原值 97%，公布的是 97.2%', '原值 97.2%'],
  },
  'correction/changed-entry': {
    severity: 'error',
    title: '更正记录被改动',
    message: '第{version}版公布时已经有的更正记录被改动、调换或删掉了',
    hint: '已经公布的更正记录不能再改；恢复原样，有新的情况另记一行',
    example: ['改写旧的原因', '在末尾另加一行'],
  },
  'correction/unreadable': {
    severity: 'error',
    title: '原值读不通',
    message: '照更正记录恢复第{version}版时，“{found}”读不通：{problem}',
    hint: '原值照公布时的写法写',
    example: ['原值 97..2%', '97.2%'],
  },
} as const satisfies Record<string, Check>;
