import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/integrations/sha256.ts';
import { lostLines, type Blobs, type Committed } from '../../src/ledger/commits.ts';
import { FORMAT, ledgerText, lineKey, releasesIn } from '../../src/ledger/ledger.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A ledger of the first versions of bulletins. */
const ledger = (...issues: number[]): string =>
  ledgerText(
    issues.map((issue) => ({ issue, version: 1, format: FORMAT, date: '2021-02-01', sha256: sha256(`${issue}`) })),
    sha256,
  );

/** A history, newest state first, and how often one was read. */
function history(...texts: string[]) {
  const read: string[] = [];
  const stored = new Map(texts.map((text) => [sha256(text), bytes(text)]));
  const blobs: Blobs = {
    read: (blob) => {
      read.push(blob);
      return stored.get(blob)!;
    },
    nameOf: sha256,
  };
  const states = texts.map((text, i): Committed => ({
    commit: `c${texts.length - i}`,
    blob: sha256(text),
    size: bytes(text).length,
  }));
  return { states, blobs, read };
}

const missed = (now: string, ...texts: string[]): string[] => {
  const { states, blobs } = history(...texts);
  return lostLines(states, bytes(now), blobs).map(({ release, commit }) => `${release.issue} ${commit}`);
};

describe('of a ledger that only grew', () => {
  test('no line is missed, and no state of it is read', () => {
    const all = [...Array(50).keys()].map((i) => ledger(...Array(i + 1).keys())).reverse();
    const { states, blobs, read } = history(...all);
    expect(lostLines(states, bytes(all[0]!), blobs)).toEqual([]);
    expect(lostLines(states, bytes(`${all[0]}not committed yet`), blobs)).toEqual([]);
    expect(read).toEqual([]);
  });
});

describe('a line that is gone is missed, with the first commit that had it,', () => {
  test('where the whole ledger is gone, for which one state is read', () => {
    const { states, blobs, read } = history(ledger(1, 2, 3), ledger(1, 2), ledger(1));
    expect(lostLines(states, bytes(''), blobs).map(({ release, commit }) => [release.issue, commit])).toEqual([
      [1, 'c1'],
      [2, 'c2'],
      [3, 'c3'],
    ]);
    expect(read).toHaveLength(1);
  });

  test('where a line in the middle is gone', () => {
    expect(missed(ledger(1, 3, 4), ledger(1, 3, 4), ledger(1, 2, 3), ledger(1, 2), ledger(1))).toEqual(['2 c2']);
  });

  test('but not one that stands elsewhere', () => {
    expect(missed(ledger(2, 1), ledger(1, 2), ledger(1))).toEqual([]);
  });

  test('whatever was written in between', () => {
    const texts = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 6 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, (contents) => {
        const [now = '', ...then] = contents.map((issues) => ledger(...new Set(issues)));
        const naive = new Map<string, string>();
        for (const [i, text] of then.entries())
          for (const release of releasesIn(text))
            if (!releasesIn(now).some((r) => lineKey(r) === lineKey(release)))
              naive.set(String(release.issue).padStart(2), `${release.issue} c${then.length - i}`);
        expect(missed(now, ...then)).toEqual(
          [...naive].sort(([a], [b]) => Number(a) - Number(b)).map(([, one]) => one),
        );
      }),
    );
  });
});
