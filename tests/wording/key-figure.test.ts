import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../src/domain/issue.ts';
import { keyFigures } from '../../src/wording/key-figure.ts';
import { table, type Cells } from '../charts/fixture.ts';
import { stated } from '../domain/observation.ts';
import { written } from '../domain/periods.ts';
import { bulletinWith } from './bulletin.ts';

const shown = (rows: readonly Cells[], more: Partial<Bulletin> = {}): string[] =>
  keyFigures(bulletinWith([table('%', rows).group], more)).map(
    ({ value, unit, label, address }) => `${value}|${unit}|${label}|${address}`,
  );

describe('the key figures of a bulletin', () => {
  test('are the targets met and the first row of its table', () =>
    expect(
      shown([
        ['甲', '70.41', '80', '97.2'],
        ['乙', '70', '80', '79'],
        ['丙', '70', '未列', '79'],
        ['丁', '70', '80', '暂缺'],
      ]),
    ).toEqual([
      '1/3|项|省定目标达到（附表）|/issues/48/charts/group-1/',
      '97.2|%|甲，2020年（2019年70.41%）|/issues/48/charts/row-1/',
    ]));

  test('count no targets that are all pending, nor a table without targets', () => {
    expect(shown([['甲', '70', '80', '预计90']])).toEqual([
      '预计90%||甲，2020年（2019年70%）|/issues/48/charts/row-1/',
    ]);
    expect(shown([['甲', '70', '', '90']])).toEqual(['90|%|甲，2020年（2019年70%）|/issues/48/charts/row-1/']);
  });

  test('keep a qualified number in one piece', () =>
    expect(shown([['甲', '暂缺', '80', '≥90']])[1]).toBe('90%以上||甲，2020年|/issues/48/charts/row-1/'));

  test('leave out a first row without a number', () =>
    expect(
      shown([
        ['甲', '70', '80', '暂缺'],
        ['乙', '70', '80', '90'],
      ]),
    ).toEqual(['1/2|项|省定目标达到（附表）|/issues/48/charts/group-1/']));

  test('take two figures of the bulletin’s first picture, at their place in the text', () => {
    const facts = [
      stated({ name: '子', value: '1', unit: '项' }),
      stated({ name: '丑', value: '2', unit: '项', asOf: written('2020年底') }),
      stated({ name: '寅', value: '3', unit: '项', comparator: 'over' }),
    ];
    expect(shown([], { facts, pictured: ['丑', '寅', '子'] })).toEqual([
      '2|项|丑，截至2020年底|/issues/48/#figure-2',
      '3余项||寅|/issues/48/#figure-3',
    ]);
    expect(shown([], { facts, pictured: ['卯', '子'] })).toEqual(['1|项|子|/issues/48/#figure-1']);
  });

  test('are none of a bulletin without tables and pictures', () => expect(keyFigures(bulletinWith([]))).toEqual([]));

  test('are of the table with targets where there are two', () => {
    const scores = table('分', [['子', '70', '80']], { roles: ['baseline', 'achieved'] }).group;
    const main = { ...table('%', [['甲', '70', '80', '90']]).group, slug: 'group-2' };
    expect(keyFigures(bulletinWith([scores, main]))[0]!.address).toBe('/issues/48/charts/group-2/');
    expect(keyFigures(bulletinWith([scores]))[0]!.label).toBe('子，2020年（2019年70分）');
  });
});
