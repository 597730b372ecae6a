import type { Judgement, Outcome } from '../../domain/comparison.ts';
import { ROLES, STATUSES, type Status } from '../../domain/observation.ts';
import { COMPARATORS, type Comparator } from '../../domain/quantity.ts';
import { outcomeWord, roleWord } from '../../wording/phrase.ts';

/** A code that a column may hold; an empty label needs no explaining (%, 项). */
export interface Code {
  readonly code: string;
  readonly label: string;
}

/** A column of `observations.csv`. Whatever tells readers or programs about columns is made from this one list. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  readonly type: 'string' | 'integer' | 'decimal';
  /** Never empty. */
  readonly required: boolean;
  /** The only values allowed. */
  readonly codes?: readonly Code[];
}

const STATUS_WORDS: Readonly<Record<Status, string>> = { A: '正常', F: '预计', O: '空缺', M: '不适用' };
const COMPARATOR_WORDS: Readonly<Record<Comparator, string>> = {
  eq: '等于',
  ge: '以上',
  gt: '超过',
  le: '以下',
  lt: '不足',
  about: '约',
  over: '余或多',
  under: '近',
  range: '区间',
};

const labelled = <T extends string>(codes: readonly T[], label: (code: T) => string): Code[] =>
  codes.map((code) => ({ code, label: label(code) }));

/** As a record, so that an outcome that the domain gains is missed here by the compiler. */
const OUTCOME_KEYS: Readonly<Record<Outcome, true>> = { met: true, missed: true, pending: true, 'no-target': true };
export const OUTCOMES = Object.keys(OUTCOME_KEYS) as Outcome[];
export const OUTCOME_CODES = labelled(OUTCOMES, (outcome) => outcomeWord({ outcome, reason: null } as Judgement));
export const STATUS_CODES = labelled(STATUSES, (s) => STATUS_WORDS[s]);
export const COMPARATOR_CODES = labelled(COMPARATORS, (c) => COMPARATOR_WORDS[c]);

/** In the order of the file. */
const FIELDS = [
  { name: 'issue', title: '期号', meaning: '期号', type: 'integer', required: true },
  { name: 'version', title: '数据版本', meaning: '数据版本，从1起', type: 'integer', required: true },
  { name: 'group', title: '组', meaning: '对照表里的组；正文数字为空', type: 'string', required: false },
  {
    name: 'indicator',
    title: '指标编码',
    meaning: '指标编码；只在本期出现的事项为空',
    type: 'string',
    required: false,
  },
  { name: 'name', title: '名称', meaning: '指标或事项名称', type: 'string', required: true },
  { name: 'role', title: '类别', meaning: '', type: 'string', required: true, codes: labelled(ROLES, roleWord) },
  {
    name: 'setter',
    title: '谁定的',
    meaning: '目标由谁定：省定、国定、市定、自定；列名没有写的、不是目标的为空',
    type: 'string',
    required: false,
  },
  {
    name: 'period',
    title: '时期',
    meaning:
      'SDMX 的 TIME_PERIOD：2020、2023-S1（上半年）、2023-Q1、2023-05、2020-01/2020-07（年内几个月）；通报没有写的为空',
    type: 'string',
    required: false,
  },
  {
    name: 'periodLabel',
    title: '时期的写法',
    meaning: '时期，照通报的写法，如“2023年一季度”；通报没有写的为空',
    type: 'string',
    required: false,
  },
  { name: 'value', title: '数值', meaning: '数值，照通报的位数；没有数值的为空', type: 'decimal', required: false },
  { name: 'upper', title: '区间上端', meaning: '区间的上端；不是区间的为空', type: 'decimal', required: false },
  { name: 'comparator', title: '比较符', meaning: '', type: 'string', required: false, codes: COMPARATOR_CODES },
  { name: 'unit', title: '单位', meaning: '单位', type: 'string', required: true },
  {
    name: 'status',
    title: '状态',
    meaning: 'SDMX 观测状态（CL_OBS_STATUS）',
    type: 'string',
    required: true,
    codes: STATUS_CODES,
  },
  { name: 'asOf', title: '时点', meaning: '时点，照通报的写法；通报未注明的为空', type: 'string', required: false },
  { name: 'level', title: '层级', meaning: '层级；通报未注明的为空', type: 'string', required: false },
  {
    name: 'area',
    title: '地区',
    meaning: '表里写明的地区，或别处的数所属地区；本地的数为空',
    type: 'string',
    required: false,
  },
  { name: 'text', title: '文字', meaning: '代替数值的文字', type: 'string', required: false },
  { name: 'missingReason', title: '空缺原因', meaning: '空缺的写法和原因', type: 'string', required: false },
  {
    name: 'outcome',
    title: '结果',
    meaning: '目标的一行写这个目标的结果，达到水平的一行写全部目标的结果；其余为空',
    type: 'string',
    required: false,
    codes: OUTCOME_CODES,
  },
  {
    name: 'change',
    title: '比基期',
    meaning: '达到水平减基期，写在达到水平的一行；算不出的、只知道界限的为空，原因见 issue.json',
    type: 'decimal',
    required: false,
  },
  {
    name: 'margin',
    title: '与目标相差',
    meaning: '达到水平减目标的界限，写在目标的一行；只有一个目标的，也写在达到水平的一行；算不出的、只知道界限的为空',
    type: 'decimal',
    required: false,
  },
  { name: 'source', title: '出处', meaning: '在通报里的位置', type: 'string', required: true },
  { name: 'note', title: '说明', meaning: '说明', type: 'string', required: false },
  { name: 'printed', title: '原写法', meaning: '数据文件里的原写法', type: 'string', required: true },
  { name: 'rank', title: '位次', meaning: '通报所列的位次；没有的为空', type: 'integer', required: false },
  {
    name: 'rankLabel',
    title: '位次的列名',
    meaning: '位次那一列的列名，如“全省位次”；没有的为空',
    type: 'string',
    required: false,
  },
  {
    name: 'cumulative',
    title: '累计',
    meaning: '〔〕里的数是规划期累计数，写 true，不与一年的数比较；其余为空',
    type: 'string',
    required: false,
    codes: [{ code: 'true', label: '累计' }],
  },
] as const satisfies readonly Field[];

export type ColumnName = (typeof FIELDS)[number]['name'];

/** The list without its literal types, for those who take one column as they take another. */
export const ALL_FIELDS: readonly (Field & { readonly name: ColumnName })[] = FIELDS;

/** Columns that tell one observation from every other of its issue, unless the text says two things of one name in one section. */
export const KEY = ['issue', 'version', 'name', 'role', 'source'] as const satisfies readonly ColumnName[];

/** What a column holds, its codes spelt out. */
export function explained({ meaning, codes = [] }: Field): string {
  const words = codes.flatMap(({ code, label }) => (label === '' ? [] : [`${code} ${label}`])).join('、');
  return [meaning, words].filter(Boolean).join('：');
}
