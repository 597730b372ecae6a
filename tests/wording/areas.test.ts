import { describe, expect, test } from 'vitest';
import { unitsWord } from '../../src/wording/phrase.ts';
import { chartsOf } from '../../src/wording/chart.ts';
import { chartedOf } from '../../src/domain/charted.ts';
import { BUILT_IN_UNITS } from '../../src/domain/unit.ts';
import type { Bulletin } from '../../src/domain/issue.ts';
import { dataRows } from '../../src/exports/dataset/csv.ts';
import { comparisonTable } from '../../src/wording/comparison-table.ts';
import { issueFinding } from '../../src/wording/finding.ts';
import { keyFigures } from '../../src/wording/key-figure.ts';
import { rowFinding } from '../../src/wording/row-finding.ts';
import { rowTable } from '../../src/wording/row-table.ts';
import { groupTitle } from '../../src/wording/title.ts';
import { REGISTRY, read, TEXT, type Root } from '../ingest/bulletin.ts';

const REGISTERED = `编码,名称,别名,单位,方向,下限,上限,一级指标,口径,英文名
score,综合得分,,分,越高越好,0,100,,,
complaints,投诉,,件,越低越好,,,,,
time,办理时限,,工作日,越低越好,,,,,
share,网上可办率,,%,越高越好,0,100,,,
index,综合指数,,无,越低越好,,,,,
place,全国城市排名,,位,越低越好,,,,,
`;
const HEAD =
  '---\ntitle: 通报\ndate: 2023-08-25\ntopic: 政务服务\nlead: 单位\nreportTo: []\ncopyTo: []\nprinted: 2023-08-25\n---\n\n## 附表\n\n见附件。\n';

/** A bulletin with these tables, as a clerk would write them. */
function bulletinOf(tables: Readonly<Record<string, string>>): Bulletin {
  const root: Root = new Map([
    [REGISTRY, REGISTERED],
    [TEXT, HEAD],
    ...Object.entries(tables).map(([name, text]) => [`data/issues/1/${name}.csv`, text] as const),
  ]);
  const { bulletins, problems } = read(root);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return bulletins[0]!;
}

const cellsOf = (bulletin: Bulletin, i = 0): string[][] =>
  comparisonTable(bulletin.groups[i]!, 1).rows.map(({ names, cells }) => [...names, ...cells.map(({ text }) => text)]);

describe('one indicator of several areas', () => {
  const bulletin = bulletinOf({
    comparison: `指标,地区,单位,2022年四季度水平,2023年一季度达到水平,排名
综合得分,新华区,分,91.20,92.35,1
综合得分,叶县,分,82.00,81.06,并列4
`,
  });
  const [group] = bulletin.groups;

  test('is titled by how many areas it has', () =>
    expect(groupTitle(group!)).toBe('附表两个地区的综合得分：2022年四季度水平与2023年一季度达到水平'));

  test('names the area in every sentence, and the bulletin’s own rank', () => {
    expect(issueFinding(bulletin, new Map())).toEqual(['叶县综合得分较2022年四季度下降0.94分。']);
    expect(group!.rows.map((row) => rowFinding(row, group!))).toEqual([
      '新华区综合得分2023年一季度达到92.35分，排名第1位，比2022年四季度（91.20分）提高1.15分。',
      '叶县综合得分2023年一季度为81.06分，排名并列第4位，比2022年四季度（82.00分）下降0.94分。',
    ]);
    expect(keyFigures(bulletin).map(({ label }) => label)).toEqual([
      '新华区综合得分，2023年一季度（2022年四季度91.20分）',
    ]);
  });

  test('is a table of areas, each row an anchor that its indicator’s page has', () => {
    expect(comparisonTable(group!, 1).corner).toEqual(['地区']);
    expect(comparisonTable(group!, 1).headings.map(({ label }) => label)).toEqual([
      '2022年四季度水平',
      '2023年一季度达到水平',
      '排名',
      '比基期（分）',
    ]);
    expect(cellsOf(bulletin)).toEqual([
      ['新华区', '91.20分', '92.35分', '第1位', '+1.15'],
      ['叶县', '82.00分', '81.06分', '并列第4位', '−0.94'],
    ]);
    expect(comparisonTable(group!, 1).rows.map(({ address, anchor }) => [address, anchor])).toEqual([
      ['/issues/1/charts/score/#score-新华区', 'group-1-新华区'],
      ['/issues/1/charts/score/#score-叶县', 'group-1-叶县'],
    ]);
    const [, page] = chartedOf(bulletin);
    expect(page).toMatchObject({ slug: 'score', row: null });
    expect(groupTitle(page!.group)).toBe('两个地区的综合得分：2022年四季度水平与2023年一季度达到水平');
    expect(comparisonTable(page!.group, 1).rows.map(({ address, anchor }) => [address, anchor])).toEqual([
      [null, 'score-新华区'],
      [null, 'score-叶县'],
    ]);
  });

  test('is one row an area in the files, with rank, change and no target', () =>
    expect(
      dataRows(bulletin).map((l) => [l.area, l.role, l.periodLabel, l.value, l.rank, l.rankLabel, l.change, l.outcome]),
    ).toEqual([
      ['新华区', 'baseline', '2022年四季度', '91.20', null, null, null, null],
      ['新华区', 'achieved', '2023年一季度', '92.35', '1', '排名', '1.15', 'no-target'],
      ['叶县', 'baseline', '2022年四季度', '82.00', null, null, null, null],
      ['叶县', 'achieved', '2023年一季度', '81.06', '4', '排名', '-0.94', 'no-target'],
    ]));
});

test('several indicators of several areas name both', () => {
  const bulletin = bulletinOf({
    comparison: `指标,地区,2022年水平,2023年市定目标,2023年达到水平
综合得分,新华区,91,92,92.5
综合得分,叶县,82,83,81
网上可办率,叶县,90%,95%,94%
`,
  });
  expect(groupTitle(bulletin.groups[0]!)).toBe('附表两个地区的两项指标：2022年水平、2023年市定目标与2023年达到水平');
  expect(issueFinding(bulletin, new Map())).toEqual([
    '附表所列三项市定目标中，一项达到，两项未达到（叶县综合得分、叶县网上可办率）。',
    '叶县综合得分较2022年下降1分。',
  ]);
  expect(comparisonTable(bulletin.groups[0]!, 1).corner).toEqual(['指标', '地区']);
  expect(cellsOf(bulletin)[1]).toEqual(['综合得分', '叶县', '82分', '83分', '81分', '−1分', '未达标']);
});

describe('an area table', () => {
  const bulletin = bulletinOf({
    附件2: `县（市、区）,2023年一季度综合得分（分）,2023年一季度投诉（件）,2022年一季度投诉（件）
新华区,92.35,3,1
卫东区,91.80,暂缺,5
`,
  });

  test('is shown as printed: a line an area, a column a measure', () => {
    const table = comparisonTable(bulletin.groups[0]!, 1);
    expect(groupTitle(bulletin.groups[0]!)).toBe(
      '附件2两个地区的两项指标：2023年一季度综合得分（分）、2023年一季度投诉（件）与2022年一季度投诉（件）',
    );
    expect(table.corner).toEqual(['地区']);
    expect(table.headings.map(({ label, address }) => [label, address])).toEqual([
      ['2023年一季度综合得分（分）', '/issues/1/charts/score/'],
      ['2023年一季度投诉（件）', '/issues/1/charts/complaints/'],
      ['2022年一季度投诉（件）', '/issues/1/charts/complaints/'],
    ]);
    expect(cellsOf(bulletin)).toEqual([
      ['新华区', '92.35分', '3件', '1件'],
      ['卫东区', '91.80分', '暂缺', '5件'],
    ]);
  });

  test('has a page for each of its indicators', () =>
    expect(chartedOf(bulletin).map(({ slug, group }) => [slug, groupTitle(group)])).toEqual([
      [
        'group-1',
        '附件2两个地区的两项指标：2023年一季度综合得分（分）、2023年一季度投诉（件）与2022年一季度投诉（件）',
      ],
      ['score', '两个地区的综合得分：2023年一季度综合得分（分）'],
      ['complaints', '两个地区的投诉：2023年一季度投诉（件）与2022年一季度投诉（件）'],
    ]));
});

test('several tables are counted as one finding', () => {
  const bulletin = bulletinOf({
    附件1: '指标,2022年水平,2023年省定目标,2023年达到水平\n网上可办率,90%,95%,97%\n',
    附件2: '指标,2022年水平,2023年省定目标,2023年市定目标,2023年达到水平\n办理时限,5,4,3,3.5\n',
  });
  expect(issueFinding(bulletin, new Map())).toEqual([
    '附件1、附件2所列两项省定目标全部达到。',
    '附件2所列市定目标未达到（办理时限）。',
  ]);
  expect(keyFigures(bulletin).map(({ value, label }) => `${value} ${label}`)).toEqual([
    '2/2 省定目标达到（附件1、附件2）',
    '0/1 市定目标达到（附件2）',
    '97 网上可办率，2023年（2022年90%）',
  ]);
});

describe('places', () => {
  const bulletin = bulletinOf({
    comparison: '指标,单位,2022年水平,2023年市定目标,2023年达到水平\n全国城市排名,位,第74位,前40位,第31位\n',
  });
  const [group] = bulletin.groups;

  test('rise as their number falls', () =>
    expect(rowFinding(group!.rows[0]!, group!)).toBe(
      '全国城市排名2023年为第31位，比市定目标（前40位）靠前9位（达标），比2022年（第74位）上升43位。',
    ));

  test('are counted in places in the table', () =>
    expect(rowTable(group!.rows[0]!).computed.map(({ label, value }) => [label, value])).toEqual([
      ['比基期', '上升43位'],
      ['与目标相差', '靠前9位'],
      ['结果', '达标'],
    ]));

  test('are a kind of their own', () => expect(BUILT_IN_UNITS.find('位')?.kind).toBe('位次'));
});

test('a cumulative value stands in its brackets, is told as such, and is compared with nothing', () => {
  const bulletin = bulletinOf({
    comparison: '指标,2020年水平,2022年市定目标,2022年达到水平\n投诉,10,〔50〕,12\n',
  });
  const [group] = bulletin.groups;
  expect(rowFinding(group!.rows[0]!, group!)).toBe(
    '投诉2022年为12件，比2020年（10件）增加2件；市定目标（〔50件〕）待评（其中有规划期累计数，不与一年的数比较）。',
  );
  expect(dataRows(bulletin).map((l) => [l.role, l.cumulative, l.outcome])).toEqual([
    ['baseline', null, null],
    ['target', 'true', 'pending'],
    ['achieved', null, 'pending'],
  ]);
});

test('达到 is said of nothing that is no achievement', () => {
  const bulletin = bulletinOf({ comparison: '指标,2021年水平,2022年达到水平\n投诉,10,12\n网上可办率,90%,95%\n' });
  const [group] = bulletin.groups;
  expect(group!.rows.map((row) => rowFinding(row, group!))).toEqual([
    '投诉2022年为12件，比2021年（10件）增加2件。',
    '网上可办率2022年达到95%，比2021年（90%）提高5个百分点。',
  ]);
});

test('an indicator of the city and of its areas is told of both, the city first', () => {
  const bulletin = bulletinOf({
    comparison: '指标,2022年水平,2023年市定目标,2023年达到水平\n网上可办率,90%,95%,96%\n',
    附件2: '县区,2023年网上可办率（%）\n新华区,97\n叶县,94\n',
  });
  const [, page] = chartsOf(bulletin, new Map());
  expect(page!.sentences).toEqual([
    '网上可办率2023年达到96%，高于市定目标（95%）1个百分点，比2022年（90%）提高6个百分点。',
    '通报列出两个地区的网上可办率。',
  ]);
});

test('an index has no unit to say', () => {
  const bulletin = bulletinOf({ comparison: '指标,2021年水平,2022年达到水平\n综合指数,5.12,5.05\n' });
  const [group] = bulletin.groups;
  expect(rowFinding(group!.rows[0]!, group!)).toBe('综合指数2022年为5.05，比2021年（5.12）减少0.07点。');
  expect(unitsWord(group!.units)).toBe('无单位');
});

test('a heading stands with the brackets it is printed with', () => {
  const bulletin = bulletinOf({ comparison: '指标,上年同期（2021年1—7月）水平,２０２２年1—7月完成\n投诉,10,12\n' });
  expect(bulletin.groups[0]!.columns.map(({ label }) => label)).toEqual([
    '上年同期（2021年1—7月）水平',
    '2022年1—7月完成',
  ]);
});
