import type { Check } from '../check.ts';

/** The text held against the data. */
export const PROSE = {
  'prose/unregistered-number': {
    severity: 'error',
    title: '正文的数没有登记',
    message: '“{found}”在数据里找不到（{place}，“{context}”）{near}',
    hint: '在 data/issues/{number}/facts.csv 加一行，出处写“{place}”；是专有名称的，写进文件头的 names',
    example: ['新增 77 项', 'facts.csv 加一行：新增事项,77,项'],
  },
  'prose/differs': {
    severity: 'error',
    title: '正文与数据不一致',
    message: '正文写“{found}”，数据写“{other}”（{where}），{what}不同',
    hint: '照通报原文改正其中一处',
    example: ['正文 70余项，数据 70项', '两处都写 70余'],
  },
  'prose/other-section': {
    severity: 'error',
    title: '出处不对',
    message: '“{found}”在正文“{place}”里找不到，在“{actual}”里',
    hint: '出处改为“{actual}”；或照正文核对数值',
    example: ['出处 一，数在 一(一)', '一(一)'],
  },
  'prose/row-not-in-text': {
    severity: 'error',
    title: '整行不在出处',
    message: '这一行的数（{found}）在正文“{place}”里一个也找不到',
    hint: '照通报核对出处；在附表里的，写“附表第N行”',
    example: ['出处 一(一)，数在附表', '附表第1行'],
  },
  'prose/not-in-text': {
    severity: 'error',
    title: '数据不在正文里',
    message: '“{found}”在正文“{place}”里找不到',
    hint: '照正文核对这一行的数值和出处；不是正文里的数，请删掉这一行',
    example: ['facts.csv 有 8 个，正文没有', '与正文一致'],
  },
  'prose/split-number': {
    severity: 'error',
    title: '数被标记拆开',
    message: '“{found}”这个数有一部分在加粗或链接里',
    hint: '把加粗的 ** 放在整个数的两边',
    example: ['**97**.2%', '**97.2%**'],
  },
} as const satisfies Record<string, Check>;
