import type { Check } from '../check.ts';

/** A line of the registry of indicators. */
export const REGISTRY = {
  'row/code': {
    severity: 'error',
    title: '编码',
    message: '编码“{found}”不合规则',
    hint: '用小写英文字母、数字和连字符，不超过 60 个，如 online-share；不要用 group- 加数字',
    example: ['网上可办率', 'online-share'],
  },
  'row/reserved-code': {
    severity: 'error',
    title: '编码不能用作文件夹名',
    message: '编码“{found}”是 Windows 保留的名称，不能用作文件夹名',
    hint: '换一个编码，如 {found}-share',
    example: ['aux', 'aux-share'],
  },
  'row/code-clash': {
    severity: 'error',
    title: '编码重复',
    message: '编码“{found}”与第{other}行重复',
    hint: '换一个编码；已经公开的编码不能改',
    example: ['两行 online-share', '每行一个编码'],
  },
  'row/name-clash': {
    severity: 'error',
    title: '名称重复',
    message: '“{found}”与第{other}行的名称或别名相同',
    hint: '改名，或从别名里删掉它',
    example: ['两行“网上可办率”', '每个名称只归一个指标'],
  },
  'row/direction': {
    severity: 'error',
    title: '方向',
    message: '方向“{found}”不认识',
    hint: '写“越高越好”“越低越好”或“中性”',
    example: ['越小越好', '越低越好'],
  },
  'row/bound': {
    severity: 'error',
    title: '上下限',
    message: '“{found}”不是数',
    hint: '写数字，如 0、100；没有的空着',
    example: ['一百', '100'],
  },
  'row/bounds-reversed': {
    severity: 'error',
    title: '上下限颠倒',
    message: '下限 {lower} 不小于上限 {upper}',
    hint: '核对两个数',
    example: ['下限 100，上限 0', '下限 0，上限 100'],
  },
  'row/definition-break': {
    severity: 'error',
    title: '口径变更',
    message: '口径变更“{found}”读不懂',
    hint: '写成“第50期起：改按新口径统计”，写明从哪一期起、怎样变；有几次变更的，用；隔开',
    example: ['2020年起改口径', '第50期起：改按新口径统计'],
  },
  'row/duplicate-definition-break': {
    severity: 'error',
    title: '口径变更重复',
    message: '“{found}”：第{issue}期的口径变更写了两次',
    hint: '同一期的变更合成一条；期号写错的，改正期号',
    example: ['第50期起：甲；第50期起：乙', '第50期起：甲，并且乙'],
  },
} as const satisfies Record<string, Check>;
