import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/catalog.ts';
import type { Release } from '../../src/domain/version.ts';
import { append, ledger, LEDGER, recordPath, type LocatedRelease } from '../../src/ledger/ledger.ts';
import { format } from '../../src/ingest/problem/problem.ts';

const of = (issue: number, version: number, date = '2021-02-01'): Release => ({
  issue,
  version,
  date,
  sha256: sha256(`${issue} v${version}`),
});

/** A ledger as it grows by one line a release. */
function written(...releases: Release[]): string {
  let text = append([], releases[0]!, sha256);
  for (const release of releases.slice(1)) text = append(read(text).releases, release, sha256);
  return text;
}

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
    expect(read('期号,版本,发布日期,sha256,链\n')).toEqual({ releases: [], told: [] }));

  test.each<[string, readonly Release[], number]>([
    ['that begins with a second version', [of(48, 2)], 2],
    ['that leaves a version out', [of(48, 1), of(48, 3)], 3],
    ['that has a version twice', [of(48, 1), of(48, 1)], 3],
    ['that goes back', [of(48, 1), of(48, 2), of(48, 1)], 4],
  ])('%s is broken there', (_, releases, row) => {
    const { releases: good, told } = read(chained(releases));
    expect(rowsIn(told)).toEqual([String(row)]);
    expect(good).toHaveLength(releases.length - 1);
  });

  test.each<[string, (text: string) => string]>([
    ['digest', (text) => text.replace(sha256('48 v1'), sha256('other'))],
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

/** Lines whose chain is sound, in whatever order. */
function chained(releases: readonly Release[]): string {
  const located: LocatedRelease[] = [];
  let text = '';
  for (const release of releases) {
    text = append(located, release, sha256);
    const chain = text.trimEnd().split(',').at(-1)!;
    located.push({ release, chain, at: { file: LEDGER } });
  }
  return text;
}

test('a version is recorded under its bulletin and number', () =>
  expect(recordPath(of(48, 2))).toBe('data/published/48-v2.csv'));
