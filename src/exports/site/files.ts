import { chartOf, type Chart } from '../../wording/chart.ts';
import { chartedOf, type Charted } from '../../domain/charted.ts';
import type { Edition } from '../../domain/version.ts';
import { dataAddress, issueAddress, versionAddress } from '../../publication/address.ts';
import { chartFiles } from '../chart/files.ts';
import { datasetFiles } from '../dataset/files.ts';
import { oembed } from '../chart/embed.ts';
import type { ExportFile } from '../../publication/file.ts';
import { currentCharts, indicatorsOf, publicationFor, type Library } from '../../publication/library.ts';
import { archiveName } from '../../publication/page.ts';
import { historyFiles } from '../chart/history.ts';
import { collectionEntries, collectionFiles } from '../dataset/collection.ts';
import { catalogFile, indicatorApi, issueApi, listFiles, newestEntries } from './machine.ts';
import type { Publication } from '../../publication/publication.ts';
import type { Site } from './site.ts';
import { chartSocial, issueSocial } from '../chart/social.ts';

/** Every file that the site offers beside its pages: of its bulletins, of its indicators over time, of all that it has. */
export function* siteFiles(site: Site): Generator<ExportFile> {
  for (const number of site.library.editions.keys()) yield* issueFiles(number, site);
  for (const code of site.library.indicators.keys()) yield* indicatorFiles(code, site);
  yield* listFiles(site);
  yield* collectionFiles(site.library, site.publication);
  yield catalogFile(site, {
    ofIssue: (number) => newestEntries(number, site),
    ofAll: collectionEntries(site.library, site.publication, site.sha256),
  });
}

/** Of a bulletin, newest version first. */
export function* issueFiles(number: number, site: Site): Generator<ExportFile> {
  const editions = site.library.editions.get(number)!;
  yield* newestFiles(editions, site);
  for (const edition of editions) yield* frozenFiles(edition, site);
  yield issueApi(editions, site.publication);
}

/** Of an indicator over time. */
export function* indicatorFiles(code: string, { library, publication }: Site): Generator<ExportFile> {
  const indicator = library.indicators.get(code)!;
  yield* historyFiles(indicator, library, publication);
  yield indicatorApi(indicator, library, publication);
}

/** At addresses without a version; the archives of earlier versions stand there too, since each was the newest once. */
function* newestFiles(editions: readonly Edition[], site: Site): Generator<ExportFile> {
  const [newest, ...earlier] = editions;
  const folder = dataAddress(newest!.bulletin.issue.number).slice(1);
  yield* dataOf(newest!, folder, site);
  for (const edition of earlier) {
    const archive = folder + archiveName(edition.bulletin);
    yield* dataOf(edition, folder, site).filter(({ path }) => path === archive);
  }
  yield issueSocial(newest!.bulletin, ...settingOf(newest!, site), issueAddress(newest!.bulletin.issue.number));
  for (const { edition, charted } of currentCharts(editions)) {
    const chart = drawn(edition, charted, site);
    yield* chartFiles(chart, [chart.address], ...settingOf(edition, site));
    yield chartSocial(chart, ...settingOf(edition, site), chart.address);
    yield* oembed(chart, ...settingOf(edition, site));
  }
}

/** At the addresses of one version for good. */
function* frozenFiles(edition: Edition, site: Site): Generator<ExportFile> {
  const { issue, version } = edition.bulletin;
  const data = versionAddress(dataAddress(issue.number), version);
  yield* dataOf(edition, data.slice(1), site);
  yield issueSocial(edition.bulletin, ...settingOf(edition, site), data);
  for (const charted of chartedOf(edition.bulletin)) {
    const chart = drawn(edition, charted, site);
    const frozen = versionAddress(chart.address, version);
    yield* chartFiles(chart, [frozen], ...settingOf(edition, site));
    yield chartSocial(chart, ...settingOf(edition, site), frozen);
  }
}

const settingOf = (
  edition: Edition,
  { library, publication }: Site,
): readonly [indicators: Library['indicators'], publication: Publication] => [
  indicatorsOf(edition, library),
  publicationFor(edition, publication),
];

const dataOf = (edition: Edition, folder: string, site: Site): ExportFile[] =>
  datasetFiles(edition.bulletin, ...settingOf(edition, site), site.sha256, folder, edition.sealed?.files);

const drawn = ({ bulletin, ...edition }: Edition, { group, row }: Charted, { library }: Site): Chart =>
  chartOf(bulletin, group, row, indicatorsOf({ bulletin, ...edition }, library));
