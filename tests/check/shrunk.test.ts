import { expect, test } from 'vitest';
import { shrunk } from '../../src/check/shrunk.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { table } from '../charts/fixture.ts';
import { bulletinWith } from '../wording/bulletin.ts';

const bulletinOf = (number: number, rows: number, topic = '政务服务') => {
  const { group } = table(
    '%',
    Array.from({ length: rows }, (_, i) => [`指标${i + 1}`, '70', '80', '90'] as const),
  );
  const bulletin = bulletinWith([group]);
  return { ...bulletin, issue: { ...bulletin.issue, number, topic } };
};

test('a table with fewer rows than the last of its topic and name is a warning', () =>
  expect(shrunk([bulletinOf(1, 3), bulletinOf(2, 1, '获得电力'), bulletinOf(3, 2)]).map(format)).toEqual([
    'data/issues/48/comparison.csv：“附表”有 2 行，第1期的同名表有 3 行\n→ 核对是否漏了行；通报确实少了的，不必改',
  ]));

test('as many or more rows are not', () =>
  expect(shrunk([bulletinOf(1, 3), bulletinOf(2, 3), bulletinOf(3, 4)])).toEqual([]));

test('a table without a role that the last of its topic and name has is a warning', () => {
  const [before, now] = [bulletinOf(1, 1), bulletinOf(2, 1)];
  const without = (...roles: string[]) => ({
    ...now,
    groups: now.groups.map((group) => ({
      ...group,
      columns: group.columns.filter(({ role }) => !roles.includes(role)),
    })),
  });
  expect(shrunk([before, without('achieved')]).map(format)).toEqual([
    'data/issues/48/comparison.csv 第1行：“附表”一个“达到水平”的数也没有，第1期的同名表有“2020年达到水平”\n→ 核对是否漏了列，或者整列没有填；通报确实没有的，不必改',
  ]);
  expect(shrunk([before, without('baseline', 'target')]).map(format)).toEqual([
    'data/issues/48/comparison.csv 第1行：“附表”一个“基期”的数也没有，第1期的同名表有“2019年评价水平”\n→ 核对是否漏了列，或者整列没有填；通报确实没有的，不必改',
    'data/issues/48/comparison.csv 第1行：“附表”一个“省定目标”的数也没有，第1期的同名表有“2020年省定目标”\n→ 核对是否漏了列，或者整列没有填；通报确实没有的，不必改',
  ]);
  expect(shrunk([without('achieved'), before])).toEqual([]);
  const [group] = before.groups;
  const target = (setter: string | null) => ({
    ...now,
    groups: [
      {
        ...group!,
        columns: group!.columns.map((column) => (column.role === 'target' ? { ...column, setter } : column)),
      },
    ],
  });
  expect(shrunk([before, target('市定')])).toHaveLength(1);
  expect(shrunk([before, target(null)])).toEqual([]);
});
