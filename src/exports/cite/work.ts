import { dataAddress, issueAddress, versionAddress } from '../../publication/address.ts';
import type { Chart } from '../../wording/chart.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { fullAddress, type Publication } from '../../publication/publication.ts';

/** What is cited: one page of the site. The office is its author, the site only the place where it stands. */
export interface Work {
  readonly kind: 'chart' | 'dataset' | 'bulletin';
  /** Last part of the address, ASCII: `one-window-share`, `group-1`, `data`. */
  readonly slug: string;
  readonly office: string;
  readonly site: string;
  readonly series: string;
  readonly number: number;
  /** Of a chart its heading, else the bulletin's title. */
  readonly title: string;
  readonly version: number;
  /** The bulletin's own date, ISO: the date of every citation. */
  readonly published: string;
  /** When this version was released, ISO; null before the first release. It only ever stands beside the version. */
  readonly versionDate: string | null;
  /** Of this version for good, absolute; null where the site has no public address yet. */
  readonly address: string | null;
  readonly language: string;
}

/** `政务服务便利度：…（《优化营商环境工作通报》第48期）`: a heading such as “附表六项指标” means nothing outside its bulletin. */
export const citedTitle = ({ kind, title, series, number }: Work): string =>
  `${title}${kind === 'dataset' ? '：数据集' : ''}（《${series}》第${number}期）`;

/** Unique within the site and plain ASCII: `bulletin-48-data-v1`. */
export const citeKey = ({ number, slug, version }: Work): string => `bulletin-${number}-${slug}-v${version}`;

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
