import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/catalog.ts';
import type { Release } from '../../src/domain/version.ts';
import { FORMAT, ledger, LEDGER, ledgerText, removedLines, type LocatedRelease } from '../../src/ledger/ledger.ts';
import { format } from '../../src/ingest/problem/problem.ts';

const of = (issue: number, version: number, date = '2021-02-01'): Release => ({
  issue,
  version,
  format: FORMAT,
  date,
  sha256: sha256(`${issue} v${version}`),
});

const written = (...releases: Release[]): string => ledgerText(releases, sha256);

const read = (text: string): { releases: LocatedRelease[]; told: string[] } => {
  const { releases, problems } = ledger(text, sha256);
  return { releases, told: problems.map(format) };
};

/** The rows that are told. */
const rowsIn = (lines: readonly string[]): (string | undefined)[] =>
  lines.map((line) => new RegExp(`^${LEDGER} 第(\\d+)行`).exec(line)?.[1]);

describe('the ledger', () => {
  test('holds the releases in their order, versions of one bulletin counted from 1', () => {
    const all = [of(48, 1), of(49, 1), of(48, 2, '2021-03-01'), of(48, 3), of(49, 2)];
    const { releases, told } = read(written(...all));
    expect(releases.map((r) => r.release)).toEqual(all);
    expect(told).toEqual([]);
  });

  test('that is new has no line yet', () =>
    expect(read('期号,版本,封存格式,发布日期,sha256,链\n')).toEqual({ releases: [], told: [] }));

  test.each<[string, readonly Release[], number]>([
    ['that begins with a second version', [of(48, 2)], 2],
    ['that leaves a version out', [of(48, 1), of(48, 3)], 3],
    ['that has a version twice', [of(48, 1), of(48, 1)], 3],
    ['that goes back', [of(48, 1), of(48, 2), of(48, 1)], 4],
  ])('%s is broken there', (_, releases, row) => {
    const { releases: good, told } = read(written(...releases));
    expect(rowsIn(told)).toEqual([String(row)]);
    expect(good).toHaveLength(releases.length - 1);
  });

  test.each<[string, (text: string) => string]>([
    ['digest', (text) => text.replace(sha256('48 v1'), sha256('other'))],
    ['layout', (text) => text.replace(`48,1,${FORMAT},`, '48,1,9,')],
    ['date', (text) => text.replace('2021-02-01', '2021-02-02')],
    ['order', (text) => text.replace(/^(.*\n)(.*\n)(.*\n)/, '$1$3$2')],
  ])('whose %s was changed by hand is broken', (_, change) => {
    const text = written(of(48, 1), of(49, 1));
    expect(rowsIn(read(change(text)).told)).toEqual(['2']);
  });

  test('says nothing of what follows a broken line', () => {
    const text = written(of(48, 1), of(48, 2), of(48, 3)).replace(sha256('48 v2'), sha256('other'));
    const { releases, told } = read(text);
    expect(releases.map((r) => r.release.version)).toEqual([1]);
    expect(rowsIn(told)).toEqual(['3']);
  });
});

describe('no line may ever go', () => {
  const recorded = [of(48, 1), of(49, 1)].map((release, i) => ({ release, commit: `abc${i}` }));

  test('that a commit has added', () => {
    expect(removedLines(recorded, written(of(48, 1), of(49, 1), of(48, 2)))).toEqual([]);
    expect(removedLines(recorded, written(of(49, 1))).map(format)).toEqual([
      'data/published.csv：第48期第1版（2021-02-01公布）在提交 abc0 里记入了台账，现在没有了，或者被改动了\n→ 恢复台账的这一行和它的存档；公布过的版本不能删，也不能改',
    ]);
    expect(removedLines(recorded, '')).toHaveLength(2);
  });

  test('nor say another day, while its chain may be made anew', () => {
    expect(removedLines(recorded, written(of(48, 1, '2021-02-02'), of(49, 1)))).toHaveLength(1);
    expect(removedLines(recorded, written(of(49, 1), of(48, 1)))).toEqual([]);
  });
});
