import type { Check } from '../check.ts';

/** The headings of a table. */
export const HEADER = {
  'header/empty': {
    severity: 'error',
    title: '表头为空',
    message: '这一列有数据，却没有表头',
    hint: '写上列名，或删掉这一列',
    example: ['（空）', '备注'],
  },
  'header/duplicate': {
    severity: 'error',
    title: '表头重复',
    message: '列名“{found}”出现了两次，不知道用哪一列',
    hint: '改正其中一个列名，或删掉多余的一列',
    example: ['2019年评价水平,2019年评价水平', '2019年评价水平,2020年省定目标'],
  },
  'header/unknown': {
    severity: 'error',
    title: '不认识的列',
    message: '不认识列名“{found}”{near}',
    hint: '改为 data/README.md 里的列名；不需要的列请删掉',
    example: ['2020年木标', '2020年省定目标'],
  },
  'header/missing': {
    severity: 'error',
    title: '缺少列',
    message: '表里没有“{found}”列',
    hint: '补上“{found}”列，写法见 data/README.md',
    example: ['没有“指标”列', '指标'],
  },
  'header/no-year': {
    severity: 'error',
    title: '列名没有年份',
    message: '列名“{found}”没有写是哪一年',
    hint: '在列名里写上四位年份，如 2020年省定目标',
    example: ['省定目标', '2020年省定目标'],
  },
  'header/duplicate-role': {
    severity: 'error',
    title: '同一种列出现两次',
    message: '“{found}”与“{other}”都是{role}列，一张表只能有一列',
    hint: '两年的数据请分成两个组，或删掉多余的一列',
    example: ['2018年评价水平,2019年评价水平', '2019年评价水平'],
  },
  'header/year-order': {
    severity: 'error',
    title: '年份先后不合',
    message: '基期“{base}”的年份晚于“{other}”',
    hint: '核对两个列名里的年份',
    example: ['2020年评价水平,2019年达到水平', '2019年评价水平,2020年达到水平'],
  },
  'header/after-issue': {
    severity: 'error',
    title: '年份晚于通报',
    message: '“{found}”的年份晚于通报日期 {date}，这一列的数不可能已经知道',
    hint: '核对列名里的年份和通报日期；是预计数的写“预计85分”',
    example: ['2022年达到水平', '2020年达到水平'],
  },
  'header/two-rows': {
    severity: 'error',
    title: '表头有两行',
    message: '这一行还是表头（“{found}”），表头只能有一行',
    hint: '把两行表头合成一行，如“2020年省定目标”',
    example: ['2020年 ／ 目标', '2020年省定目标'],
  },
  'header/repeated': {
    severity: 'error',
    title: '表头重复出现',
    message: '这一行又是表头（“{found}”），不是数据',
    hint: '删掉这一行',
    example: ['每页一行表头', '只有第一行是表头'],
  },
  'header/unit': {
    severity: 'error',
    title: '列名里的单位',
    message: '列名“{found}”写的单位是“{unit}”，“{name}”这一行的单位是“{expected}”',
    hint: '改正列名，或改正那一行的单位；列名里可以不写单位',
    example: ['2020年达到水平（分）', '2020年达到水平'],
  },
  'header/alias': {
    severity: 'notice',
    title: '列名写法',
    message: '列名“{found}”按“{used}”读取',
    hint: '不必改',
    example: ['指标名称', '指标'],
  },
} as const satisfies Record<string, Check>;
