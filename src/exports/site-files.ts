import { chartsOf } from '../domain/chart.ts';
import { dataAddress, versionAddress } from '../domain/address.ts';
import type { Sha256 } from './archive.ts';
import { chartFiles } from './chart-file.ts';
import { datasetFiles } from './dataset.ts';
import { oembed } from './embed.ts';
import type { ExportFile } from './file.ts';
import type { Library } from './library.ts';
import { machineFiles } from './machine.ts';
import type { Publication } from './publication.ts';
import { chartSocial, issueSocial } from './social-file.ts';

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
