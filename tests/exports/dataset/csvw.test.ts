import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../../src/domain/issue.ts';
import { csvw } from '../../../src/exports/dataset/csvw.ts';
import type { Publication } from '../../../src/publication/publication.ts';
import { LEXICAL, repeated, table } from '../described.ts';
import { everyBulletin } from '../every.ts';
import { bulletin, inside, outside, released } from '../fixture.ts';

type Datatype = string | { base: string; format?: string; minimum?: number };
interface Description extends Record<string, unknown> {
  url: string;
  dialect: Record<string, unknown>;
  tableSchema: {
    columns: { name: string; titles: Record<string, string>; datatype: Datatype; required: boolean; null: string }[];
    primaryKey?: string[];
  };
}

const of = (b: Bulletin, p: Publication): Description => JSON.parse(csvw(b, p, 'observations.csv')) as Description;

/** What tabular-metadata §5.3–5.7 and §5.9 allow beside common properties, which have a prefix. */
const ALLOWED = {
  table: [
    '@context',
    '@id',
    '@type',
    'url',
    'dialect',
    'notes',
    'suppressOutput',
    'tableDirection',
    'tableSchema',
    'transformations',
  ],
  schema: ['@id', '@type', 'columns', 'foreignKeys', 'primaryKey', 'rowTitles'],
  column: [
    '@id',
    '@type',
    'name',
    'suppressOutput',
    'titles',
    'virtual',
    'aboutUrl',
    'datatype',
    'default',
    'lang',
    'null',
    'ordered',
    'propertyUrl',
    'required',
    'separator',
    'textDirection',
    'valueUrl',
  ],
  dialect: [
    '@id',
    '@type',
    'commentPrefix',
    'delimiter',
    'doubleQuote',
    'encoding',
    'header',
    'headerRowCount',
    'lineTerminators',
    'quoteChar',
    'skipBlankRows',
    'skipColumns',
    'skipInitialSpace',
    'skipRows',
    'trim',
  ],
};
const strange = (what: object, allowed: readonly string[]): string[] =>
  Object.keys(what).filter((key) => !allowed.includes(key) && !/^(dc|schema):[a-z]+$/i.test(key));

describe('observations.csv-metadata.json', () => {
  test.each([
    ['before its release', bulletin, inside],
    ['published', released, outside],
  ] as const)('is a table description as the recommendation has it, %s', (_, b, p) => {
    const d = of(b, p);
    expect(d['@context']).toEqual(['http://www.w3.org/ns/csvw', { '@language': 'zh-CN' }]);
    expect(strange(d, ALLOWED.table)).toEqual([]);
    expect(strange(d.tableSchema, ALLOWED.schema)).toEqual([]);
    expect(strange(d.dialect, ALLOWED.dialect)).toEqual([]);
    expect(d.tableSchema.columns.flatMap((c) => strange(c, ALLOWED.column))).toEqual([]);
    expect(
      [d['@type'], d.dialect['@type'], d.tableSchema, ...d.tableSchema.columns].map((x) =>
        typeof x === 'object' ? (x as Record<string, unknown>)['@type'] : x,
      ),
    ).toEqual(['Table', 'Dialect', 'Schema', ...d.tableSchema.columns.map(() => 'Column')]);
    for (const { name, datatype } of d.tableSchema.columns) {
      expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9_]*$/);
      expect(['string', 'integer', 'decimal', 'gYear']).toContain(
        typeof datatype === 'string' ? datatype : datatype.base,
      );
    }
    for (const key of d.tableSchema.primaryKey ?? []) expect(d.tableSchema.columns.map((c) => c.name)).toContain(key);
  });

  test('describes the file beside it', () =>
    expect(of(bulletin, inside)).toMatchObject({
      url: 'observations.csv',
      dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true, trim: false },
    }));

  test('names title, publisher and licence, but none that there is not', () => {
    expect(of(bulletin, inside)).not.toHaveProperty('dc:license');
    expect(of(bulletin, inside)).not.toHaveProperty('dc:issued');
    expect(JSON.stringify(of(bulletin, inside))).not.toContain('/yshj/');
    expect(of(released, outside)).toMatchObject({
      'dc:title': '关于“政务服务”指标整改提升情况的通报：数据集（《优化营商环境工作通报》第48期）',
      'dc:publisher': { 'schema:name': inside.office },
      'schema:version': '2',
      'dc:license': { '@id': 'https://creativecommons.org/licenses/by/4.0/' },
      'dc:issued': { '@value': '2026-12-01', '@type': 'xsd:date' },
      'dc:source': { '@id': 'https://example.org/yshj/issues/48/' },
    });
  });
});

test('every bulletin’s file is valid against its description: headings match titles, cells their datatypes, keys are unique', () => {
  for (const [name, b] of everyBulletin) {
    const {
      tableSchema: { columns, primaryKey = [] },
    } = of(b, inside);
    const { head, rows } = table(b);
    expect(columns).toHaveLength(head.length);
    for (const [i, c] of columns.entries()) expect(Object.values(c.titles)).toContain(head[i]);
    for (const row of rows)
      for (const [i, c] of columns.entries()) {
        const cell = row[i]!;
        const at = `${name}: ${head[i]} ${cell}`;
        if (cell === c.null) {
          expect(c.required || primaryKey.includes(c.name), at).toBe(false);
          continue;
        }
        const { base, format, minimum } =
          typeof c.datatype === 'string'
            ? { base: c.datatype, format: undefined, minimum: undefined }
            : { format: undefined, minimum: undefined, ...c.datatype };
        expect(cell, at).toMatch(LEXICAL[base]!);
        if (format !== undefined) expect(cell, at).toMatch(new RegExp(format));
        if (minimum !== undefined) expect(Number(cell), at).toBeGreaterThanOrEqual(minimum);
      }
    if (primaryKey.length > 0) expect(repeated(rows, head, primaryKey), name).toEqual([]);
  }
});
