import { z } from 'zod';
import type { Issue } from '../../domain/issue.ts';
import { CHECKS } from '../problem/checks.ts';
import { isDay } from '../../domain/period.ts';

/** What each key is called in Chinese. */
export const LABELS: Readonly<Record<string, string>> = {
  title: '标题',
  date: '通报日期',
  topic: '主题',
  lead: '牵头单位',
  reportTo: '报送',
  copyTo: '抄送',
  printed: '印发日期',
  series: '通报名称',
  issuer: '发文单位',
  docNumber: '发文字号',
  signer: '签发人',
  names: '含数字的专有名称',
  original: '原件扫描',
  draft: '草稿',
  acknowledged: '已确认的提醒',
};

/** A zod message is `what is wrong｜what to type`. */
const TEXT = z.string({ error: '应该是一段文字｜写成一行文字' }).trim().min(1, '是空的｜写上内容');
export const DATE = z
  .string({ error: '不是日期｜写成 2021-01-25 的样子' })
  .refine(isDate, '不是日历上的日期｜写成 2021-01-25 的样子');
export const LIST = z.array(TEXT, { error: '应该是一个列表｜写成 [甲, 乙]，或每行一个“- 甲”' });

/** Front matter of a bulletin; a key left out where that is allowed reads as null, false or an empty list. */
export const SCHEMA = z.strictObject({
  title: TEXT.describe('标题，不含期号'),
  date: DATE.describe('通报日期'),
  topic: TEXT.describe('主题，如 政务服务'),
  lead: TEXT.describe('牵头单位'),
  reportTo: LIST.describe('报送单位，没有的写 []'),
  copyTo: LIST.describe('抄送单位，没有的写 []'),
  printed: DATE.describe('印发日期'),
  series: TEXT.nullable().default(null).describe('通报名称；与本站的相同就不写'),
  issuer: TEXT.nullable().default(null).describe('发文单位；与本站的相同就不写'),
  docNumber: TEXT.nullable().default(null).describe('发文字号；没有就不写'),
  signer: TEXT.nullable().default(null).describe('签发人；没有就不写'),
  names: LIST.default([]).describe('含数字的专有名称，不作为数字核对'),
  original: TEXT.regex(/^[\w.-]+\.(pdf|png|jpe?g)$/i, '不是文件名｜写 public/originals/ 里的文件名，如 48.pdf')
    .nullable()
    .default(null)
    .describe('原件扫描的文件名'),
  acknowledged: z
    .array(
      TEXT.refine(
        (code) => code in CHECKS && code.startsWith('release/'),
        '不是发布前提醒的代码｜写提醒里给出的代码，如 release/no-as-of',
      ),
      { error: '应该是一个列表｜写成 [release/no-as-of]' },
    )
    .default([])
    .describe('发布前已经看过、照原样发布的提醒'),
  draft: z.boolean({ error: '应该是 true 或 false｜写 true 或 false' }).default(false).describe('草稿不公开'),
}) satisfies z.ZodType<Omit<Issue, 'number'>>;

function isDate(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return m !== null && isDay(Number(m[1]), Number(m[2]), Number(m[3]));
}
