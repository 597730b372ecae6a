import type { Work } from '../../../src/exports/cite/work.ts';

/** A chart of bulletin 48 with an address of its own. */
export const work = (w: Partial<Work> = {}): Work => ({
  kind: 'chart',
  slug: 'instant-share',
  office: '平顶山市优化营商环境工作领导小组办公室',
  site: '平顶山营商环境数据',
  series: '优化营商环境工作通报',
  number: 48,
  title: '行政许可事项即办件占比：2019年评价水平、2020年省定目标与2020年达到水平',
  version: 1,
  published: '2021-01-25',
  versionDate: null,
  address: 'https://example.org/issues/48/charts/instant-share/',
  language: 'zh-CN',
  ...w,
});

export const dataset = (w: Partial<Work> = {}): Work =>
  work({
    kind: 'dataset',
    slug: 'data',
    title: '关于“政务服务”指标整改提升情况的通报',
    address: 'https://example.org/issues/48/data/',
    ...w,
  });
