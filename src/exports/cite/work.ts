import { dataAddress, issueAddress, versionAddress } from '../../publication/address.ts';
import type { Chart } from '../../wording/chart.ts';
import type { History } from '../../wording/history.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { fullAddress, type Publication } from '../../publication/publication.ts';

/** What is cited: one page of the site. The office is its author, the site only the place where it stands. */
export interface Work {
  readonly kind: 'chart' | 'dataset' | 'bulletin' | 'indicator';
  /** Last part of the address, ASCII: `one-window-share`, `group-1`, `data`. */
  readonly slug: string;
  readonly office: string;
  readonly site: string;
  readonly series: string;
  /** Of its bulletin; null for an indicator over time, which is of all of them. */
  readonly number: number | null;
  /** Of a chart its heading, else the bulletin's title. */
  readonly title: string;
  /** Its number; of a page that is always today's, the day of its last change, ISO. */
  readonly version: number | string;
  /** The bulletin's own date, ISO: the date of every citation. */
  readonly published: string;
  /** When this version was released, ISO; null before the first release. It only ever stands beside the version. */
  readonly versionDate: string | null;
  /** Of this version for good, where it has one, absolute; null where the site has no public address yet. */
  readonly address: string | null;
  readonly language: string;
}

/** `政务服务便利度：…（《优化营商环境工作通报》第48期）`: a heading such as “附表六项指标” means nothing outside its bulletin. */
export const citedTitle = ({ kind, title, series, number }: Work): string =>
  `${title}${kind === 'dataset' ? '：数据集' : ''}（《${series}》${issueWords(number)}）`;

const issueWords = (number: number | null): string => (number === null ? '历期' : `第${number}期`);

/** `数据版本1，2026-11-24`; of what has no numbered versions `更新至2026-11-24`. */
export const editionWords = ({ number, version, versionDate }: Work): string => {
  if (number === null) return `更新至${version}`;
  return `数据版本${version}${versionDate === null ? '' : `，${versionDate}`}`;
};

/** Unique within the site and plain ASCII: `bulletin-48-data-v1`. */
export const citeKey = ({ number, slug, version }: Work): string =>
  number === null ? `indicator-${slug}-${version}` : `bulletin-${number}-${slug}-v${version}`;

const cited = (
  { issue, version, released }: Bulletin,
  { office, name, series, language }: Publication,
): Omit<Work, 'kind' | 'slug' | 'title' | 'address'> => ({
  office,
  site: name,
  series,
  number: issue.number,
  version,
  published: issue.date,
  versionDate: released,
  language,
});

/** A chart's page as a work to cite. */
export const chartWork = ({ bulletin, slug, title, address }: Chart, publication: Publication): Work => ({
  ...cited(bulletin, publication),
  kind: 'chart',
  slug,
  title,
  address: fullAddress(publication, versionAddress(address, bulletin.version)),
});

/** The bulletin's data as a work to cite. */
export const datasetWork = (bulletin: Bulletin, publication: Publication): Work => ({
  ...cited(bulletin, publication),
  kind: 'dataset',
  slug: 'data',
  title: bulletin.issue.title,
  address: fullAddress(publication, versionAddress(dataAddress(bulletin.issue.number), bulletin.version)),
});

/** The bulletin itself. Its page is always today's, so its address bears no version. */
export const bulletinWork = (bulletin: Bulletin, publication: Publication): Work => ({
  ...cited(bulletin, publication),
  kind: 'bulletin',
  slug: 'bulletin',
  title: bulletin.issue.title,
  address: fullAddress(publication, issueAddress(bulletin.issue.number)),
});

/** An indicator over time. Its page is always today's, so the day of its last change stands for a version. */
export const indicatorWork = ({ indicator, title, address }: History, day: string, publication: Publication): Work => ({
  kind: 'indicator',
  slug: indicator.code,
  office: publication.office,
  site: publication.name,
  series: publication.series,
  number: null,
  title,
  version: day,
  published: day,
  versionDate: null,
  address: fullAddress(publication, address),
  language: publication.language,
});
