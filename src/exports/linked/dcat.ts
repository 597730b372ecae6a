import { dataAddress, issueAddress } from '../../publication/address.ts';
import { issueFinding } from '../../wording/finding.ts';
import type { Bulletin } from '../../domain/issue.ts';
import type { Observation } from '../../domain/observation.ts';
import { collectionTitle } from '../dataset/collection.ts';
import { coverage } from './coverage.ts';
import { dataOnly, fileName, mediaType, type Distribution } from './distribution.ts';
import { iri, type Node } from './jsonld.ts';
import { bulletinsOf, lastModified, modified, type Library } from '../../publication/library.ts';
import type { Publication } from '../../publication/publication.ts';
import { speakerOf } from '../../publication/speaker.ts';
import { citedTitle, datasetWork } from '../cite/work.ts';

/** Written out, since a remote context would be a request of every reader to another host. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * `data/catalog.jsonld` by DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/).
 * @param files of each bulletin by its number, as its dataset page lists them
 * @param collection files of all bulletins
 */
export function catalogNode(
  library: Library,
  publication: Publication,
  files: ReadonlyMap<number, readonly Distribution[]>,
  collection: readonly Distribution[],
): Node {
  const bulletins = bulletinsOf(library);
  const first = bulletins.map(({ issue }) => issue.date).sort()[0];
  return {
    '@context': CONTEXT,
    '@id': iri(publication, '/data/catalog.jsonld'),
    '@type': 'dcat:Catalog',
    'dct:title': words(publication.name, publication),
    'dct:description': words(publication.description, publication),
    'dct:publisher': agent(publication),
    ...(first === undefined ? {} : { 'dct:issued': date(first), 'dct:modified': date(lastModified(library)) }),
    'foaf:homepage': { '@id': iri(publication, '/') },
    ...common(publication),
    'dcat:dataset': [
      ...(bulletins.length > 0 ? [collectionDataset(bulletins, library, publication, collection)] : []),
      ...bulletins.map((b) => dataset(b, library, publication, files.get(b.issue.number) ?? [])),
    ],
    'dcat:service': {
      '@id': iri(publication, '/api/v1/'),
      '@type': 'dcat:DataService',
      'dct:title': words(`${publication.name}：数据接口`, publication),
      'dct:publisher': agent(publication),
      'dcat:endpointURL': { '@id': iri(publication, '/api/v1/') },
      'dcat:endpointDescription': { '@id': iri(publication, '/api/v1/openapi.json') },
      'dcat:servesDataset': bulletins.map(({ issue }) => ({ '@id': datasetId(issue.number, publication) })),
    },
  };
}

/** The page describes the dataset, so the dataset itself is named by a part of it. */
const datasetId = (number: number, publication: Publication): string =>
  `${iri(publication, dataAddress(number))}#dataset`;

/** The data of all bulletins, of which each bulletin's are a part. */
function collectionDataset(
  bulletins: readonly Bulletin[],
  library: Library,
  publication: Publication,
  files: readonly Distribution[],
): Node {
  const day = lastModified(library);
  return {
    '@id': `${iri(publication, '/data/')}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:identifier': 'bulletins',
    'dct:title': words(collectionTitle(publication), publication),
    'dct:description': words(
      `《${publication.series}》${bulletins.length}期通报的全部数据，各取最新的数据版本。`,
      publication,
    ),
    'dct:publisher': agent(publication),
    'dct:creator': agent(publication),
    'dct:issued': date(bulletins.map(({ issue }) => issue.date).sort()[0]!),
    'dct:modified': date(day),
    'dcat:version': day,
    'dcat:keyword': [publication.city, ...new Set(bulletins.map(({ issue }) => issue.topic))].map((word) =>
      words(word, publication),
    ),
    ...temporal(bulletins.flatMap(({ observations }) => observations)),
    'dct:spatial': place(publication),
    'dcat:landingPage': { '@id': iri(publication, '/data/') },
    'dct:hasPart': bulletins.map(({ issue }) => ({ '@id': datasetId(issue.number, publication) })),
    ...common(publication),
    'dcat:distribution': files.map((file) => distribution(file, publication, '/data/')),
  };
}

const temporal = (observations: readonly Observation[]): Node => {
  const covered = coverage(observations);
  if (covered === null) return {};
  return {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': date(covered.from),
      'dcat:endDate': date(covered.to),
    },
  };
};

const place = (publication: Publication): Node => ({
  '@type': 'dct:Location',
  'skos:prefLabel': words(publication.city, publication),
});

function dataset(bulletin: Bulletin, library: Library, site: Publication, files: readonly Distribution[]): Node {
  const { issue, version, observations } = bulletin;
  const publication = speakerOf(site, issue);
  const work = datasetWork(bulletin, publication);
  return {
    '@id': datasetId(issue.number, publication),
    '@type': 'dcat:Dataset',
    // The same for all versions, as in its data package; `dcat:version` tells them apart.
    'dct:identifier': `bulletin-${issue.number}`,
    'dct:title': words(citedTitle(work), publication),
    'dct:description': words(
      `《${publication.series}》第${issue.number}期的全部数据，共${observations.length}条。${issueFinding(bulletin, library.indicators).join('')}`,
      publication,
    ),
    'dct:publisher': agent(publication),
    'dct:creator': agent(publication),
    'dct:issued': date(issue.date),
    'dct:modified': date(modified(library.editions.get(issue.number)!)),
    'dcat:version': String(version),
    'dcat:keyword': [publication.city, issue.topic].map((word) => words(word, publication)),
    ...temporal(observations),
    'dct:spatial': place(publication),
    'dcat:landingPage': { '@id': iri(publication, dataAddress(issue.number)) },
    'dct:source': { '@id': iri(publication, issueAddress(issue.number)) },
    ...common(publication),
    'dcat:distribution': dataOnly(files).map((file) => distribution(file, publication, dataAddress(issue.number))),
  };
}

/** `dct:format` is only for what IANA has no type for, so there is none. */
const distribution = (file: Distribution, publication: Publication, page: string): Node => ({
  '@id': `${iri(publication, page)}#${fileName(file)}`,
  '@type': 'dcat:Distribution',
  'dct:title': fileName(file),
  ...(file.meaning ? { 'dct:description': words(file.meaning, publication) } : {}),
  'dcat:accessURL': { '@id': iri(publication, page) },
  'dcat:downloadURL': { '@id': iri(publication, `/${file.path}`) },
  'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType(file)}` },
  ...(file.bytes === undefined ? {} : { 'dcat:byteSize': typed(String(file.bytes), 'nonNegativeInteger') }),
  ...(file.sha256
    ? {
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': typed(file.sha256, 'hexBinary'),
        },
      }
    : {}),
  ...licensed(publication),
});

const common = (publication: Publication): Node => ({
  'dct:language': { '@id': `http://id.loc.gov/vocabulary/iso639-1/${publication.language.split('-')[0]}` },
  ...licensed(publication),
});

const licensed = ({ licence }: Publication): Node => (licence ? { 'dct:license': { '@id': licence.url } } : {});

const agent = ({ office, language }: Publication): Node => ({
  '@type': ['foaf:Agent', 'foaf:Organization'],
  'foaf:name': { '@value': office, '@language': language },
});

const words = (text: string, { language }: Publication): Node => ({ '@value': text, '@language': language });

const typed = (value: string, type: string): Node => ({ '@value': value, '@type': `xsd:${type}` });

const date = (day: string): Node => typed(day, 'date');
