import { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { collectionEntries, collectionFiles } from '../../../src/exports/dataset/collection.ts';
import { DATA_COLUMNS, tidy } from '../../../src/exports/dataset/csv.ts';
import { samples } from '../../../src/exports/dataset/sample.ts';
import type { Library } from '../../../src/publication/library.ts';
import { bulletin, inside, outside, sha256 } from '../fixture.ts';
import { corrected, several } from '../library.ts';

const made = (library: Library): Map<string, Uint8Array> =>
  new Map(collectionFiles(library, outside).map(({ path, make }) => [path, make() as Uint8Array]));
/** With the mark at its beginning. */
const textOf = (content: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
const linesOf = (csv: string): string[] => csv.split('\r\n').slice(0, -1);

test('all bulletins’ data stand in one table, the oldest bulletin first, as in their own files', () => {
  const all = linesOf(textOf(made(several).get('data/observations.csv')!));
  const own = [...several.editions.values()].reverse().map(([newest]) => linesOf(tidy(newest!.bulletin)));
  expect(all[0]).toBe(`\ufeff${DATA_COLUMNS.join(',')}`);
  expect(all.slice(1)).toEqual(own.flatMap((lines) => lines.slice(1)));
});

test('of a corrected bulletin the newest version stands there alone', () => {
  const all = textOf(made(corrected).get('data/observations.csv')!);
  expect(all).toBe(tidy(corrected.editions.get(48)![0]!.bulletin));
});

test('the workbook holds the same rows, and says of how many bulletins', async () => {
  const file = Buffer.from(made(several).get('data/observations.xlsx')!);
  const rows = await readSheet(file, '数据', { trim: false });
  expect(rows[0]).toEqual(DATA_COLUMNS);
  const numbers = [...several.editions.values()]
    .reverse()
    .flatMap(([newest]) => newest!.bulletin.observations.map(() => newest!.bulletin.issue.number));
  expect(rows.slice(1).map(([issue]) => issue)).toEqual(numbers);
  const about = Object.fromEntries((await readSheet(file, '说明')).slice(1)) as Record<string, string>;
  expect(about['期数']).toBe('3期，各取最新的数据版本，版本号在 version 列');
  expect(about['网址']).toBe('https://example.org/yshj/data/observations.xlsx');
});

test('sizes and digests are those of the files', () => {
  const files = made(several);
  expect(collectionEntries(several, outside, sha256).map(({ path, bytes, sha256 }) => [path, bytes, sha256])).toEqual(
    [...files].map(([path, content]) => [path, content.length, sha256(content)]),
  );
});

test('without a bulletin there is a heading and nothing else', () =>
  expect(textOf(made({ editions: new Map(), indicators: new Map() }).get('data/observations.csv')!)).toBe(
    `\ufeff${DATA_COLUMNS.join(',')}\r\n`,
  ));

test('a thousand bulletins take a thousand times as long as one, and no longer', () => {
  // Counted in what is asked of a bulletin, since no test may depend on time.
  let asked = 0;
  const counting = (number: number) => ({
    ...bulletin,
    issue: { ...bulletin.issue, number },
    get observations() {
      asked += 1;
      return bulletin.observations.slice(0, 2);
    },
  });
  const of = (count: number): number => {
    asked = 0;
    const editions = new Map(
      Array.from(
        { length: count },
        (_, i) => [count - i, [{ bulletin: counting(count - i), corrections: [] }]] as const,
      ),
    );
    for (const { make } of collectionFiles({ editions, indicators: new Map() }, inside)) void make();
    return asked;
  };
  const few = of(100);
  expect(of(1000)).toBeLessThanOrEqual(10 * few);
});

test('samples name the files in full, and columns that are there', () => {
  const all = samples({
    csv: 'https://example.org/data/observations.csv',
    workbook: 'https://example.org/data/observations.xlsx',
    api: 'https://example.org/api/v1/',
  });
  for (const { code } of all) {
    const addresses = code.match(/https:[^"\s]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(0);
    for (const address of addresses)
      expect(address).toMatch(/\/(data\/observations\.(csv|xlsx)|api\/v1\/issues\.json)$/);
    const columns = [...code.matchAll(/(?:\[|r\[)"(\w+)"\]|d\$(\w+)/g)].map(([, a, b]) => a ?? b);
    expect(columns.filter((name) => !(DATA_COLUMNS as readonly (string | undefined)[]).includes(name))).toEqual([]);
  }
  // The mark at the beginning is taken away by each, or the first column would be called otherwise.
  const marks: Readonly<Record<string, string>> = { Python: 'utf-8-sig', R: 'UTF-8-BOM', Excel: 'Encoding=65001' };
  for (const [name, mark] of Object.entries(marks))
    for (const { code } of all.filter((sample) => sample.name.startsWith(name))) expect(code).toContain(mark);
});
