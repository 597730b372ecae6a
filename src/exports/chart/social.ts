import { drawingsOf } from '../../charts/drawing.ts';
import { groupFigures, rowFigures } from '../../charts/sheet/social-part.ts';
import { socialChart, socialIssue } from '../../charts/sheet/social.ts';
import { socialAddress } from '../../publication/address.ts';
import type { Chart } from '../../wording/chart.ts';
import { headline } from '../../wording/headline.ts';
import { leadSentences } from '../../wording/said-once.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { keyFigures } from '../../wording/key-figure.ts';
import type { ExportFile } from '../../publication/file.ts';
import type { Publication } from '../../publication/publication.ts';

const shared = (
  { issue, corrected = [] }: Bulletin,
  { name, series }: Publication,
): { site: string; series: string; number: number; date: string; corrected: boolean } => ({
  site: name,
  series,
  number: issue.number,
  date: issue.date,
  corrected: corrected.length > 0,
});

/** What stands beside a shared link to a chart. @param page that of its newest version, or of one for good. */
export const chartSocial = (
  chart: Chart,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
  page: string,
): ExportFile => ({
  path: socialAddress(page).slice(1),
  make: () => {
    const { bulletin, group, row, title, sentences } = chart;
    return {
      scale: 1,
      svg: socialChart({
        ...shared(bulletin, publication),
        title,
        finding: sentences,
        figures: row ? rowFigures(row, group) : groupFigures(group),
        drawings: drawingsOf(chart, indicators),
      }),
    };
  },
});

/** What stands beside a shared link to a bulletin or its data. */
export const issueSocial = (
  bulletin: Bulletin,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
  page: string,
): ExportFile => ({
  path: socialAddress(page).slice(1),
  make: () => ({
    scale: 1,
    svg: socialIssue({
      ...shared(bulletin, publication),
      title: bulletin.issue.title,
      headline: headline(bulletin),
      finding: leadSentences(bulletin, indicators),
      figures: keyFigures(bulletin),
    }),
  }),
});
