import { describe, expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { rowOf } from '../../src/domain/row.ts';
import { rowFinding } from '../../src/wording/row-finding.ts';
import type { Column, Group } from '../../src/domain/issue.ts';
import { groupQuote, rowQuote } from '../../src/wording/quote.ts';
import { site } from '../../src/site.ts';
import { indicator, observation, type Spec } from '../domain/observation.ts';
import { written } from '../domain/periods.ts';

const { bulletins, indicators } = load('.');
const bulletin = bulletins[0]!;
const source = '来源：平顶山市优化营商环境工作领导小组办公室《优化营商环境工作通报》第48期';

const quoteOf = (name: string): string => {
  const group = bulletin.groups.find((g) => g.rows.some((r) => r.name === name))!;
  return rowQuote(
    group.rows.find((r) => r.name === name)!,
    group,
    bulletin,
    site,
  );
};

describe('bulletin 48', () => {
  test.each([
    [
      '政务服务事项不见面审批事项占比',
      '平顶山市政务服务事项不见面审批事项占比2020年达到97.2%，高于省定目标（80%）17.2个百分点，比2019年（70.41%）提高26.79个百分点（市级；差距和变化由通报的数值算出）。',
      '附表第1行',
    ],
    [
      '“一窗”分类受理率',
      '平顶山市“一窗”分类受理率2020年达到85%，高于省定目标（80%以上）5个百分点，比2019年（70%以上）至多提高15个百分点（市级；差距和变化由通报的数值算出）。',
      '附表第5行',
    ],
    [
      '实名差评按期整改率',
      '平顶山市实名差评按期整改率2020年达到100%，正好达到省定目标（100%），比2019年（96.2%）提高3.8个百分点（基期通报未注明层级，目标和达到水平为市级；差距和变化由通报的数值算出）。',
      '附表第6行',
    ],
    [
      '政务服务便利度',
      '平顶山市政务服务便利度预计2020年为85分，比2019年（68.34分）预计提高16.66分（通报未注明层级；变化由通报的数值算出）。',
      '正文一（二）',
    ],
  ])('%s', (name, says, place) => expect(quoteOf(name)).toBe(`${says}${source}${place}，2021年1月25日。`));

  test('its tables', () =>
    expect(bulletin.groups.map((g) => groupQuote(g, bulletin, indicators, site))).toEqual([
      `平顶山市《优化营商环境工作通报》第48期评价得分三项中，网上政务服务事项可办率保持满分（100分）；政务服务便利度85分、与国家政务平台数据共享90分是预计数，不是已经达到的成绩（2019年评价水平、2020年达到水平；单位：分；市级，部分数值通报未注明层级）。${source}正文一（一）、一（二）、一（三），2021年1月25日。`,
      `平顶山市《优化营商环境工作通报》第48期附表所列六项省定目标全部达到。其中五项高于目标，一项正好达到目标（2019年评价水平、2020年省定目标、2020年达到水平；单位：%；市级，部分数值通报未注明层级）。${source}附表第1至6行，2021年1月25日。`,
    ]));

  test('ranks nothing', () => {
    const all = bulletin.groups.flatMap((g) => [
      groupQuote(g, bulletin, indicators, site),
      ...g.rows.map((r) => rowQuote(r, g, bulletin, site)),
    ]);
    expect(all.filter((text) => /最(?!多跑)|第[一二三]名|首位|领先|居[全前]|倍/.test(text))).toEqual([]);
  });
});

describe('a row', () => {
  /** What stands in the last brackets: the finding before them has tests of its own. */
  const conditions = (cells: Partial<Record<'baseline' | 'target' | 'achieved', Spec>>): string => {
    const columns: Column[] = [
      { role: 'baseline', label: '2019年水平', period: null, setter: null },
      { role: 'target', label: '2020年目标', period: null, setter: '省定' },
      { role: 'achieved', label: '2020年达到水平', period: null, setter: null },
    ];
    const all = columns.flatMap((column) => {
      const spec = cells[column.role as 'achieved'];
      return spec ? [{ column, o: observation({ role: column.role, ...spec }) }] : [];
    });
    const row = rowOf(indicator(), { unit: '%', area: null, place: '附表第1行', all });
    const group: Group = {
      kind: 'comparison',
      file: 'data/issues/48/comparison.csv',
      slug: 'group-1',
      name: '附表',
      units: ['%'],
      rows: [row],
      columns,
    };
    const finding = `平顶山市${rowFinding(row, group).slice(0, -1)}（`;
    const quote = rowQuote(row, group, bulletin, site);
    expect(quote.startsWith(finding)).toBe(true);
    expect(quote.endsWith(`）。${source}附表第1行，2021年1月25日。`)).toBe(true);
    return quote.slice(finding.length, quote.indexOf('）。来源：'));
  };

  test.each<[string, Parameters<typeof conditions>[0], string]>([
    ['of a stated time', { achieved: { asOf: written('2020年底') } }, '市级；截至2020年底'],
    ['of no time, not even in its heading', { achieved: { period: null } }, '市级；通报未注明时点'],
    ['of which only a floor is known', { achieved: { value: '90', comparator: 'ge' } }, '市级'],
    [
      'that is about a number has nothing computed',
      { baseline: { value: '70', comparator: 'over' }, achieved: {} },
      '市级',
    ],
    [
      'whose levels differ says of each which',
      { baseline: { value: '70', level: '省级' }, achieved: {} },
      '基期为省级，达到水平为市级',
    ],
    [
      'with a target',
      { target: { value: '80' }, achieved: { level: null } },
      '目标为市级，达到水平通报未注明层级；差距由通报的数值算出',
    ],
    ['not yet reached has no time', { target: { value: '80' }, achieved: { missing: '暂缺' } }, '市级'],
  ])('%s', (_, cells, said) => expect(conditions(cells)).toBe(said));
});
