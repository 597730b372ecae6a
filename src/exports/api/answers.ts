import { z } from 'zod';
import { CODE, COMPARISON, CORRECTION, DAY, INDICATOR, ISSUE, MENTION, NUMBER, OBSERVATION } from './schema.ts';
import type { CorrectionList, IndicatorAnswer, IndicatorList, IssueAnswer, IssueList } from './api.ts';

const COUNT = z.int().nonnegative();
const RELATIVE = z.string().regex(/^[a-z]+\/[a-z0-9-]+\.json$/);
const VERSION = NUMBER.describe('数据版本，从1起；每次改动已发布的数据并重新发布，加1。');
const RELEASED = DAY.nullable().describe('这一版的发布日期；尚未发布的为 null。');
const page = (what: string) => z.url().nullable().describe(`${what}的完整网址；网站还没有公开网址的为 null。`);

const ISSUES = z
  .strictObject({
    issues: z
      .array(
        z.strictObject({
          number: NUMBER.describe('期号。'),
          title: z.string().describe('标题。'),
          date: DAY.describe('通报日期。'),
          topic: z.string().describe('主题。'),
          version: VERSION,
          released: RELEASED,
          address: page('通报页面'),
          record: RELATIVE.describe('全部数据的地址，相对于本文件。'),
          csv: z
            .string()
            .regex(/^(?:\.\.\/)+issues\/\d+\/data\/observations\.csv$/)
            .describe('全部数据的 CSV 表的地址，相对于本文件。'),
          counts: z
            .strictObject({
              observations: COUNT.describe('数据的条数，包括空缺。'),
              comparisons: COUNT.describe('比较结果的条数。'),
              versions: COUNT.describe('版本数。'),
              corrections: COUNT.describe('更正记录的条数。'),
            })
            .describe('各有多少。'),
        }),
      )
      .describe('全部通报，新的在前。'),
  })
  .describe('全部通报。') satisfies z.ZodType<IssueList>;

const ISSUE_ANSWER = z
  .strictObject({
    issue: ISSUE.describe('通报的基本信息。'),
    version: VERSION,
    released: RELEASED,
    address: z.url().exactOptional().describe('通报页面的完整网址；网站还没有公开网址的没有这一项。'),
    groups: z
      .array(
        z.strictObject({
          kind: z.enum(['comparison', 'area']).describe('对照表（一行一个指标）或地区表（一行一个地区）。'),
          slug: z.string().describe('表的代号，用在图的网址里，如 group-1。'),
          name: z.string().describe('表的名称。'),
          unit: OBSERVATION.shape.unit
            .nullable()
            .describe('表里各项共用的单位；有几种单位的为 null，各项的单位见 observations。'),
          indicators: z.array(CODE).describe('表里各项的指标编码，照通报的次序，每个一次。'),
        }),
      )
      .describe('通报的表。'),
    observations: z.array(OBSERVATION).describe('全部数据，照通报的次序。'),
    comparisons: z.array(COMPARISON).describe('全部比较结果，照通报的次序。'),
    mentions: z.array(MENTION).describe('正文里的数各是哪一个数据，照正文的次序；较早发布、没有记下的为空数组。'),
    versions: z
      .array(
        z.strictObject({
          version: VERSION,
          released: RELEASED,
          data: page('这一版数据集'),
          corrections: z.array(CORRECTION).describe('上一版经过哪些改动成为这一版；第1版为空数组。'),
        }),
      )
      .describe('各个版本，新的在前。'),
  })
  .describe('一期通报的全部数据和比较结果。') satisfies z.ZodType<IssueAnswer>;

const INDICATORS = z
  .strictObject({
    indicators: z
      .array(
        z.strictObject({
          code: INDICATOR.shape.code,
          name: INDICATOR.shape.name,
          unit: INDICATOR.shape.unit,
          direction: INDICATOR.shape.direction,
          address: page('指标页面'),
          record: RELATIVE.describe('历期数据的地址，相对于本文件。'),
          issues: z.array(NUMBER).describe('有这项指标的各期期号，早的在前；没有的为空数组。'),
        }),
      )
      .describe('登记的全部指标，照登记的次序。'),
  })
  .describe('全部指标。') satisfies z.ZodType<IndicatorList>;

const INDICATOR_ANSWER = z
  .strictObject({
    indicator: INDICATOR.describe('指标。'),
    address: page('指标页面'),
    observations: z
      .array(OBSERVATION.extend({ version: VERSION }))
      .describe('各期的数据，早的在前；都取各期最新的版本。'),
    comparisons: z
      .array(COMPARISON.extend({ issue: NUMBER.describe('期号。'), version: VERSION }))
      .describe('各期的比较结果，早的在前。'),
  })
  .describe('一项指标在各期通报里的数据。') satisfies z.ZodType<IndicatorAnswer>;

const CORRECTIONS = z
  .strictObject({
    corrections: z
      .array(
        CORRECTION.extend({
          version: NUMBER.describe('从哪一个数据版本起是新值。'),
          address: page('显示新值的页面'),
          earlier: z
            .url()
            .nullable()
            .describe('显示原值的页面的完整网址，永久保留；没有上一版或者网站还没有公开网址的为 null。'),
        }),
      )
      .describe('全部更正记录，新的在前；没有的为空数组。'),
  })
  .describe('已发布数据的全部更正、修订和更新。') satisfies z.ZodType<CorrectionList>;

/** What each answer of the interface holds, by the name of its schema. */
export const ANSWERS = {
  issues: ISSUES,
  issue: ISSUE_ANSWER,
  indicators: INDICATORS,
  indicator: INDICATOR_ANSWER,
  corrections: CORRECTIONS,
} as const;
export type AnswerName = keyof typeof ANSWERS;
export const ANSWER_NAMES = Object.keys(ANSWERS) as AnswerName[];

/** As JSON Schema, draft 2020-12. @param id its own address where there is a public one. */
export function jsonSchema(name: AnswerName, id: string | null): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(ANSWERS[name], { target: 'draft-2020-12' });
  return { $schema, ...(id === null ? {} : { $id: id }), ...schema };
}
