import { z } from 'zod';
import { KINDS, type Correction } from '../../domain/correction.ts';
import { DIRECTIONS, type DefinitionBreak, type Indicator } from '../../domain/indicator.ts';
import type { Issue } from '../../domain/issue.ts';
import { RELATIONS, ROLES, STATUSES, type Rank, type Relation, type Source } from '../../domain/observation.ts';
import { PERIOD_KINDS, type Period } from '../../domain/period.ts';
import { COMPARATORS } from '../../domain/quantity.ts';
import { roleWord } from '../../wording/phrase.ts';
import type {
  ComparisonRecord,
  DifferenceRecord,
  NotComputableRecord,
  TargetRecord,
} from '../dataset/comparison-record.ts';
import type { ObservationRecord } from '../dataset/observation-record.ts';
import type { MentionRecord } from '../dataset/record.ts';
import { INDICATOR_PATTERN } from '../dataset/datapackage.ts';
import { COMPARATOR_CODES, OUTCOME_CODES, OUTCOMES, STATUS_CODES, type Code } from '../dataset/field.ts';

/** Decimals are strings: a JSON number would become a float and lose the digits as printed (84.0). */
const DECIMAL = z.string().regex(/^-?\d+(\.\d+)?$/);
export const DAY = z.iso.date();
export const NUMBER = z.int().positive();
export const CODE = z.string().regex(new RegExp(`^${INDICATOR_PATTERN}$`));
const UNIT = z.string();

/** `A 正常、F 预计`. */
const spelt = (codes: readonly Code[]): string => codes.map(({ code, label }) => `${code} ${label}`).join('、');
const ROLE_CODES = ROLES.map((code) => ({ code, label: roleWord(code) }));

const PERIOD = z
  .strictObject({
    label: z.string().describe('通报的写法，如“2023年一季度”“2020年底”。'),
    kind: z.enum(PERIOD_KINDS).describe('年、半年、季、月、年内几个月或一天。'),
    code: z
      .string()
      .describe(
        'SDMX 的 TIME_PERIOD，如 2020、2023-S1、2023-Q1、2023-05、2020-12-31；年内几个月写作 2020-01/2020-07。',
      ),
    start: DAY.describe('第一天。'),
    end: DAY.describe('最后一天。'),
  })
  .meta({ id: 'Period', description: '通报写明的时间。' }) satisfies z.ZodType<Period>;

const SOURCE = z
  .strictObject({
    issue: NUMBER.describe('期号。'),
    place: z.string().describe('在通报里的位置，如“附表第3行”“二(一)”“引言”。'),
    sentence: z.string().nullable().describe('正文里包含这个数的句子；表里的数为 null。'),
  })
  .meta({ id: 'Source', description: '数据在通报里的出处。' }) satisfies z.ZodType<Source>;

const RELATION = z
  .strictObject({
    kind: z
      .enum(RELATIONS)
      .describe(
        '关系：同名异口径、重述（同一个数再说一次）、其中（是另一个数的一部分）、目标、基期或变化量（是另一个数的目标、基期数、增减）。',
      ),
    name: z.string().describe('相关的另一个数的名称；有几个的用；隔开。'),
    note: z.string().nullable().describe('怎样区分这两个数的说明；没有说明的为 null。'),
  })
  .meta({ id: 'Relation', description: '正文里的数与同一期另一个数的关系。' }) satisfies z.ZodType<Relation>;

const RANK = z
  .strictObject({
    label: z.string().describe('位次那一列的列名，如“全省位次”。'),
    value: z.string().describe('位次，从 1 数起的整数。'),
    printed: z.string().describe('数据文件里的原写法，如“并列第1位”。'),
  })
  .meta({ id: 'Rank', description: '通报所列的位次，不是本站排出的。' }) satisfies z.ZodType<Rank>;

export const OBSERVATION = z
  .strictObject({
    issue: NUMBER.describe('期号。'),
    group: z.string().nullable().describe('表的名称；正文里的数为 null。'),
    indicator: CODE.nullable().describe('指标编码；只在本期出现的事项没有编码，为 null。'),
    name: z.string().describe('指标或事项的名称，照通报的写法。'),
    role: z.enum(ROLES).describe(`类别：${spelt(ROLE_CODES)}。`),
    setter: z.string().nullable().describe('目标由谁定：省定、国定、市定、自定；列名没有写的、不是目标的为 null。'),
    period: PERIOD.nullable().describe('数值所属的时期；通报没有写的为 null。'),
    value: DECIMAL.nullable().describe('数值，十进制数写成的字符串，位数与通报相同，单位见 unit；没有数值的为 null。'),
    upper: DECIMAL.nullable().describe('区间的上端，十进制数写成的字符串；不是区间的为 null。'),
    comparator: z
      .enum(COMPARATORS)
      .nullable()
      .describe(`比较符，说明数值是准数、界限还是概数：${spelt(COMPARATOR_CODES)}；没有数值的为 null。`),
    cumulative: z.boolean().describe('是否规划期累计数（〔〕里的数），累计数不与一年的数比较。'),
    rank: RANK.nullable().describe('通报所列的位次；没有的为 null。'),
    unit: UNIT.describe('单位；不同的单位之间不作比较和换算。'),
    status: z.enum(STATUSES).describe(`SDMX 观测状态（CL_OBS_STATUS）：${spelt(STATUS_CODES)}。`),
    asOf: PERIOD.nullable().describe('数值的时点；通报未注明的为 null，不以通报日期代替。'),
    level: z.string().nullable().describe('层级，如“市级”；通报未注明的为 null。'),
    area: z.string().nullable().describe('表里写明的地区，或别处的数所属的地区，如“上海市”；本地的数为 null。'),
    text: z.string().nullable().describe('代替数值的文字；没有的为 null。'),
    missing: z.string().nullable().describe('空缺的写法，如“暂缺”；不空缺的为 null。'),
    missingReason: z.string().nullable().describe('空缺的原因；不空缺或没有写原因的为 null。'),
    source: SOURCE.describe('出处。'),
    note: z.string().nullable().describe('说明；没有的为 null。'),
    relation: RELATION.nullable().describe('与同一期另一个数的关系；没有的为 null。'),
    printed: z.string().describe('数据文件里的原写法。'),
  })
  .meta({
    id: 'Observation',
    description: '通报里的一个数、一处空缺或代替数值的一句话。',
  }) satisfies z.ZodType<ObservationRecord>;

const DIFFERENCE = z
  .strictObject({
    value: DECIMAL.describe('差，十进制数写成的字符串，带正负号，精确计算；comparator 不是 eq 的，是差的界限。'),
    upper: DECIMAL.nullable().describe('区间的上端，十进制数写成的字符串；不是区间的为 null。'),
    comparator: z.enum(COMPARATORS).describe(`比较符：${spelt(COMPARATOR_CODES)}。`),
    unit: UNIT.describe('差的单位；百分数的差以个百分点计。'),
    expected: z.boolean().describe('是否由预计数算出。'),
  })
  .meta({ id: 'Difference', description: '两个数的差。' }) satisfies z.ZodType<DifferenceRecord>;

const NOT_COMPUTABLE = z
  .strictObject({
    reason: z.string().describe('不能计算的原因。'),
  })
  .meta({ id: 'Undefined', description: '不能计算，只有原因。' }) satisfies z.ZodType<NotComputableRecord>;

const TARGET = z
  .strictObject({
    setter: z.string().nullable().describe('谁定的目标：省定、国定、市定、自定；通报没有写的为 null。'),
    period: PERIOD.nullable().describe('目标的时期；通报没有写的为 null。'),
    outcome: z.enum(OUTCOMES).describe(`结果：${spelt(OUTCOME_CODES)}。`),
    reason: z.string().nullable().describe('待评的原因；其他结果为 null。'),
    margin: z.union([DIFFERENCE, NOT_COMPUTABLE]).describe('达到水平减这个目标的界限；不能计算的只有原因。'),
  })
  .meta({ id: 'Target', description: '一个目标和它的结果。' }) satisfies z.ZodType<TargetRecord>;

export const COMPARISON = z
  .strictObject({
    indicator: CODE.describe('指标编码。'),
    area: z.string().nullable().describe('地区，照通报的写法；表里不分地区的为 null。'),
    outcome: z
      .enum(OUTCOMES)
      .describe(`结果：${spelt(OUTCOME_CODES)}。有几个目标的，有一个未达标就是未达标，其余有一个待评就是待评。`),
    reason: z.string().nullable().describe('待评的原因；其他结果为 null。'),
    improved: z.boolean().nullable().describe('按指标的方向，是否好于基期；不能判断的、只是预计的为 null。'),
    change: z.union([DIFFERENCE, NOT_COMPUTABLE]).describe('达到水平减基期；不能计算的只有原因。'),
    margin: z.union([DIFFERENCE, NOT_COMPUTABLE]).describe('达到水平减（第一个）目标的界限；不能计算的只有原因。'),
    targets: z.array(TARGET).describe('各个目标，照表里的次序，逐个评判。'),
  })
  .meta({
    id: 'Comparison',
    description: '一个指标在一期通报里的比较结果，由数据算出。',
  }) satisfies z.ZodType<ComparisonRecord>;

const BREAK = z
  .strictObject({
    issue: NUMBER.describe('从这一期起按新的口径统计。'),
    note: z.string().describe('口径怎样改变。'),
  })
  .meta({ id: 'DefinitionBreak', description: '一次口径变更。' }) satisfies z.ZodType<DefinitionBreak>;

export const MENTION = z
  .strictObject({
    place: z.string().describe('在通报里的位置，如“二(一)”“引言”。'),
    sentence: z.string().describe('包含这个数的句子。'),
    text: z.string().describe('正文里的写法，如“70多项”。'),
    kind: z
      .enum(['observation', 'difference'])
      .describe('observation 是一个数据；difference 是两个数据的差，由第一个减第二个算出，与正文核对过。'),
    states: z.array(z.int().nonnegative()).describe('是 observations 里的第几个，从0数起；差有两个。'),
  })
  .meta({ id: 'Mention', description: '正文里的一个数。' }) satisfies z.ZodType<MentionRecord>;

export const INDICATOR = z
  .strictObject({
    code: CODE.describe('指标编码，永久不变，用在网址里。'),
    name: z.string().describe('指标名称。'),
    aliases: z.array(z.string()).describe('别名；没有的为空数组。'),
    unit: UNIT.describe('单位。'),
    difference: UNIT.describe('差的单位，如百分数的差以个百分点计。'),
    direction: z.enum(DIRECTIONS).describe('方向：数值越高越好、越低越好或中性。'),
    lower: DECIMAL.nullable().describe('可能的最小值，十进制数写成的字符串，单位见 unit；没有规定的为 null。'),
    upper: DECIMAL.nullable().describe('可能的最大值，十进制数写成的字符串，单位见 unit；没有规定的为 null。'),
    topic: z.string().nullable().describe('一级指标；没有的为 null。'),
    definition: z.string().nullable().describe('口径；没有公布的为 null。'),
    breaks: z.array(BREAK).describe('历次口径变更；没有的为空数组。'),
    nameEn: z.string().nullable().describe('英文名；没有的为 null。'),
  })
  .meta({ id: 'Indicator', description: '登记的指标。' }) satisfies z.ZodType<Indicator>;

export const CORRECTION = z
  .strictObject({
    date: DAY.describe('更正的日期。'),
    issue: NUMBER.describe('期号。'),
    indicator: z.string().describe('指标或事项的名称，照数据表的写法；改的是通报本身（正文、标题等）的，为空字符串。'),
    code: CODE.nullable().describe('指标编码；只在本期出现的事项没有编码，为 null。'),
    column: z
      .string()
      .describe('改动的列，照表头的写法；新增或撤回的行为“整行”，正文里的数为“数值”，正文的字句为“正文”。'),
    place: z.string().nullable().describe('出处，只在名称不足以区分时写明；其余为 null。'),
    before: z.string().describe('原值，照发布时的写法；原来空着的为空字符串，新增的行为“无”。'),
    after: z.string().describe('新值，照数据表的写法；现在空着的为空字符串，整行的为“新增”或“撤回”。'),
    kind: z
      .enum(KINDS)
      .describe('类别：更正（原来有错）、修订（按计划修改）、更新（有了新情况）或撤回（作废，没有新的数）。'),
    reason: z.string().describe('原因。'),
    approver: z.string().describe('批准的人或单位。'),
  })
  .meta({ id: 'Correction', description: '已发布数据的一次改动。' }) satisfies z.ZodType<Correction>;

export const ISSUE = z
  .strictObject({
    number: NUMBER.describe('期号。'),
    title: z.string().describe('标题。'),
    date: DAY.describe('通报日期。'),
    topic: z.string().describe('主题。'),
    lead: z.string().describe('牵头单位。'),
    reportTo: z.array(z.string()).describe('报送单位；没有的为空数组。'),
    copyTo: z.array(z.string()).describe('抄送单位；没有的为空数组。'),
    printed: DAY.describe('印发日期。'),
    series: z.string().nullable().describe('通报名称；与本站的相同的为 null。'),
    issuer: z.string().nullable().describe('发文单位；与本站的相同的为 null。'),
    docNumber: z.string().nullable().describe('发文字号；没有的为 null。'),
    signer: z.string().nullable().describe('签发人；没有写明的为 null。'),
    names: z.array(z.string()).describe('含有数字、但不是数据的专有名称；没有的为空数组。'),
    original: z.string().nullable().describe('原件扫描件的文件名；没有的为 null。'),
    acknowledged: z.array(z.string()).describe('编辑看过并确认照原样发布的提醒的代码；没有的为空数组。'),
    draft: z.boolean().describe('是否草稿；已发布的都是 false。'),
  })
  .meta({ id: 'Issue', description: '一期通报的基本信息。' }) satisfies z.ZodType<Issue>;
