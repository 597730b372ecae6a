import { describe, expect, test } from 'vitest';
import { load } from '../../src/catalog.ts';
import { editionJson, editionRecord, type EditionRecord } from '../../src/ledger/edition-record.ts';
import type { Bulletin } from '../../src/domain/issue.ts';
import type { ReconciledBulletin } from '../../src/reconcile/bulletin.ts';
import { PUBLISHER } from './released.ts';

const recordOf = (bulletin: Bulletin): EditionRecord => ({
  bulletin,
  log: [],
  since: 0,
  indicators: [],
  units: [],
  publisher: PUBLISHER,
  tables: {},
});

/** What a bulletin says, without what its text is to the program. */
function stated({ body, blocks, ties, components, links, ...bulletin }: ReconciledBulletin): Bulletin {
  expect([body, blocks, ties, components, links]).not.toContain(undefined);
  return bulletin;
}

describe('a bulletin is the same after it was written and read', () => {
  const roots = ['.', 'tests/cases/area-table', 'tests/cases/two-targets', 'tests/cases/valid'];
  const bulletins = roots.flatMap((root) => load(root).bulletins.map((b) => [`${root} ${b.issue.number}`, b] as const));

  test.each(bulletins)('%s', (_, bulletin) => {
    const read = editionRecord(editionJson(recordOf(bulletin))).bulletin;
    expect(read).toEqual(stated(bulletin));
  });

  test.each(bulletins)('%s, whose tables and notes hold the very observations of its list', (_, bulletin) => {
    const read = editionRecord(editionJson(recordOf(bulletin))).bulletin;
    const held = read.groups.flatMap((g) => g.rows.flatMap((row) => row.all.map(({ o }) => o)));
    expect([...held, ...read.facts].filter((o) => !read.observations.includes(o))).toEqual([]);
    expect(read.lookAlikes.every(({ fact }) => read.facts.includes(fact))).toBe(true);
  });
});

test('a record of a later form is not guessed at', () => {
  const later = editionJson(recordOf(load('.').bulletins[0]!)).replace('{"schema":1', '{"schema":9');
  expect(() => editionRecord(later)).toThrow('edition.json schema 9');
});
