import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Bulletin } from '../../../src/domain/issue.ts';
import { dataPackage } from '../../../src/exports/dataset/datapackage.ts';
import type { Publication } from '../../../src/publication/publication.ts';
import { tidy } from '../../../src/exports/dataset/csv.ts';
import { LEXICAL, repeated, table } from '../described.ts';
import { everyBulletin } from '../every.ts';
import { bulletin, indicators, inside, nasty, outside, released, sha256 } from '../fixture.ts';

interface Package {
  id?: string;
  name: string;
  version: string;
  created?: string;
  homepage?: string;
  licenses?: unknown;
  sources: { path?: string }[];
  resources: {
    hash: string;
    bytes: number;
    schema: {
      fields: {
        name: string;
        type: string;
        constraints?: { required?: boolean; enum?: string[]; pattern?: string; minimum?: number };
        categories?: { value: string }[];
      }[];
      primaryKey?: string[];
      missingValues: string[];
    };
  }[];
}

const of = (b: Bulletin, p: Publication): Package =>
  JSON.parse(
    dataPackage(b, indicators, p, { name: 'observations.csv', meaning: '全部数据', content: strToU8(tidy(b)) }, sha256),
  ) as Package;

/**
 * Not the standard's own profile, but what its text demands of the properties that we write
 * (https://datapackage.org/standard/data-package/, data-resource, table-dialect, table-schema; 2.0).
 */
const STANDARD = {
  type: 'object',
  required: ['resources', 'name', '$schema'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[-a-z0-9._]+$' },
    id: { type: 'string', format: 'uri' },
    title: { type: 'string', minLength: 1 },
    description: { type: 'string' },
    homepage: { type: 'string', format: 'uri' },
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        anyOf: [{ required: ['name'] }, { required: ['path'] }],
        properties: {
          name: { pattern: '^[-a-zA-Z0-9._]+$' },
          path: { type: 'string', format: 'uri' },
          title: { type: 'string' },
        },
      },
    },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: { type: 'string' }, path: { type: 'string', format: 'uri' } },
      },
    },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: { type: 'string' }, roles: { type: 'array', minItems: 1, items: { type: 'string' } } },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path'],
        not: { required: ['data'] },
        properties: {
          name: { type: 'string', pattern: '^[-a-z0-9._]+$' },
          path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\.)' },
          type: { const: 'table' },
          format: { const: 'csv' },
          mediatype: { const: 'text/csv' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer', minimum: 1 },
          hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
          dialect: {
            type: 'object',
            additionalProperties: false,
            properties: {
              $schema: { format: 'uri' },
              header: { type: 'boolean' },
              delimiter: { type: 'string', maxLength: 1 },
              lineTerminator: { type: 'string' },
              quoteChar: { type: 'string', maxLength: 1 },
              doubleQuote: { type: 'boolean' },
            },
          },
          schema: {
            type: 'object',
            required: ['fields'],
            additionalProperties: false,
            properties: {
              $schema: { format: 'uri' },
              missingValues: { type: 'array', uniqueItems: true, items: { type: 'string' } },
              primaryKey: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name'],
                  properties: {
                    name: { type: 'string' },
                    type: { enum: ['string', 'number', 'integer', 'year'] },
                    title: { type: 'string' },
                    description: { type: 'string' },
                    constraints: {
                      type: 'object',
                      additionalProperties: false,
                      properties: {
                        required: { type: 'boolean' },
                        enum: { type: 'array', minItems: 1, uniqueItems: true },
                        pattern: { type: 'string', format: 'regex' },
                        minimum: { type: 'number' },
                      },
                    },
                    categories: {
                      type: 'array',
                      minItems: 1,
                      items: { type: 'object', required: ['value'], properties: { label: { type: 'string' } } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
const valid = ajv.compile(STANDARD);

describe('datapackage.json', () => {
  test.each([
    ['before its release', bulletin, inside],
    ['published', released, outside],
    ['with odd texts', nasty, inside],
  ] as const)('meets the standard, %s', (_, b, p) => {
    valid(of(b, p));
    expect(valid.errors).toBeNull();
  });

  test('invents neither address, nor day, nor licence', () => {
    const { id, homepage, created, licenses, sources } = of(bulletin, inside);
    expect({ id, homepage, created, licenses, path: sources[0]!.path }).toEqual({});
  });

  test('of a released version on a public site has them', () =>
    expect(of(released, outside)).toMatchObject({
      name: 'bulletin-48',
      id: 'https://example.org/yshj/issues/48/data/v2/',
      homepage: 'https://example.org/yshj/issues/48/data/v2/',
      version: '2.0.0',
      created: '2026-12-01T00:00:00Z',
      licenses: [{ path: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY 4.0' }],
      sources: [{ path: 'https://example.org/yshj/issues/48/' }],
    }));

  test('states size and digest of the file as its bytes have them', () => {
    const bytes = strToU8(tidy(bulletin));
    expect(of(bulletin, inside).resources[0]).toMatchObject({ bytes: bytes.length, hash: `sha256:${sha256(bytes)}` });
  });
});

test('every cell of every bulletin is of its field’s type and within its constraints, and the key is unique', () => {
  for (const [name, b] of everyBulletin) {
    const { fields, primaryKey = [], missingValues } = of(b, inside).resources[0]!.schema;
    const { head, rows } = table(b);
    expect(fields.map((f) => f.name)).toEqual(head);
    for (const row of rows)
      for (const [i, { type, constraints = {}, categories }] of fields.entries()) {
        const cell = row[i]!;
        const at = `${name}: ${head[i]} ${cell}`;
        if (missingValues.includes(cell)) {
          expect(constraints.required, at).not.toBe(true);
          expect(primaryKey, at).not.toContain(head[i]);
          continue;
        }
        expect(cell, at).toMatch(LEXICAL[type]!);
        if (constraints.enum) expect(constraints.enum, at).toContain(cell);
        if (categories)
          expect(
            categories.map((c) => c.value),
            at,
          ).toContain(cell);
        if (constraints.pattern) expect(cell, at).toMatch(new RegExp(`^(?:${constraints.pattern})$`));
        if (constraints.minimum !== undefined) expect(Number(cell), at).toBeGreaterThanOrEqual(constraints.minimum);
      }
    if (primaryKey.length > 0) expect(repeated(rows, head, primaryKey), name).toEqual([]);
  }
});
