import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import plugin from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type {
  CorrectionList,
  IndicatorAnswer,
  IndicatorList,
  IssueAnswer,
  IssueList,
} from '../../../src/exports/api/api.ts';
import { ANSWERS, ANSWER_NAMES, type AnswerName } from '../../../src/exports/api/answers.ts';
import { issueRecord } from '../../../src/exports/dataset/record.ts';
import { inside, outside } from '../fixture.ts';
import { corrected, libraries, NAME, plain, several } from '../library.ts';
import { made } from '../made.ts';

type Json = Record<string, unknown>;
interface Property {
  readonly description?: string;
  readonly pattern?: string;
  readonly type?: string | string[];
  readonly anyOf?: readonly { readonly type?: string }[];
}

const answerOf = (path: string): AnswerName | undefined => {
  const [, name, item] = /^api\/v1\/([a-z]+)(\/[^/]+)?\.json$/.exec(path) ?? [];
  if (name === undefined || name === 'openapi' || name === 'schemas') return undefined;
  return (item ? name.replace(/s$/, '') : name) as AnswerName;
};
/** What its types call a module is the function itself. */
const formats = plugin as unknown as (ajv: Ajv2020) => void;
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as good as a cast, said once
const json = <T>(files: ReadonlyMap<string, string>, path: string): T => JSON.parse(files.get(`api/v1/${path}`)!) as T;
const cases = libraries.flatMap(([name, library]) =>
  (
    [
      ['inside', inside],
      ['outside', outside],
    ] as const
  ).map(([where, publication]) => [name, where, library, publication] as const),
);

describe.each(cases)('the interface of %s, %s,', (_, __, library, publication) => {
  test('gives answers that are valid by their published schemas and by zod', async () => {
    const files = await made(library, publication);
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
    formats(ajv);
    const validators = new Map(
      ANSWER_NAMES.map((name) => [name, ajv.compile(json<Json>(files, `schemas/${name}.json`))]),
    );
    const answers = [...files].flatMap(([path, text]) =>
      answerOf(path) ? [[path, answerOf(path)!, JSON.parse(text) as unknown] as const] : [],
    );
    expect(answers).toHaveLength(3 + library.editions.size + library.indicators.size);
    for (const [path, name, answer] of answers) {
      const valid = validators.get(name)!;
      expect(valid(answer) ? [] : valid.errors, path).toEqual([]);
      expect(ANSWERS[name].parse(answer), path).toEqual(answer);
    }
  });

  test('is described by an OpenAPI document that is valid, whose examples are too, and whose paths are files', async () => {
    const files = await made(library, publication);
    const document = json<
      Json & {
        paths: Record<
          string,
          {
            get: {
              parameters?: { name: string; example: unknown }[];
              responses: Record<string, { content: Record<string, { schema: object; example?: unknown }> }>;
            };
          }
        >;
        components: { schemas: Json };
        servers: { url: string }[];
      }
    >(files, 'openapi.json');
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
    // An address that answers: the site's own.
    expect(document.servers.map(({ url }) => url)).toEqual([
      publication === outside ? 'https://example.org/yshj' : '/yshj',
    ]);
    expect(Object.keys(document.paths)).toHaveLength(5);
    const ajv = new Ajv2020({ strict: false });
    formats(ajv);
    ajv.addSchema({ $id: 'https://example.org/openapi.json', ...document });
    for (const [path, { get }] of Object.entries(document.paths)) {
      expect(Object.keys(get.responses)).toEqual(['200', '404']);
      const { schema, example } = get.responses['200']!.content['application/json']!;
      const file = (get.parameters ?? []).reduce((made, p) => made.replace(`{${p.name}}`, String(p.example)), path);
      if (library.editions.size > 0) expect([...files.keys()]).toContain(file.slice(1));
      const valid = ajv.compile({ $ref: `https://example.org/openapi.json${(schema as { $ref: string }).$ref}` });
      expect(example === undefined || valid(example) ? [] : valid.errors, path).toEqual([]);
    }
  });
});

/** What a field's description leaves out. */
function silences(name: string, { description = '', type, anyOf, pattern }: Property): string[] {
  const isNullable = [type, ...(anyOf ?? []).map((one) => one.type)].flat().includes('null');
  const isDecimal = pattern === '^-?\\d+(\\.\\d+)?$';
  return [
    ...(description.endsWith('。') ? [] : [name]),
    ...(isDecimal && !description.includes('字符串') ? [`${name} is a decimal`] : []),
    ...(isNullable && !description.includes('null') ? [`${name} may be null`] : []),
  ];
}

test('every field of every schema says what it is, decimals that they are strings', async () => {
  const files = await made(plain, outside);
  const silent: string[] = [];
  const look = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties = {} } = node as { properties?: Record<string, Property> };
    for (const [name, property] of Object.entries(properties)) silent.push(...silences(`${at}/${name}`, property));
    for (const [key, child] of Object.entries(node)) look(child, `${at}/${key}`);
  };
  for (const name of ANSWER_NAMES) {
    const schema = json<Json>(files, `schemas/${name}.json`);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `https://example.org/yshj/api/v1/schemas/${name}.json`,
    });
    look(schema, name);
  }
  expect(silent).toEqual([]);
});

describe('answers', () => {
  test('of bulletin 48 are its record with its versions', async () => {
    const { versions, address, ...rest } = json<IssueAnswer>(await made(corrected, outside), 'issues/48.json');
    expect(address).toBe('https://example.org/yshj/issues/48/');
    expect(rest).toEqual(JSON.parse(JSON.stringify(issueRecord(corrected.editions.get(48)![0]!.bulletin))));
    expect(
      versions.map(({ version, released, data, corrections }) => [version, released, data, corrections.length]),
    ).toEqual([
      [3, null, 'https://example.org/yshj/issues/48/data/v3/', 4],
      [2, '2026-12-02', 'https://example.org/yshj/issues/48/data/v2/', 1],
      [1, '2026-11-24', 'https://example.org/yshj/issues/48/data/v1/', 0],
    ]);
  });

  test('list bulletins newest first and lead to files that exist', async () => {
    const files = await made(several, inside);
    const { issues } = json<IssueList>(files, 'issues.json');
    expect(issues.map(({ number, address, counts }) => [number, address, counts.observations])).toEqual([
      [50, null, 3],
      [49, null, 4],
      [48, null, 4],
    ]);
    const { indicators } = json<IndicatorList>(files, 'indicators.json');
    expect(indicators.map(({ code, issues: stated }) => [code, stated])).toEqual([
      ['share-1', [48, 49, 50]],
      ['unused', []],
    ]);
    for (const { record: path } of [...issues, ...indicators]) expect(files.has(`api/v1/${path}`)).toBe(true);
    expect(issues.map(({ csv }) => new URL(csv, 'https://example.org/api/v1/issues.json').pathname)).toEqual(
      [50, 49, 48].map((number) => `/issues/${number}/data/observations.csv`),
    );
  });

  test('of an indicator go through the bulletins, oldest first', async () => {
    const { observations, comparisons } = json<IndicatorAnswer>(
      await made(several, outside),
      'indicators/share-1.json',
    );
    expect(observations.map((o) => [o.issue, o.version, o.role, o.value])).toEqual([
      [48, 1, 'baseline', '70'],
      [48, 1, 'target', '80'],
      [48, 1, 'achieved', '85'],
      [48, 1, 'frontier', null],
      [49, 1, 'baseline', '85'],
      [49, 1, 'target', '85'],
      [49, 1, 'achieved', '90'],
      [49, 1, 'stated', '65'],
      [50, 1, 'baseline', null],
      [50, 1, 'target', '90'],
      [50, 1, 'achieved', '96'],
    ]);
    expect(comparisons.map((c) => [c.issue, c.outcome])).toEqual([
      [48, 'met'],
      [49, 'pending'],
      [50, 'pending'],
    ]);
  });

  test('tell every correction, newest first, with the pages of both values', async () => {
    const root = 'https://example.org/yshj/issues/48/';
    const { corrections } = json<CorrectionList>(await made(corrected, outside), 'corrections.json');
    expect(
      corrections.map((c) => [c.date, c.indicator, c.column, c.before, c.after, c.version, c.address, c.earlier]),
    ).toEqual([
      ['2026-12-05', '新登记的事项', '整行', '无', '新增', 3, root, `${root}data/v2/`],
      ['2026-12-05', '', '正文', '', '新登记的事项 77 项。', 3, root, `${root}data/v2/`],
      ['2026-12-05', '', '正文', '84.0%', '84%', 3, root, `${root}data/v2/`],
      ['2026-12-05', '法定办结时限压缩比', '数值', '84.0%', '84%', 3, root, `${root}data/v2/`],
      [
        '2026-12-01',
        NAME,
        '2020年达到水平',
        '97.2%',
        '97.3%',
        2,
        `${root}charts/no-visit-approval/`,
        `${root}charts/no-visit-approval/v1/`,
      ],
    ]);
  });
});
