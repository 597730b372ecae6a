import { dataAddress, issueAddress } from '../domain/address.ts';
import type { Comparison } from '../domain/comparison.ts';
import type { Bulletin, Issue } from '../domain/issue.ts';
import type { Observation } from '../domain/observation.ts';
import { addressIn, isPublic, type Publication } from './publication.ts';
import type { Work } from './work.ts';

/** `issue.json`: the bulletin, its observations and its comparisons, as the site itself uses them. */
export interface IssueRecord {
  readonly issue: Issue;
  readonly version: number;
  /** The day this version was released, ISO; null until then. */
  readonly released: string | null;
  /** Of the bulletin's page, in full; absent while the site has no public address. */
  readonly address?: string;
  readonly groups: readonly { readonly slug: string; readonly name: string; readonly unit: string; readonly indicators: readonly string[] }[];
  readonly observations: readonly Observation[];
  readonly comparisons: readonly Comparison[];
}

export const record = ({ issue, version, released, groups, observations }: Bulletin, publication?: Publication): IssueRecord => ({
  issue,
  version,
  released,
  ...(publication && isPublic(publication) ? { address: addressIn(publication, issueAddress(issue.number)) } : {}),
  groups: groups.map(({ slug, name, unit, rows }) => ({ slug, name, unit, indicators: rows.map((r) => r.indicator) })),
  observations,
  comparisons: groups.flatMap((g) => g.rows.map((r) => r.comparison)),
});

/** As a file. */
export const recordJson = (bulletin: Bulletin, publication: Publication): string => `${JSON.stringify(record(bulletin, publication), null, 1)}\n`;

/** The bulletin's data as a work to cite; a chart of it differs in kind, slug, title and address. */
export const datasetWork = ({ issue, version, released }: Bulletin, publication: Publication): Work => ({
  kind: 'dataset',
  slug: 'data',
  office: publication.office,
  site: publication.name,
  series: publication.series,
  number: issue.number,
  title: issue.title,
  version,
  published: issue.date,
  versionDate: released,
  address: fullAddress(publication, dataAddress(issue.number)),
  language: publication.language,
});

/** An address as it may leave the site; null while the site has no public one. */
export const fullAddress = (publication: Publication, path: string): string | null => (isPublic(publication) ? addressIn(publication, path) : null);
