import { dataAddress, issueAddress } from '../../publication/address.ts';
import { issueFinding } from '../../wording/finding.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { described, located, officeNode, seriesNode, type Node } from './jsonld.ts';
import type { Publication } from '../../publication/publication.ts';
import { speakerOf } from '../../publication/speaker.ts';
import { citedTitle, datasetWork } from '../cite/work.ts';

/** The bulletin itself, for its page. */
export function reportNode(bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>, site: Publication): Node {
  const { issue, version, released } = bulletin;
  const publication = speakerOf(site, issue);
  const { city, language, licence } = publication;
  return described({
    ...located(publication, 'Report', issueAddress(issue.number)),
    headline: issue.title,
    name: issue.title,
    ...(issue.docNumber === null ? {} : { reportNumber: issue.docNumber }),
    abstract: issueFinding(bulletin, indicators).join(''),
    datePublished: issue.date,
    dateModified: released ?? issue.date,
    version: String(version),
    author: officeNode(publication),
    publisher: officeNode(publication),
    isPartOf: seriesNode(publication, issue),
    hasPart: {
      ...located(publication, 'Dataset', dataAddress(issue.number)),
      name: citedTitle(datasetWork(bulletin, publication)),
    },
    spatialCoverage: { '@type': 'Place', name: city },
    keywords: [issue.topic],
    inLanguage: language,
    isAccessibleForFree: true,
    ...(licence ? { license: licence.url } : {}),
  });
}
