import { csvParseRows } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATA_COLUMNS, csv, dataRows, primaryKey, safe, tidy, unsafe } from '../../../src/exports/dataset/csv.ts';
import type { ColumnName } from '../../../src/exports/dataset/field.ts';
import { everyBulletin } from '../every.ts';
import { bulletin, NASTY } from '../fixture.ts';

const file = tidy(bulletin);

describe('observations.csv', () => {
  test('begins with a BOM and ends its lines as Excel expects', () => {
    expect(file.startsWith('\ufeffissue,version,group,')).toBe(true);
    expect(file.endsWith('\r\n')).toBe(true);
  });

  test('has one row for each observation, and as many cells in each as columns', () => {
    const rows = csvParseRows(file.slice(1).trimEnd());
    expect(rows).toHaveLength(bulletin.observations.length + 1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([DATA_COLUMNS.length]));
  });

  test('keeps digits as printed', () => {
    expect(file).toContain('法定办结时限压缩比,stated,,2020,2020年,84.0,,eq,%,A,2020年底');
    expect(file).toContain('承诺办结时限平均压缩比例,achieved,,2020,2020年,88,,eq,%,A');
    expect(file).toContain('“豫事办”用户,stated,,2020,2020年,1255420,,eq,人,A,2020年底');
  });

  test('tells what is expected, what is a floor, what is missing and what is a statement', () => {
    expect(file).toContain('政务服务便利度,achieved,,2020,2020年,85,,eq,分,F');
    expect(file).toContain('“一窗”分类受理率,baseline,,2019,2019年,70,,ge,%,A');
    expect(file).toContain('实名差评按期整改率,frontier,,,,,,,%,O,,,,,暂缺：暂缺国内前沿水平，无法对比');
    expect(file).toContain('“一窗”分类受理率,frontier,,,,,,,%,A,,,上海市,实现综合窗口全覆盖');
  });
});

describe('formulas', () => {
  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\u0000=1',
    '\u007f=1',
    ' =1',
    '  +1',
    '\u3000=1',
    '\u00a0=1',
    '\ufeff=1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    '\u3000＝1',
    "=cmd|' /C calc'!A0",
  ])('disarms %j, which a spreadsheet may run', (text) => expect(safe(text)).toBe(`'${text}`));

  test.each(['“互联网+企业登记”', '1—2', 'a=b', '（-5）', '—', '−5', '70%以上', ' 一', ''])('leaves %j alone', (text) =>
    expect(safe(text)).toBe(text),
  );

  test.each([
    ["'", "''"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'一窗'", "''一窗'"],
  ])('adds an apostrophe to %j, which would be taken for one of ours', (text, cell) => {
    expect(safe(text)).toBe(cell);
    expect(unsafe(cell)).toBe(text);
  });

  test('a negative number is a number', () =>
    expect(csv([{ ...dataRows(bulletin)[0]!, value: '-5', upper: '-1' }])).toContain(',-5,-1,'));

  test('a negative number stays one as it was printed, too', () => {
    const written = (text: string): string => {
      const [head, row] = csvParseRows(csv([{ ...dataRows(bulletin)[0]!, printed: text }]).slice(1));
      return row![head!.indexOf('printed')]!;
    };
    expect(['-3.2%', '-1,024', '-3+cmd', '-'].map(written)).toEqual(['-3.2%', '-1,024', "'-3+cmd", "'-"]);
  });

  test('no cell of any bulletin begins with a sign that could be run, unless it is a number', () => {
    for (const [name, b] of everyBulletin) {
      const [head, ...rows] = csvParseRows(tidy(b).slice(1));
      for (const row of rows)
        for (const [i, cell] of row.entries())
          if (!['value', 'upper', 'change', 'margin'].includes(head![i]!) && !/^-[\d,.]+%?$/.test(cell))
            expect(cell, name).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }
  });
});

/** What tests this room has found letters in: any, and those that matter here more often than chance would bring. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'\'"=+-@＝ \t\r\n,;\u3000一1'.split('')) }),
  fc.constantFrom(...NASTY),
);

describe('any text', () => {
  test('comes back as it was, alone', () =>
    fc.assert(
      fc.property(anyText, (text) => unsafe(safe(text)) === text),
      { numRuns: 2000 },
    ));

  test('is never left to be run', () =>
    fc.assert(
      fc.property(anyText, (text) => !/^(?:[\u0000-\u001f]|\s*[=+\-@＝＋－＠])/.test(safe(text))),
      { numRuns: 2000 },
    ));

  test('comes back as it was, through the file', () =>
    fc.assert(
      fc.property(anyText, anyText, anyText, (name, note, printed) => {
        const [, row, ...rest] = csvParseRows(
          csv([{ ...dataRows(bulletin)[0]!, name, note, printed }])
            .slice(1)
            .replace(/\r\n$/, ''),
        );
        expect(rest).toEqual([]);
        const cell = (column: ColumnName): string => unsafe(row![DATA_COLUMNS.indexOf(column)]!);
        expect([cell('name'), cell('note'), cell('printed')]).toEqual([name, note, printed]);
      }),
      { numRuns: 1000 },
    ));
});

describe('the key', () => {
  test('of bulletin 48 are the columns that are always filled', () =>
    expect(primaryKey(dataRows(bulletin))).toEqual(['issue', 'version', 'name', 'role', 'source']));

  test('is not claimed where two lines agree in them', () => {
    const all = dataRows(bulletin);
    expect(primaryKey([...all, { ...all[0]!, asOf: '2021年' }])).toBeNull();
  });
});
