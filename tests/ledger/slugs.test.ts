import { describe, expect, test } from 'vitest';
import type { Bulletin, Group } from '../../src/domain/issue.ts';
import { tablesOf, withSlugs } from '../../src/ledger/slugs.ts';
import { currentCharts } from '../../src/publication/library.ts';
import { standingOf } from '../../src/publication/standing.ts';
import { table } from '../charts/fixture.ts';
import { bulletinWith } from '../wording/bulletin.ts';

/** A table of this name whose only row is of an indicator of its own. */
function named(name: string, slug: string, row = name): Group {
  const { group } = table('%', [[row, '1', '2', '3']]);
  return { ...group, name, slug, rows: group.rows.map((r) => ({ ...r, indicator: row })) };
}
const bulletin = (...groups: Group[]): Bulletin => bulletinWith(groups);
const slugs = ({ groups }: Bulletin): string[] => groups.map(({ name, slug }) => `${name} ${slug}`);

describe('a table keeps the slug under which it was published', () => {
  const first = bulletin(named('甲', 'group-1'), named('乙', 'group-2'));
  const again = (now: Bulletin, tables = tablesOf({}, first)): string[] => slugs(withSlugs(now, tables, first.groups));

  test('whatever stands before it', () => {
    const now = bulletin(named('新', 'group-1'), named('甲', 'group-2'), named('乙', 'group-3'));
    expect(again(now)).toEqual(['新 group-3', '甲 group-1', '乙 group-2']);
  });

  test('under a new name, by its rows', () => {
    expect(again(bulletin(named('甲乙', 'group-1', '甲'), named('乙', 'group-2')))).toEqual([
      '甲乙 group-1',
      '乙 group-2',
    ]);
  });

  test('so that no other ever has it, gone or not', () => {
    const tables = tablesOf(tablesOf({}, first), bulletin(named('丙', 'group-3')));
    expect(again(bulletin(named('乙', 'group-1'), named('丁', 'group-2')), tables)).toEqual([
      '乙 group-2',
      '丁 group-4',
    ]);
  });
});

describe('a chart that was withdrawn', () => {
  const [first, second] = [bulletin(named('甲', 'group-1'), named('乙', 'group-2')), bulletin(named('乙', 'group-2'))];
  const editions = [
    { bulletin: { ...second, version: 2 }, corrections: [] },
    { bulletin: { ...first, version: 1 }, corrections: [] },
  ];

  test('keeps its address, with the last version that had it', () => {
    expect(
      currentCharts(editions).map(({ edition, charted }) => `${charted.slug} v${edition.bulletin.version}`),
    ).toEqual(['group-2 v2', '乙 v2', 'group-1 v1', '甲 v1']);
  });

  test('is told as withdrawn, its neighbours as what they are', () => {
    const [newest, old] = editions;
    expect(standingOf(old!, editions, 'group-1')).toBe('withdrawn');
    expect(standingOf(old!, editions, 'group-2')).toBe('same figures');
    expect(standingOf(newest!, editions, 'group-2')).toBe('newest');
    expect(standingOf(old!, editions, null)).toBe('changed');
  });
});
