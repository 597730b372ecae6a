import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CheckedLibrary } from '../../src/check/library.ts';
import { chartFiles } from '../../src/exports/chart/files.ts';
import { historyFiles } from '../../src/exports/chart/history.ts';
import { chartSocial, issueSocial } from '../../src/exports/chart/social.ts';
import { isPicture, type ExportFile } from '../../src/publication/file.ts';
import { indicatorsOf, publicationFor } from '../../src/publication/library.ts';
import { publicationOf } from '../../src/publication/publication.ts';
import { draw } from '../../src/raster/draw.ts';
import { drawable } from '../../src/raster/letters.ts';
import { skia, type Skia } from '../../src/raster/skia.ts';
import { site } from '../../src/site.ts';
import { chartsOf } from '../../src/wording/chart.ts';
import { historyOf } from '../../src/wording/history.ts';
import type { BareShare } from './bare-loop.ts';
import { figureDrawings, sparkDrawing, tableDrawings, type Drawing } from './drawing.ts';
import { share } from './together.ts';

const publication = publicationOf(site, null, '/');

interface Drawn {
  readonly drawings: readonly Drawing[];
  readonly pictures: readonly ExportFile[];
}

const PICTURE = /\.(svg|png)$/;
const pictured = (files: readonly ExportFile[]): ExportFile[] => files.filter(({ path }) => PICTURE.test(path));

/** A picture shows the same at the address of the newest version and at that of its own, so it is there once. */
function ofIssue(library: CheckedLibrary): Drawn[] {
  const editions = [...library.editions.values()].flat().map((edition): Drawn => {
    const setting = [indicatorsOf(edition, library), publicationFor(edition, publication)] as const;
    const charts = chartsOf(edition.bulletin, setting[0]);
    return {
      drawings: tableDrawings(edition.bulletin, setting[0]),
      pictures: [
        ...charts.flatMap((chart) => [
          ...pictured(chartFiles(chart, [chart.address], ...setting)),
          chartSocial(chart, ...setting, chart.address),
        ]),
        issueSocial(edition.bulletin, ...setting, '/'),
      ],
    };
  });
  return [...editions, { drawings: library.bulletins.flatMap(figureDrawings), pictures: [] }];
}

/** Its drawings over time are in its pictures. */
function ofIndicator(code: string, library: CheckedLibrary): Drawn {
  const indicator = library.indicators.get(code)!;
  return {
    drawings: [sparkDrawing(historyOf(indicator, library.bulletins))],
    pictures: pictured(historyFiles(indicator, library, publication)),
  };
}

async function drawAll({ drawings, pictures }: Drawn, loaded: Skia): Promise<number> {
  const has = (letter: string): boolean => loaded.regular.glyph(letter).id > 0 && loaded.bold.glyph(letter).id > 0;
  for (const drawing of drawings) drawing();
  const made = new Set<string>();
  for (const { make } of pictures) {
    const content = await make();
    if (!isPicture(content) || made.has(`${content.scale}${content.svg}`)) continue;
    made.add(`${content.scale}${content.svg}`);
    draw(loaded, drawable(content.svg, has), content.scale);
  }
  return drawings.length + made.size;
}

share(async ({ units, folder, files }: BareShare) => {
  const loaded = await skia();
  const all = units.flatMap(({ name, library }) => {
    const [kind, of = ''] = name.split('/');
    return kind === 'issue' ? ofIssue(library) : [ofIndicator(of, library)];
  });
  return async () => {
    let drawn = 0;
    for (const one of all) drawn += await drawAll(one, loaded);
    for (const [path, size] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), Buffer.alloc(size, 0x20));
    }
    return drawn;
  };
});
