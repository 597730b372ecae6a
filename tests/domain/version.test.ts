import { describe, expect, test } from 'vitest';
import { WHOLE_ROW, type Correction } from '../../src/domain/correction.ts';
import type { Bulletin } from '../../src/domain/issue.ts';
import { correctionsOf, outcomeChanges } from '../../src/domain/version.ts';
import { table, type Cells } from '../charts/fixture.ts';
import { bulletinWith } from '../wording/bulletin.ts';

const bulletin = (...rows: Cells[]): Bulletin => bulletinWith([table('%', rows).group]);

describe('what a reader would now be told otherwise', () => {
  const before = bulletin(['甲', '70', '80', '90'], ['乙', '70', '80', '79'], ['丙', '70', '80', '暂缺']);

  test('is each outcome that changed', () =>
    expect(
      outcomeChanges(
        before,
        bulletin(['甲', '70', '80', '79'], ['乙', '70', '80', '79'], ['丙', '70', '80', '81']),
      ).map((c) => [c.indicator, c.name, c.before.outcome, c.after.outcome]),
    ).toEqual([
      ['row-1', '甲', 'met', 'missed'],
      ['row-3', '丙', 'pending', 'met'],
    ]));

  test('is nothing where only numbers changed, nor of a row that was added', () =>
    expect(
      outcomeChanges(
        before,
        bulletin(
          ['甲', '70', '80', '91'],
          ['乙', '70', '80', '1'],
          ['丙', '70', '80', '暂缺'],
          ['丁', '70', '80', '90'],
        ),
      ),
    ).toEqual([]));
});

describe('the corrections of a bulletin', () => {
  const correction = (date: string, more: Partial<Correction> = {}): Correction => ({
    date,
    issue: 48,
    indicator: '甲',
    code: 'row-1',
    column: '2020年达到水平',
    place: null,
    before: '1',
    after: '2',
    kind: '更正',
    reason: '抄错',
    approver: '王某',
    ...more,
  });
  const editions = [
    { bulletin: bulletin(), corrections: [correction('2021-03-01'), correction('2021-03-02', { code: null })] },
    {
      bulletin: bulletin(),
      corrections: [
        correction('2021-02-01', { column: '数值' }),
        correction('2021-02-02', { code: 'row-2' }),
        correction('2021-02-03', { column: WHOLE_ROW }),
      ],
    },
    { bulletin: bulletin(), corrections: [] },
  ];
  const dates = (indicators?: ReadonlySet<string>): string[] => correctionsOf(editions, indicators).map((c) => c.date);

  test('are all, the newest first', () =>
    expect(dates()).toEqual(['2021-03-02', '2021-03-01', '2021-02-03', '2021-02-02', '2021-02-01']));

  test('of some indicators are those of their cells in a table', () => {
    expect(dates(new Set(['row-1']))).toEqual(['2021-03-01', '2021-02-03']);
    expect(dates(new Set(['row-2', 'row-3']))).toEqual(['2021-02-02']);
    expect(dates(new Set())).toEqual([]);
  });
});
