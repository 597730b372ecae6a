import { chartsOf } from '../../wording/chart.ts';
import { dataAddress, versionAddress } from '../../publication/address.ts';
import type { Sha256 } from '../dataset/archive.ts';
import { chartFiles } from '../chart/files.ts';
import { datasetFiles } from '../dataset/files.ts';
import { oembed } from '../chart/embed.ts';
import type { ExportFile } from '../../publication/file.ts';
import type { Library } from '../../publication/library.ts';
import { machineFiles } from './machine.ts';
import type { Publication } from '../../publication/publication.ts';
import { chartSocial, issueSocial } from '../chart/social.ts';

/** Every file that the site offers beside its pages, bulletin by bulletin, newest version first. */
export function* siteFiles(library: Library, publication: Publication, sha256: Sha256): Generator<ExportFile> {
  const { editions, indicators } = library;
  for (const versions of editions.values()) {
    for (const [i, { bulletin }] of versions.entries()) {
      const data = dataAddress(bulletin.issue.number);
      for (const page of i === 0
        ? [data, versionAddress(data, bulletin.version)]
        : [versionAddress(data, bulletin.version)]) {
        yield* datasetFiles(bulletin, indicators, publication, sha256, page.slice(1));
      }
      for (const chart of chartsOf(bulletin, indicators)) {
        const frozen = versionAddress(chart.address, bulletin.version);
        yield* chartFiles(chart, i === 0 ? [chart.address, frozen] : [frozen], indicators, publication);
        if (i > 0) continue;
        yield chartSocial(chart, indicators, publication);
        yield* oembed(chart, publication);
      }
      if (i === 0) yield issueSocial(bulletin, indicators, publication);
    }
  }
  yield* machineFiles(library, publication, sha256);
}
