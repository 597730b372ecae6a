import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { chartsOf } from '../../../src/wording/chart.ts';
import { datasetEntries } from '../../../src/exports/dataset/files.ts';
import { chartNode, datasetNode } from '../../../src/exports/linked/dataset.ts';
import { reportNode } from '../../../src/exports/linked/report.ts';
import { trailNode } from '../../../src/exports/linked/trail.ts';
import { scriptText, type Node } from '../../../src/exports/linked/jsonld.ts';
import { bulletinsOf, type Library } from '../../../src/publication/library.ts';
import type { Publication } from '../../../src/publication/publication.ts';
import { inside, outside, sha256 } from '../fixture.ts';
import { corrected, libraries, MARKUP, plain, several } from '../library.ts';
import { made } from '../made.ts';

const base = 'https://host.test/yshj/page/';
/** Only the vocabulary: what is asked of the network fails. */
const documentLoader = (url: string) =>
  url === 'https://schema.org'
    ? Promise.resolve({
        document: { '@context': { '@vocab': 'https://schema.org/' } },
        documentUrl: url,
        contextUrl: undefined,
      })
    : Promise.reject(new Error(`asked for ${url}`));
const expand = (document: unknown): Promise<unknown> => jsonld.expand(document, { safe: true, base, documentLoader });

function nodes({ editions, indicators }: Library, p: Publication): Node[] {
  const all = bulletinsOf({ editions, indicators }).map((b) => [
    reportNode(b, indicators, p),
    datasetNode(b, indicators, p, datasetEntries(b, indicators, p, sha256, `issues/${b.issue.number}/data/`)),
    ...chartsOf(b, indicators).map((chart) =>
      chartNode(
        chart,
        indicators,
        p,
        ['svg', 'png', 'csv', 'json'].map((end) => ({ path: `${chart.address.slice(1, -1)}.${end}` })),
      ),
    ),
  ]);
  return [
    ...all.flat(),
    trailNode(
      [
        ['/issues/', '通报'],
        ['/issues/48/', '第48期'],
      ],
      ['/issues/48/data/', '数据集'],
      p,
    ),
  ];
}

const cases = libraries.flatMap(([name, library]) =>
  (
    [
      ['inside', inside],
      ['outside', outside],
    ] as const
  ).map(([where, p]) => [name, where, library, p] as const),
);

describe.each(cases)('JSON-LD of %s, %s,', (_, __, library, publication) => {
  test('expands with every term known and without the network', async () => {
    for (const node of nodes(library, publication)) expect(await expand(node)).toHaveLength(1);
  });

  test('has all that a dataset needs', () => {
    for (const node of nodes(library, publication).filter((n) => n['@type'] === 'Dataset')) {
      for (const key of [
        'name',
        'description',
        'identifier',
        'url',
        'distribution',
        'temporalCoverage',
        'spatialCoverage',
        'variableMeasured',
        'dateModified',
        'datePublished',
        'version',
        'isBasedOn',
        'creator',
        'publisher',
        'inLanguage',
        'isAccessibleForFree',
      ])
        expect(node).toHaveProperty(key);
      expect((node['description'] as string).length).toBeGreaterThanOrEqual(50);
      expect(node['temporalCoverage']).toMatch(/^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/);
      expect('license' in node).toBe(publication.licence !== null);
    }
  });

  test('names no host but the site’s own and the vocabularies’', async () => {
    const hosts = [
      ...JSON.stringify([
        nodes(library, publication),
        JSON.parse((await made(library, publication)).get('data/catalog.jsonld')!),
      ]).matchAll(/"https?:\/\/([^/"]+)/g),
    ].map((m) => m[1]!);
    expect(
      [...new Set(hosts)]
        .sort()
        .filter(
          (h) =>
            ![
              'schema.org',
              'creativecommons.org',
              'id.loc.gov',
              'purl.org',
              'spdx.org',
              'www.iana.org',
              'www.w3.org',
              'xmlns.com',
            ].includes(h),
        ),
    ).toEqual(publication === outside ? ['example.org'] : []);
  });

  test('of the catalogue expands without any remote context and has what DCAT-AP requires', async () => {
    const [catalog] = (await expand(
      JSON.parse((await made(library, publication)).get('data/catalog.jsonld')!),
    )) as Record<string, Node[]>[];
    const [DCAT, DCT] = ['http://www.w3.org/ns/dcat#', 'http://purl.org/dc/terms/'];
    for (const key of [`${DCT}title`, `${DCT}description`, `${DCT}publisher`]) expect(catalog).toHaveProperty([key]);
    const datasets = (catalog![`${DCAT}dataset`] ?? []) as Record<string, Node[]>[];
    // One of all bulletins, then one of each.
    expect(datasets).toHaveLength(library.editions.size === 0 ? 0 : library.editions.size + 1);
    for (const d of datasets) {
      for (const key of [
        'title',
        'description',
        'publisher',
        'issued',
        'modified',
        'temporal',
        'spatial',
        'identifier',
      ])
        expect(d).toHaveProperty([DCT + key]);
      for (const key of ['keyword', 'landingPage', 'version', 'distribution']) expect(d).toHaveProperty([DCAT + key]);
      expect(`${DCT}license` in d).toBe(publication.licence !== null);
      for (const file of d[`${DCAT}distribution`] as Record<string, Node[]>[]) {
        for (const key of ['accessURL', 'downloadURL', 'mediaType', 'byteSize'])
          expect(file).toHaveProperty([DCAT + key]);
        const sum = file['http://spdx.org/rdf/terms#checksum']![0] as Record<string, Node[]>;
        expect(sum['http://spdx.org/rdf/terms#algorithm']).toEqual([
          { '@id': 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256' },
        ]);
        expect(sum['http://spdx.org/rdf/terms#checksumValue']![0]!['@value']).toMatch(/^[0-9a-f]{64}$/);
      }
    }
  });
});

describe('a dataset', () => {
  test('lists forms of the data with what is known of them', () => {
    const [, dataset] = nodes(corrected, outside);
    const entries = datasetEntries(
      corrected.editions.get(48)![0]!.bulletin,
      corrected.indicators,
      outside,
      sha256,
      'issues/48/data/',
    );
    const csv = entries.find(({ name }) => name === 'observations.csv')!;
    expect((dataset!['distribution'] as Node[]).map((d) => [d['name'], d['encodingFormat']])).toEqual([
      ['observations.csv', 'text/csv'],
      ['observations-utf8.csv', 'text/csv'],
      ['observations.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['issue.json', 'application/json'],
      ['bulletin-48-v3.zip', 'application/zip'],
    ]);
    expect((dataset!['distribution'] as Node[])[0]).toEqual({
      '@type': 'DataDownload',
      name: 'observations.csv',
      encodingFormat: 'text/csv',
      contentUrl: 'https://example.org/yshj/issues/48/data/observations.csv',
      description: csv.meaning,
      contentSize: `${csv.bytes} B`,
      sha256: csv.sha256,
    });
  });

  test('names its variables with unit and code, years and city', () => {
    const chart = nodes(plain, inside).find((n) => n['url'] === '/yshj/issues/48/charts/one-window/')!;
    expect(chart).toMatchObject({
      '@id': '/yshj/issues/48/charts/one-window/',
      temporalCoverage: '2019-01-01/2020-12-31',
      spatialCoverage: { '@type': 'Place', name: '平顶山市' },
      datePublished: '2021-01-25',
      dateModified: '2021-01-25',
      version: '1',
      variableMeasured: [
        { '@type': 'PropertyValue', name: '“一窗”分类受理率', unitText: '%', propertyID: 'one-window' },
      ],
      isBasedOn: { '@type': 'Report', url: '/yshj/issues/48/' },
    });
    expect(chart['distribution']).toHaveLength(4);
  });

  test('was modified on the day of its release', () => {
    const library = { ...corrected, editions: new Map([[48, corrected.editions.get(48)!.slice(1)]]) };
    for (const node of nodes(library, outside).filter((n) => n['@type'] === 'Dataset' || n['@type'] === 'Report'))
      expect(node).toMatchObject({ datePublished: '2021-01-25', dateModified: '2026-12-02', version: '2' });
  });
});

test('a report names its office, number and series', () => {
  const report = nodes(several, outside)[0]!;
  expect(report).toMatchObject({
    headline: `标题${MARKUP}`,
    reportNumber: '示例〔2030〕1号',
    author: { '@type': 'GovernmentOrganization', name: outside.office },
    isPartOf: {
      '@type': 'PublicationIssue',
      issueNumber: '50',
      isPartOf: { '@type': 'Periodical', name: outside.series },
    },
    license: outside.licence!.url,
  });
  expect(
    nodes(several, outside)
      .filter((n) => n['@type'] === 'Report')
      .map((n) => 'reportNumber' in n),
  ).toEqual([true, false, false]);
});

test('nothing in a script can end it, and what it says stays the same', () => {
  for (const node of nodes(several, outside)) {
    const text = scriptText(node);
    expect(text).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(text)).toEqual(node);
  }
});
