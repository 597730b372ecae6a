import { expect, test } from 'vitest';
import { outcomeCounts } from '../../src/domain/outcome-counts.ts';
import { tallyWords } from '../../src/wording/tally.ts';
import { overTime, tableOf } from '../domain/over-time.ts';
import { bulletinWith } from './bulletin.ts';

const { bulletins } = overTime('online-share');

test('every row of every table is counted once, whatever the number of its targets', () => {
  const [bulletin] = bulletins;
  const rows = bulletin!.groups.flatMap((group) => group.rows);
  expect(rows.some(({ comparison }) => comparison.targets.length > 1)).toBe(true);
  const { met, missed, pending, noTarget } = outcomeCounts(bulletin!);
  expect(met + missed + pending + noTarget).toBe(rows.length);
  expect(missed).toBe(rows.filter(({ comparison }) => comparison.outcome === 'missed').length);
});
test('a tally says what there is', () =>
  expect(tallyWords({ met: 2, missed: 1, pending: 2, noTarget: 1 })).toBe('达到2 · 未达到1 · 待评2 · 无目标1'));
test('a tally leaves out what there is none of', () => {
  expect(tallyWords({ met: 6, missed: 0, pending: 0, noTarget: 0 })).toBe('达到6');
  expect(tallyWords(outcomeCounts({ groups: [] }))).toBe('');
});
test('tables are counted together', () => {
  const [one, other] = [tableOf(5, '附件1').group, tableOf(5, '附件2').group];
  const both = outcomeCounts(bulletinWith([one, other]));
  expect(both.met + both.missed + both.pending + both.noTarget).toBe(one.rows.length + other.rows.length);
});
