import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sha256, sources } from '../../src/catalog.ts';
import { writeFiles } from '../../src/cli/files.ts';
import { publicationOf } from '../../src/publication/publication.ts';
import { siteFiles } from '../../src/exports/site/files.ts';
import { editionsOf } from '../../src/ledger/editions.ts';
import { assemble } from '../../src/check/assemble.ts';
import { site } from '../../src/site.ts';

const work = mkdtempSync(join(tmpdir(), 'bulletin-files-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});
const cache = join(work, 'cache');
const root = join(import.meta.dirname, '../cases/valid');

/** Writes the files of a root with one of its texts replaced. */
async function written(folder: string, from = '', to = ''): Promise<number> {
  const files = sources(root).map(({ path, bytes }) => ({
    path,
    bytes: new TextEncoder().encode(new TextDecoder().decode(bytes).replaceAll(from || '\0', to)),
  }));
  const { bulletins, histories, indicators, problems } = assemble(files, sha256);
  expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
  const editions = new Map(bulletins.map((b) => [b.issue.number, editionsOf(histories.get(b.issue.number)!, b)]));
  return writeFiles(
    siteFiles({ editions, indicators }, publicationOf(site, 'https://example.org', '/'), sha256),
    join(work, folder),
    { cache },
  );
}

/** Of the tables and their three rows; each has a wide and a narrow picture, the same for its frozen copy, and one for shared links. */
const CHARTS = ['group-1', 'online-share', 'one-window', 'group-2', 'setup-time'];
/** Each of those three indicators has the same over time. */
const OVER_TIME = 3;

describe('the files beside the pages', () => {
  test('draw every picture once, and none again while nothing changes', async () => {
    expect(await written('first')).toBe(3 * (CHARTS.length + OVER_TIME) + 1);
    expect(await written('again')).toBe(0);
    for (const slug of CHARTS)
      expect(
        readFileSync(join(work, `again/issues/1/charts/${slug}.png`)).equals(
          readFileSync(join(work, `first/issues/1/charts/${slug}/v1.png`)),
        ),
      ).toBe(true);
  });

  test('draw again what shows a changed number, and nothing else', async () => {
    // The row's charts, its table's and its indicator's, the links to those, the link to the bulletin.
    expect(await written('changed', '97.2%', '96.2%')).toBe(10);
    const same = (slug: string): boolean =>
      readFileSync(join(work, `changed/issues/1/charts/${slug}.png`)).equals(
        readFileSync(join(work, `first/issues/1/charts/${slug}.png`)),
      );
    expect(CHARTS.filter((slug) => !same(slug))).toEqual(['group-1', 'online-share']);
  });
});
