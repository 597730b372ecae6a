import { rowOf } from '../../src/domain/row.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { differenceUnit } from '../../src/domain/unit.ts';
import type { Bulletin, Cell, Column } from '../../src/domain/issue.ts';
import type { Period } from '../../src/domain/period.ts';
import type { Observation } from '../../src/domain/observation.ts';
import { observation } from '../charts/fixture.ts';
import { written, year } from './periods.ts';

/** What one bulletin says of an indicator: `{ base: [2019, '70.41'], goal: [2020, '80'], reached: [2020, '97.2', '2020年12月31日'] }`. */
export interface Says {
  readonly base?: readonly [year: number, cell: string];
  readonly goal?: readonly [year: number, cell: string];
  readonly reached?: readonly [year: number, cell: string, asOf?: string];
  readonly frontier?: string;
  readonly fact?: string;
}

export const indicatorOf = (i: Partial<Indicator> = {}): Indicator => ({
  code: 'share-1',
  name: '示例占比一',
  aliases: [],
  unit: '%',
  direction: '越高越好',
  lower: null,
  upper: null,
  topic: null,
  definition: null,
  breaks: [],
  nameEn: null,
  difference: differenceUnit(i.unit ?? '%'),
  ...i,
});

/** Bulletins by number, with no more in them than the indicator's row. */
export const bulletinsOf = (indicator: Indicator, says: Readonly<Record<number, Says>>): Bulletin[] =>
  Object.entries(says)
    .map(([number, said]) => bulletin(Number(number), indicator, said))
    .reverse();

function bulletin(number: number, indicator: Indicator, { base, goal, reached, frontier, fact }: Says): Bulletin {
  const { code, name, unit } = indicator;
  const make = (
    role: Observation['role'],
    cell: string,
    period: Period | null,
    asOf: Period | null = null,
  ): Observation => ({
    ...observation(role, cell, unit, name),
    issue: number,
    indicator: code,
    period,
    asOf,
    source: { issue: number, place: '附表第1行', sentence: null },
  });
  const column = (role: Column['role'], label: string, period: Period | null): Column => ({
    role,
    label,
    period,
    setter: role === 'target' ? '省定' : null,
  });
  const asOf = reached?.[2] === undefined ? null : written(reached[2]);
  const cell = (role: Column['role'], label: string, text: string, on: Period | null, when = asOf): Cell => ({
    column: column(role, label, on),
    o: make(role, text, on, when),
  });
  const all: Cell[] = [
    ...(base ? [cell('baseline', `${base[0]}年评价水平`, base[1], year(base[0]), null)] : []),
    ...(goal ? [cell('target', `${goal[0]}年省定目标`, goal[1], year(goal[0]), null)] : []),
    ...(reached ? [cell('achieved', `${reached[0]}年达到水平`, reached[1], year(reached[0]))] : []),
    ...(frontier ? [cell('frontier', '国内前沿水平', frontier, null, null)] : []),
  ];
  const columns = all.map((c) => c.column).filter(({ role }) => role !== 'frontier');
  const facts = fact ? [{ ...make('stated', fact, null), group: null }] : [];
  return {
    issue: {
      number,
      title: '关于示例指标的通报',
      date: `${1980 + number}-01-25`,
      topic: '示例',
      lead: '示例单位',
      reportTo: [],
      copyTo: [],
      printed: `${1980 + number}-01-25`,
      series: null,
      issuer: null,
      docNumber: null,
      signer: null,
      names: [],
      original: null,
      acknowledged: [],
      draft: false,
    },
    version: 1,
    released: null,
    observations: [...all.map(({ o }) => o), ...facts],
    facts,
    sections: [],
    pictured: [],
    lookAlikes: [],
    plain: [],
    groups: [
      {
        kind: 'comparison',
        file: 'data/issues/48/comparison.csv',
        slug: 'group-1',
        name: '附表',
        units: [unit],
        columns,
        rows: [rowOf(indicator, { unit, area: null, place: '附表第1行', all })],
      },
    ],
  };
}
