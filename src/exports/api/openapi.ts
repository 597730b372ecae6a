import { API, correctionList, indicatorAnswer, indicatorList, issueAnswer, issueList } from './api.ts';
import { ANSWER_NAMES, jsonSchema, type AnswerName } from './answers.ts';
import type { Library } from '../../publication/library.ts';
import { addressIn, type Publication } from '../../publication/publication.ts';

const TAG = '数据';

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly schema: object;
  readonly example: string | number;
}

interface Path {
  readonly path: string;
  readonly answer: AnswerName;
  readonly summary: string;
  readonly parameter?: Parameter;
  readonly example?: object;
}

/** `openapi.json`: the interface by OpenAPI 3.1. Its server is relative to the host while the site has no public address. */
export function openapi(library: Library, publication: Publication): object {
  const { name, office, licence } = publication;
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}：数据接口`,
      version: '1.0.0',
      description: `${office}发布的通报数据，静态文件，只读，不需要密钥。数值都是十进制数写成的字符串，位数与通报相同；没有的项写作 null，不写0。`,
      ...(licence ? { license: { name: licence.name, url: licence.url } } : {}),
    },
    // The site itself: an address that answers, unlike the folder of the interface.
    servers: [{ url: addressIn(publication, '/').replace(/(?<=.)\/$/, ''), description: name }],
    security: [],
    tags: [{ name: TAG, description: '静态文件，每次发布时生成。' }],
    paths: Object.fromEntries(
      paths(library, publication).map((path) => [`/${API.replace(/\/$/, '')}${path.path}`, { get: operation(path) }]),
    ),
    components: { schemas: schemas() },
  };
}

function paths(library: Library, publication: Publication): Path[] {
  const { editions, indicators } = library;
  const [newest, indicator] = [[...editions.values()][0], [...indicators.values()][0]];
  return [
    {
      path: '/issues.json',
      answer: 'issues',
      summary: '全部通报',
      example: shortened(issueList(library, publication)),
    },
    {
      path: '/issues/{number}.json',
      answer: 'issue',
      summary: '一期通报的全部数据和比较结果',
      ...(newest && { example: shortened(issueAnswer(newest, publication)) }),
      parameter: {
        name: 'number',
        description: '期号。',
        schema: { type: 'integer', minimum: 1 },
        example: newest?.[0]?.bulletin.issue.number ?? 1,
      },
    },
    {
      path: '/indicators.json',
      answer: 'indicators',
      summary: '全部指标',
      example: shortened(indicatorList(library, publication)),
    },
    {
      path: '/indicators/{code}.json',
      answer: 'indicator',
      summary: '一项指标在各期通报里的数据',
      ...(indicator && { example: shortened(indicatorAnswer(indicator, library, publication)) }),
      parameter: {
        name: 'code',
        description: '指标编码。',
        schema: { type: 'string' },
        example: indicator?.code ?? 'code',
      },
    },
    {
      path: '/corrections.json',
      answer: 'corrections',
      summary: '全部更正记录',
      example: shortened(correctionList(library, publication)),
    },
  ];
}

const operation = ({ answer, summary, parameter, example }: Path): object => ({
  operationId: answer,
  tags: [TAG],
  summary,
  ...(parameter ? { parameters: [{ ...parameter, in: 'path', required: true }] } : {}),
  responses: {
    200: {
      description: summary,
      content: {
        'application/json': {
          schema: { $ref: `#/components/schemas/${component(answer)}` },
          ...(example ? { example } : {}),
        },
      },
    },
    404: {
      description: parameter
        ? `没有这样的文件：${parameter.description.replace('。', '')}不对，或者还没有发布。返回的是网页，不是 JSON。`
        : '没有这样的文件：网址不对。返回的是网页，不是 JSON。',
      content: { 'text/html': { schema: { type: 'string' } } },
    },
  },
});

/** A real answer, of whose lists the first item is shown. */
const shortened = (answer: object): object =>
  Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, 1) : value]),
  );

/** Beside the parts `Issue` and `Indicator`, the answers that hold them. */
const component = (answer: AnswerName): string => `${answer[0]!.toUpperCase()}${answer.slice(1)}Answer`;

/** The schemas of the answers with their parts in one place. */
function schemas(): object {
  const moved = ANSWER_NAMES.map((name) => {
    const { $defs = {}, ...schema } = JSON.parse(
      JSON.stringify(jsonSchema(name, null)).replaceAll('"#/$defs/', '"#/components/schemas/'),
    ) as { $defs?: object };
    return { parts: $defs, answer: [component(name), schema] as const };
  });
  return {
    ...Object.fromEntries(moved.map(({ answer }) => answer)),
    ...Object.fromEntries(moved.flatMap(({ parts }) => Object.entries(parts))),
  };
}
