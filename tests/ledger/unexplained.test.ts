import { expect, test } from 'vitest';
import type { Correction } from '../../src/domain/correction.ts';
import { format } from '../../src/ingest/problem/problem.ts';
import { unexplained } from '../../src/ledger/explained.ts';
import type { Pair } from '../../src/ledger/pair.ts';

const FILE = 'data/issues/1/附件1.csv';

const pair = (i: number): Pair => ({
  names: [`县${i}`],
  column: '得分',
  places: [],
  before: `${i}`,
  after: `${i + 1}`,
  at: { file: FILE, row: i + 2 },
});

const entry = (i: number, after = `${i + 1}`) => ({
  correction: {
    ...{ date: '2026-12-01', issue: 1, indicator: `县${i}`, code: null, column: '得分', place: null },
    ...{ before: `${i}`, after, kind: '更正', reason: '录入有误', approver: '办公室' },
  } satisfies Correction,
  at: (column: string) => ({ file: 'data/corrections.csv', row: i + 2, column }),
});

/** What is told of `count` changed cells and as many corrections, and how many names were looked at. */
function told(count: number) {
  let asked = 0;
  const numbers = [...Array(count).keys()];
  const problems = unexplained({
    issue: 1,
    version: 1,
    pairs: numbers.map(pair),
    // The last but one says another new value, the last is not there.
    entries: numbers.slice(0, -1).map((i) => entry(i, i === count - 2 ? '7777' : undefined)),
    nameKey: (name) => {
      asked += 1;
      return name;
    },
  });
  return { asked, problems };
}

test('a thousand corrections are each found by what they say, and what is wrong with two of them is told', () => {
  const { problems } = told(1000);
  expect(problems.map((p) => format(p).split('\n')[0])).toEqual([
    'data/corrections.csv 第1000行 “新值”：更正记录的新值是“7777”，data/issues/1/附件1.csv  是“999”',
    'data/issues/1/附件1.csv 第1001行：第1期第1版公布的是“999”，现在是“1000”',
  ]);
});

test('each name is looked at so often, however many corrections there are', () => {
  expect(told(2000).asked).toBe(2 * told(1000).asked);
});
