import type { Check } from '../check.ts';

/** What belongs to a person. */
export const PRIVACY = {
  'privacy/column': {
    severity: 'error',
    title: '个人信息列',
    message: '“{found}”列像是个人信息，不能公开',
    hint: '删掉这一列',
    example: ['联系人', '（删去这一列）'],
  },
  'privacy/phone': {
    severity: 'error',
    title: '电话号码',
    message: '“{found}”像是电话号码，不能公开',
    hint: '删掉；公开的服务热线请写成专有名称，放进文件头的 names',
    example: ['138********', '（删去）'],
  },
  'privacy/id-number': {
    severity: 'error',
    title: '身份证号',
    message: '“{found}”像是身份证号，不能公开',
    hint: '删掉；已经提交过的，请告诉维护人员从历史里清除',
    example: ['18 位号码', '（删去）'],
  },
} as const satisfies Record<string, Check>;
