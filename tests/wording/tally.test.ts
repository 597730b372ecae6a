import { expect, test } from 'vitest';
import { outcomeCounts } from '../../src/domain/outcome-counts.ts';
import { tallyWords } from '../../src/wording/tally.ts';
import { overTime, tableOf } from '../domain/over-time.ts';
import { bulletinWith } from './bulletin.ts';

const { bulletins } = overTime('online-share');

test('every target of every table is counted, and every row that has none', () => {
  const [bulletin] = bulletins;
  const rows = bulletin!.groups.flatMap((group) => group.rows);
  expect(rows.some(({ comparison }) => comparison.targets.length > 1)).toBe(true);
  const targets = rows.flatMap(({ comparison }) => comparison.targets.filter(({ outcome }) => outcome !== 'no-target'));
  const without = rows.filter(({ comparison }) => comparison.outcome === 'no-target');
  const { met, missed, pending, noTarget } = outcomeCounts(bulletin!);
  expect(met + missed + pending).toBe(targets.length);
  expect(noTarget).toBe(without.length);
  expect(missed).toBe(targets.filter(({ outcome }) => outcome === 'missed').length);
});
test('a tally says what there is', () =>
  expect(tallyWords({ met: 2, missed: 1, pending: 2, noTarget: 1 })).toBe('达到2 · 未达到1 · 待评2 · 无目标1'));
test('a tally leaves out what there is none of', () => {
  expect(tallyWords({ met: 6, missed: 0, pending: 0, noTarget: 0 })).toBe('达到6');
  expect(tallyWords(outcomeCounts({ groups: [] }))).toBe('');
});
test('tables are counted together', () => {
  const [one, other] = [tableOf(5, '附件1').group, tableOf(5, '附件2').group];
  const [first, second] = [one, other].map((group) => outcomeCounts(bulletinWith([group])));
  expect(outcomeCounts(bulletinWith([one, other]))).toEqual({
    met: first!.met + second!.met,
    missed: first!.missed + second!.missed,
    pending: first!.pending + second!.pending,
    noTarget: first!.noTarget + second!.noTarget,
  });
});
