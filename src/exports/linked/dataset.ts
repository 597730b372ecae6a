import { chartAddress, dataAddress } from '../../publication/address.ts';
import { placesOf, rowsOf, type Chart } from '../../wording/chart.ts';
import { issueFinding } from '../../wording/finding.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Bulletin } from '../../domain/issue.ts';
import type { Observation } from '../../domain/observation.ts';
import { collectionTitle } from '../dataset/collection.ts';
import { bulletinsOf, lastModified, type Library } from '../../publication/library.ts';
import { coverage, interval } from './coverage.ts';
import { dataOnly, fileName, mediaType, type Distribution } from './distribution.ts';
import { bulletinNode, described, iri, located, officeNode, type Node } from './jsonld.ts';
import type { Publication } from '../../publication/publication.ts';
import type { History } from '../../wording/history.ts';
import { findingOf, historySource } from '../chart/history.ts';
import { chartWork, citedTitle, citeKey, datasetWork, indicatorWork, type Work } from '../cite/work.ts';

type Indicators = ReadonlyMap<string, Indicator>;

/** All data of a bulletin, for its dataset page. */
export function datasetNode(
  bulletin: Bulletin,
  indicators: Indicators,
  publication: Publication,
  files: readonly Distribution[],
): Node {
  const { issue, observations } = bulletin;
  const source = `${publication.office}《${publication.series}》第${issue.number}期《${issue.title}》`;
  const about = `${source}的全部数据，共${observations.length}条，数据版本${bulletin.version}。`;
  return described({
    ...located(publication, 'Dataset', dataAddress(issue.number)),
    ...base(
      bulletin,
      publication,
      datasetWork(bulletin, publication),
      `${about}${issueFinding(bulletin, indicators).join('')}`,
    ),
    ...measures(observations, indicators),
    distribution: downloads(files, publication),
    includedInDataCatalog: { ...located(publication, 'DataCatalog', '/data/'), name: publication.name },
  });
}

/** The data of all bulletins, for the page of all data. Null where there are none. */
export function collectionNode(
  library: Library,
  publication: Publication,
  files: readonly Distribution[],
): Node | null {
  const bulletins = bulletinsOf(library);
  if (bulletins.length === 0) return null;
  const { city, series, language, licence } = publication;
  const covered = coverage(bulletins.flatMap(({ observations }) => observations));
  return described({
    ...located(publication, 'Dataset', '/data/'),
    name: collectionTitle(publication),
    description: `《${series}》${bulletins.length}期通报的全部数据，各取最新的数据版本。`,
    version: lastModified(library),
    datePublished: bulletins.map(({ issue }) => issue.date).sort()[0],
    dateModified: lastModified(library),
    creator: officeNode(publication),
    publisher: officeNode(publication),
    spatialCoverage: { '@type': 'Place', name: city },
    ...(covered ? { temporalCoverage: interval(covered) } : {}),
    keywords: [city, ...new Set(bulletins.map(({ issue }) => issue.topic))],
    inLanguage: language,
    isAccessibleForFree: true,
    ...(licence ? { license: licence.url } : {}),
    distribution: downloads(files, publication),
  });
}

/** What one chart shows, for its page. */
export function chartNode(
  chart: Chart,
  indicators: Indicators,
  publication: Publication,
  files: readonly Distribution[],
): Node {
  const { bulletin, slug, sentences } = chart;
  const { number } = bulletin.issue;
  const cells = rowsOf(chart).flatMap((row) => row.all.map(({ o }) => o));
  const about = `数据来自${publication.office}《${publication.series}》第${number}期${placesOf(chart)}，数据版本${bulletin.version}。`;
  return described({
    ...located(publication, 'Dataset', chartAddress(number, slug)),
    ...base(bulletin, publication, chartWork(chart, publication), `${sentences.join('')}${about}`),
    ...measures(cells, indicators),
    distribution: downloads(files, publication),
    isPartOf: {
      ...located(publication, 'Dataset', dataAddress(number)),
      name: citedTitle(datasetWork(bulletin, publication)),
    },
  });
}

/** An indicator over time, for its page. @param day of its last change, ISO */
export function historyNode(
  history: History,
  day: string,
  publication: Publication,
  files: readonly Distribution[],
): Node {
  const { indicator, bulletins, address } = history;
  const { city, language, licence } = publication;
  const work = indicatorWork(history, day, publication);
  const observations = bulletins.flatMap((b) => b.observations.filter((o) => o.indicator === indicator.code));
  return described({
    ...located(publication, 'Dataset', address),
    name: citedTitle(work),
    description: `${findingOf(history).join('')}数据来自${historySource(history, publication)}。`,
    identifier: `indicator-${indicator.code}`,
    version: day,
    dateModified: day,
    creator: officeNode(publication),
    publisher: officeNode(publication),
    isBasedOn: bulletins.map(({ issue }) => bulletinNode(publication, issue)),
    spatialCoverage: { '@type': 'Place', name: city },
    keywords: [city, ...(indicator.topic === null ? [] : [indicator.topic])],
    inLanguage: language,
    isAccessibleForFree: true,
    ...(licence ? { license: licence.url } : {}),
    ...measures(observations, new Map([[indicator.code, indicator]])),
    distribution: downloads(files, publication),
  });
}

/** `identifier` is a name and no address, so that it holds without a public one. */
function base({ issue, version, released }: Bulletin, publication: Publication, work: Work, description: string): Node {
  const { city, language, licence } = publication;
  return {
    name: citedTitle(work),
    description,
    identifier: citeKey(work),
    version: String(version),
    datePublished: issue.date,
    dateModified: released ?? issue.date,
    creator: officeNode(publication),
    publisher: officeNode(publication),
    isBasedOn: bulletinNode(publication, issue),
    spatialCoverage: { '@type': 'Place', name: city },
    keywords: [city, issue.topic],
    inLanguage: language,
    isAccessibleForFree: true,
    ...(licence ? { license: licence.url } : {}),
  };
}

/** What is measured and for which days. A figure that is local to its bulletin has no code. */
function measures(observations: readonly Observation[], indicators: Indicators): Node {
  const covered = coverage(observations);
  const variables = new Map(observations.map((o) => [JSON.stringify([o.indicator ?? o.name, o.unit]), o]));
  return {
    ...(covered ? { temporalCoverage: interval(covered) } : {}),
    variableMeasured: [...variables.values()].map(({ indicator, name, unit }) => {
      const known = indicator === null ? undefined : indicators.get(indicator);
      return {
        '@type': 'PropertyValue',
        name: known?.name ?? name,
        unitText: unit,
        ...(indicator === null ? {} : { propertyID: indicator }),
        ...(known?.definition ? { description: known.definition } : {}),
      };
    }),
  };
}

const downloads = (files: readonly Distribution[], publication: Publication): Node[] =>
  dataOnly(files).map((file) => ({
    '@type': 'DataDownload',
    name: fileName(file),
    encodingFormat: mediaType(file),
    contentUrl: iri(publication, `/${file.path}`),
    ...(file.meaning ? { description: file.meaning } : {}),
    ...(file.bytes === undefined ? {} : { contentSize: `${file.bytes} B` }),
    ...(file.sha256 ? { sha256: file.sha256 } : {}),
  }));
