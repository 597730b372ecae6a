import { csvParseRows } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { chartOf, chartsOf, type Chart } from '../../../src/wording/chart.ts';
import { chartCsv, chartRecord, chartJson, type ChartRecord } from '../../../src/exports/chart/data.ts';
import { comparisonRecord } from '../../../src/exports/dataset/comparison-record.ts';
import { DATA_COLUMNS, tidy } from '../../../src/exports/dataset/csv.ts';
import { bulletin, indicators, inside, outside, released } from '../fixture.ts';

const charts = chartsOf(bulletin, indicators);
const [scores, table] = bulletin.groups.map((group) => chartOf(bulletin, group, null, indicators));
const oneWindow = charts.find((chart) => chart.name === '“一窗”分类受理率')!;

describe('a chart’s CSV', () => {
  test('holds rows of observations.csv as they stand there, under the same heading', () => {
    const all = tidy(bulletin).slice(1).split('\r\n');
    for (const shown of charts) {
      const csv = chartCsv(shown);
      expect(csv.startsWith(`\ufeff${DATA_COLUMNS.join()}\r\n`)).toBe(true);
      expect(
        csv
          .slice(1)
          .split('\r\n')
          .filter((row) => !all.includes(row)),
      ).toEqual([]);
    }
  });

  test('of a group has all its cells, of a row only its own, and no figure of the text', () => {
    const names = (shown: Chart): string[] =>
      csvParseRows(chartCsv(shown).slice(1).trimEnd())
        .slice(1)
        .map((row) => `${row[4]} ${row[5]}`);
    expect(names(scores!)).toHaveLength(6);
    expect(names(table!)).toHaveLength(24);
    expect(names(oneWindow)).toEqual(
      ['baseline', 'target', 'achieved', 'frontier'].map((role) => `“一窗”分类受理率 ${role}`),
    );
  });
});

describe('a chart’s JSON', () => {
  const of = (shown: Chart, publication = inside): ChartRecord =>
    JSON.parse(chartJson(shown, indicators, publication)) as ChartRecord;

  test('says what is shown, whose it is and where it stands', () => {
    const { fields, observations, comparisons, notes, ...about } = of(oneWindow);
    expect(about).toEqual({
      title: '“一窗”分类受理率：2019年评价水平、2020年省定目标与2020年达到水平',
      finding:
        '“一窗”分类受理率2020年达到85%，高于省定目标（80%以上）5个百分点，比2019年（70%以上）至多提高15个百分点。',
      unit: '%',
      city: '平顶山市',
      source: {
        office: inside.office,
        series: inside.series,
        issue: 48,
        title: '关于“政务服务”指标整改提升情况的通报',
        date: '2021-01-25',
        places: ['附表第5行'],
      },
      version: 1,
      released: null,
      address: null,
      licence: null,
      citation:
        '平顶山市优化营商环境工作领导小组办公室《优化营商环境工作通报》第48期（2021年1月25日），图“‘一窗’分类受理率：2019年评价水平、2020年省定目标与2020年达到水平”，数据版本1，见“平顶山营商环境数据”',
    });
    expect(notes).toContain('口径未公布。');
    expect(comparisons).toEqual([comparisonRecord(oneWindow.row!.comparison)]);
    expect(fields.map(({ name }) => name)).toEqual(DATA_COLUMNS);
    expect(observations[0]).toEqual({
      issue: 48,
      version: 1,
      group: '附表',
      indicator: 'one-window',
      name: '“一窗”分类受理率',
      role: 'baseline',
      setter: null,
      period: '2019',
      periodLabel: '2019年',
      value: '70',
      upper: null,
      comparator: 'ge',
      unit: '%',
      status: 'A',
      asOf: null,
      level: '市级',
      area: null,
      text: null,
      missingReason: null,
      outcome: null,
      change: null,
      margin: null,
      source: '附表第5行',
      note: null,
      printed: '70%以上',
      rank: null,
      rankLabel: null,
      cumulative: null,
    });
  });

  test('of a released version on a public site has its day, address and licence', () => {
    const {
      version,
      released: day,
      address,
      licence,
      citation,
    } = of(chartOf(released, released.groups[1]!, null, indicators), outside);
    expect({ version, day, address, licence }).toEqual({
      version: 2,
      day: '2026-12-01',
      address: 'https://example.org/yshj/issues/48/charts/group-2/v2/',
      licence: outside.licence,
    });
    expect(citation).toMatch(
      /数据版本2（2026年12月1日），见“平顶山营商环境数据”：https:\/\/example\.org\/yshj\/issues\/48\/charts\/group-2\/v2\/$/,
    );
  });

  test('and CSV hold the same observations, decimals as they were printed', () => {
    for (const shown of charts) {
      const [head, ...rows] = csvParseRows(chartCsv(shown).slice(1).trimEnd());
      const { observations } = chartRecord(shown, indicators, inside);
      expect(observations.map((o) => head!.map((name) => String(o[name as keyof typeof o] ?? '')))).toEqual(rows);
    }
  });
});
