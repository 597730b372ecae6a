import { join } from 'node:path';
import { csvFormatRows, csvParseRows } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/check/assemble.ts';
import { rootAt, type TextRoot } from '../reconcile/mutation.ts';

const root = join(import.meta.dirname, '../..');
const ROOTS: Readonly<Record<string, TextRoot>> = {
  'bulletin 48': rootAt(root),
  'quarterly bulletins': rootAt(join(root, 'tests/roots/quarterly')),
};

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Where the errors of a root stand in which one file has other bytes, and their codes. */
function told(files: TextRoot, path: string, bytes: Uint8Array): string[] {
  const sources = [...files].map(([name, text]) => ({ path: name, bytes: name === path ? bytes : bytesOf(text) }));
  return assemble(sources)
    .problems.filter(({ severity }) => severity === 'error')
    .map(({ file, line, code }) => `${file}:${line} ${code}`);
}

/** A damage, where it is, and the file with it. */
type Damage = readonly [what: string, path: string, line: number | undefined, bytes: Uint8Array];

/** Damages that bring other errors than one in the damaged line. */
const notAlone = (files: TextRoot, damages: Iterable<Damage>): string[] =>
  [...damages].flatMap(([what, path, line, bytes]) => {
    const all = told(files, path, bytes);
    const isAlone = all.length === 1 && (line === undefined || all[0]!.startsWith(`${path}:${line} `));
    return isAlone ? [] : [`${path}:${line ?? ''} ${what}: ${all.join(', ')}`];
  });

const tablesOf = (files: TextRoot): [path: string, text: string][] =>
  [...files].filter(([path]) => path.endsWith('.csv'));

function* cells(files: TextRoot, written: string): Generator<Damage> {
  for (const [path, text] of tablesOf(files)) {
    const rows = csvParseRows(text.replace(/^\ufeff/, ''));
    for (const [i, row] of rows.entries())
      for (const [k, before] of row.entries()) {
        const damaged = rows.map((cells, at) => (at === i ? cells.with(k, written) : cells));
        yield [`“${before}” → ${written}`, path, i + 1, bytesOf(`${csvFormatRows(damaged)}\n`)];
      }
  }
}

function* rows(files: TextRoot, damaged: (line: string) => string): Generator<Damage> {
  for (const [path, text] of tablesOf(files)) {
    const lines = text.trimEnd().split(/\r?\n/);
    for (const [i, line] of lines.entries())
      // A header with another number of cells is another table.
      if (i > 0) yield [damaged(line), path, i + 1, bytesOf(`${lines.with(i, damaged(line)).join('\n')}\n`)];
  }
}

/** Without the first byte of its first letter that has three. */
function* lostBytes(files: TextRoot): Generator<Damage> {
  for (const [path, text] of files) {
    const bytes = bytesOf(text);
    const first = bytes.findIndex((byte, i) => i > 3 && byte >= 0xe0);
    yield ['a byte lost', path, undefined, bytes.filter((_, i) => i !== first)];
  }
}

describe.each(Object.entries(ROOTS))('one mistake is one error: %s', (_, files) => {
  test('nothing is wrong at first', () => {
    const [[path, text] = ['', '']] = files;
    expect(told(files, path, bytesOf(text))).toEqual([]);
  });

  test.each<[string, (line: string) => string]>([
    ['whose quotation mark is never closed', (line) => `"${line.replaceAll('"', '')}`],
    ['that has lost its first cell', (line) => line.slice(line.indexOf(',') + 1)],
    ['with a cell too many', (line) => `${line},x`],
  ])('a row %s', (_what, damaged) => {
    expect(notAlone(files, rows(files, damaged))).toEqual([]);
  });

  test('a file that has lost a byte', () => {
    expect(notAlone(files, lostBytes(files))).toEqual([]);
  });
});

test.each([
  ['Excel has nothing for', 'quarterly bulletins', '#REF!'],
  ['has lost a letter', 'bulletin 48', '占?比'],
])('one mistake is one error: a cell that %s', (_what, name, written) => {
  expect(notAlone(ROOTS[name]!, cells(ROOTS[name]!, written))).toEqual([]);
});

const QUARTER = {
  text: 'content/issues/63.mdx',
  facts: 'data/issues/63/facts.csv',
  rows: 'data/issues/63/附件1.csv',
  areas: 'data/issues/63/附件2.csv',
};

/** What is told of the quarterly bulletins with several mistakes. */
function toldOf(edits: readonly (readonly [path: string, from: string | RegExp, to: string])[]): string[] {
  const files = new Map(ROOTS['quarterly bulletins']);
  for (const [path, from, to] of edits) {
    const text = files.get(path)!.replace(from, to);
    expect(text).not.toBe(files.get(path));
    files.set(path, text);
  }
  return told(files, '', new Uint8Array());
}

describe('what is lost holds back nothing that it cannot be about', () => {
  const WRONG_CHANGE = [QUARTER.text, '相差22.8个', '相差23.8个'] as const;
  const STRAY = [QUARTER.text, '列后2名', '列后2名，约谈4321人'] as const;
  const [CHANGE, NUMBER] = [`${QUARTER.text}:33 prose/change`, `${QUARTER.text}:29 prose/unregistered-number`];

  test('a note', () => {
    const edits = [[QUARTER.facts, /,[^,]*\n(?=新设市场主体同比)/, ',#REF!\n'], WRONG_CHANGE, STRAY] as const;
    expect(toldOf(edits)).toEqual([NUMBER, CHANGE, `${QUARTER.facts}:2 value/formula-error`]);
  });

  test('a number of the same section that is counted otherwise', () => {
    expect(toldOf([[QUARTER.facts, ',17,件', ',#REF!,件'], WRONG_CHANGE])).toEqual([
      CHANGE,
      `${QUARTER.facts}:25 value/formula-error`,
    ]);
  });

  test('a place of another section', () => {
    expect(toldOf([[QUARTER.facts, /(?<=,3215,户,.*)一\(二\)/, '一(九)'], WRONG_CHANGE])).toEqual([
      CHANGE,
      `${QUARTER.facts}:11 row/place`,
    ]);
  });

  test('a cell of a row that is counted otherwise, and of another area', () => {
    expect(toldOf([[QUARTER.rows, '≤4', '#REF!'], STRAY])).toEqual([NUMBER, `${QUARTER.rows}:6 value/formula-error`]);
    const wrong = [QUARTER.text, '91.80分', '91.90分'] as const;
    expect(toldOf([[QUARTER.areas, '82.00', '#REF!'], wrong])).toEqual([
      NUMBER,
      `${QUARTER.areas}:5 value/formula-error`,
    ]);
  });
});
