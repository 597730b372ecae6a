import type { Check } from '../check.ts';

/** The registry of units. */
export const UNIT = {
  'unit/no-name': {
    severity: 'error',
    title: '单位没有名称',
    message: '这一行没有写单位',
    hint: '在“单位”列写上单位，不用的行删掉',
    example: ['（空）,计数,', '趟,计数,趟'],
  },
  'unit/known': {
    severity: 'error',
    title: '单位已有',
    message: '“{found}”已经是认识的单位，不能另作解释',
    hint: '删掉这一行或这个写法',
    example: ['件,评分,分', '只写程序不认识的单位'],
  },
  'unit/digits': {
    severity: 'error',
    title: '单位带数字',
    message: '单位“{found}”以数字开头或结尾，会与数混在一起',
    hint: '写成汉字，如“每百户一辆”写作“辆/百户”',
    example: ['辆/100', '辆/百户'],
  },
  'unit/kind': {
    severity: 'error',
    title: '单位的类别',
    message: '不认识类别“{found}”',
    hint: '写这些类别之一：{kinds}',
    example: ['数量', '计数'],
  },
} as const satisfies Record<string, Check>;
