import { describe, expect, test } from 'vitest';
import { chartOf, placesOf } from '../../src/wording/chart.ts';
import { groupTitle, roleLook, rowTitle } from '../../src/wording/title.ts';
import { table, type Cells, type Table } from '../charts/fixture.ts';
import { bulletinWith } from './bulletin.ts';

const COMPARED = { roles: ['baseline', 'target', 'achieved'] } as const;
const of = (rows: readonly Cells[]): Table => table('%', rows);

describe('the title of a table', () => {
  test.each<[string, readonly Cells[], string]>([
    [
      'says what is measured',
      [
        ['甲', '70', '80', '90'],
        ['乙', '70', '80', '90'],
      ],
      '附表两项指标：2019年评价水平、2020年省定目标与2020年达到水平',
    ],
    [
      'says that some of it is expected',
      [
        ['甲', '70', '80', '预计90'],
        ['乙', '70', '80', '90'],
      ],
      '附表两项指标：2019年评价水平、2020年省定目标与2020年达到水平（含预计）',
    ],
    [
      'says that all of it is expected',
      [['甲', '70', '80', '预计90']],
      '附表一项指标：2019年评价水平、2020年省定目标与2020年达到水平（预计）',
    ],
  ])('%s', (_, rows, title) => expect(groupTitle(of(rows).group)).toBe(title));

  test('of one column has no 与', () =>
    expect(groupTitle(table('%', [['甲', '90']], { roles: ['achieved'] }).group)).toBe('附表一项指标：2020年达到水平'));
});

test('the title of a row names the columns that it has', () => {
  const { group } = of([['甲', '70', '', '预计90', '上海市：99']]);
  expect(rowTitle(group.rows[0]!, group)).toBe('甲：2019年评价水平与2020年达到水平（预计）');
});

test('a heading’s mark is hollow where all of its column is expected', () => {
  const { group } = of([
    ['甲', '70', '80', '预计90'],
    ['乙', '70', '80', '90'],
  ]);
  const [baseline, , achieved] = group.columns;
  expect(roleLook(achieved!, group.rows)).toBe('achieved');
  expect(roleLook(achieved!, group.rows.slice(0, 1))).toBe('expected');
  expect(roleLook(baseline!, group.rows.slice(0, 1))).toBe('baseline');
});

describe('a chart', () => {
  const { group, indicators } = table(
    '%',
    [
      ['甲', '70', '80', '90'],
      ['乙', '70', '80', '79'],
    ],
    COMPARED,
  );
  const bulletin = bulletinWith([group]);

  test('of a table has its name, title, finding and address', () =>
    expect(chartOf(bulletin, group, null, indicators)).toMatchObject({
      slug: 'group-1',
      name: '附表',
      address: '/issues/48/charts/group-1/',
      title: '附表两项指标：2019年评价水平、2020年省定目标与2020年达到水平',
      sentences: ['附表所列两项省定目标中，一项达到，一项未达到（乙）。'],
    }));

  test('of a row has those of the row', () =>
    expect(chartOf(bulletin, group, group.rows[1]!, indicators)).toMatchObject({
      slug: 'row-2',
      name: '乙',
      address: '/issues/48/charts/row-2/',
      title: '乙：2019年评价水平、2020年省定目标与2020年达到水平',
      sentences: ['乙2020年为79%，未达到省定目标（80%），差1个百分点，比2019年（70%）提高9个百分点。'],
    }));

  test('names its places', () => expect(placesOf(chartOf(bulletin, group, null, indicators))).toBe('附表第1、2行'));
});
