import { existsSync, mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { pruneWeekly } from '../../src/cli/units/prune.ts';
import { unitStoreIn } from '../../src/cli/units/store.ts';
import { temporary } from '../temporary.ts';

const work = temporary('prune');

const DAY = 86_400_000;
const NOW = Date.now();
const KEYS = { old: 'a'.repeat(64), used: 'b'.repeat(64) };
let cache = '';
let digests = { old: '', used: '', both: '' };

const aged = (path: string, days: number): void => {
  utimesSync(path, new Date(NOW - days * DAY), new Date(NOW - days * DAY));
};
const file = (digest: string): string => join(cache, 'units/files', digest.slice(0, 2), digest);
const record = (key: string): string => join(cache, 'units/units', key);

beforeEach(() => {
  cache = mkdtempSync(join(work, 'cache-'));
  mkdirSync(join(cache, 'site'));
  const store = unitStoreIn(join(cache, 'units'));
  const keep = (text: string): string => store.keep(Buffer.from(text), join(cache, `site/${text}`));
  digests = { old: keep('旧'), used: keep('新'), both: keep('同') };
  const { old, used, both } = digests;
  store.keepRecord(KEYS.old, 'issue/1', {
    files: [
      ['a', old],
      ['b', both],
    ],
    packed: [],
    pictures: [],
    entries: [],
  });
  store.keepRecord(KEYS.used, 'issue/2', {
    files: [['a', used]],
    packed: [['b.gz', both]],
    pictures: [],
    entries: [],
  });
  for (const digest of Object.values(digests)) aged(file(digest), 40);
  aged(record(KEYS.old), 40);
  aged(record(KEYS.used), 20);
  for (const [path, days] of [
    ['sites/x.json', 40],
    ['sites/y.json', 5],
    ['bundle/x/client/a.css', 40],
    ['spares/x/index.html', 40],
    ['spares/y/index.html', 40],
  ] as const) {
    mkdirSync(dirname(join(cache, path)), { recursive: true });
    writeFileSync(join(cache, path), '');
    aged(join(cache, path), days);
  }
  for (const path of ['bundle/x', 'spares/x']) aged(join(cache, path), 40);
});

describe('once a week a cache', () => {
  test('loses what no build has used for thirty days, and keeps all that a used unit names', () => {
    pruneWeekly(cache, NOW);
    expect([existsSync(record(KEYS.old)), existsSync(record(KEYS.used))]).toEqual([false, true]);
    expect([digests.old, digests.used, digests.both].map((digest) => existsSync(file(digest)))).toEqual([
      false,
      true,
      true,
    ]);
    const there = ['sites/y.json', 'sites/x.json', 'bundle/x', 'spares/x', 'spares/y'].filter((path) =>
      existsSync(join(cache, path)),
    );
    expect(there).toEqual(['sites/y.json', 'spares/y']);
    const store = unitStoreIn(join(cache, 'units'));
    expect([store.last('issue/1'), readdirSync(join(cache, 'units/last')).length]).toEqual([undefined, 1]);
    expect(store.last('issue/2')!.files).toEqual([['a', digests.used]]);
  });

  test('keeps a unit that was used since, however long ago it was made', () => {
    expect(unitStoreIn(join(cache, 'units')).record(KEYS.old)).toBeDefined();
    pruneWeekly(cache, NOW);
    expect([existsSync(record(KEYS.old)), existsSync(file(digests.old))]).toEqual([true, true]);
  });

  test('is left alone while another build is at work', () => {
    mkdirSync(join(cache, 'astro-1-2-3-4'));
    pruneWeekly(cache, NOW);
    expect(existsSync(record(KEYS.old))).toBe(true);
  });

  test('is looked through, not more often', () => {
    pruneWeekly(cache, NOW);
    writeFileSync(join(cache, 'sites/z.json'), '');
    aged(join(cache, 'sites/z.json'), 40);
    pruneWeekly(cache, NOW + 6 * DAY);
    expect(existsSync(join(cache, 'sites/z.json'))).toBe(true);
    pruneWeekly(cache, NOW + 8 * DAY);
    expect(existsSync(join(cache, 'sites/z.json'))).toBe(false);
  });
});
