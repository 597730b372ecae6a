import { z } from 'zod';

/** Who publishes. Another office edits this file and replaces `content/` and `data/`; an absent field is not shown. */
const SCHEMA = z.strictObject({
  name: z.string().describe('Name of the site, in the header and in titles.'),
  series: z.string().describe('Name of the series, printed red in the masthead.'),
  office: z.string().describe('Issuing office, in full: author of every citation.'),
  city: z.string().describe('Whose figures these are, in chart captions.'),
  description: z.string().describe('One sentence for search engines and the front page.'),
  url: z.url().nullable().describe('Public address without sub-path; null until there is one, or given by `--site`.'),
  licence: z
    .strictObject({ name: z.string(), url: z.url() })
    .nullable()
    .describe('Licence of text and data; null is shown as not stated.'),
  levels: z
    .array(z.string())
    .describe('Levels of government beyond the known ones (市级 …) that its bulletins state, such as 高新区级.'),
  contact: z
    .strictObject({ correction: z.string().nullable(), telephone: z.string().nullable(), email: z.email().nullable() })
    .describe('Where readers report mistakes; null is not shown.'),
  footer: z.strictObject({
    siteCode: z.string().nullable().describe('政府网站标识码.'),
    icp: z.string().nullable().describe('ICP 备案号.'),
    police: z.string().nullable().describe('公安备案号.'),
  }),
});

export type Site = z.infer<typeof SCHEMA>;

export const site: Site = SCHEMA.parse({
  name: '平顶山营商环境数据',
  series: '优化营商环境工作通报',
  office: '平顶山市优化营商环境工作领导小组办公室',
  city: '平顶山市',
  description: '平顶山市《优化营商环境工作通报》全文与数据：基期、目标与达到水平，逐个数字可查、可引用、可下载。',
  url: null,
  licence: null,
  levels: [],
  contact: { correction: null, telephone: null, email: null },
  footer: { siteCode: null, icp: null, police: null },
} satisfies z.input<typeof SCHEMA>);
