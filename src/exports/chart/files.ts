import { drawingsOf } from '../../charts/drawing.ts';
import { standalone } from '../../charts/sheet/standalone.ts';
import { chartFileAddress, type ChartFile } from '../../publication/address.ts';
import { notesOf, placesOf, type Chart, chartUnits } from '../../wording/chart.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { chineseDate, versionWord, unitsWord } from '../../wording/phrase.ts';
import { chartCsv, chartJson } from './data.ts';
import type { ExportFile } from '../../publication/file.ts';
import type { Publication } from '../../publication/publication.ts';
import { chartWork } from '../cite/work.ts';

/** A chart's picture with all its page says around it. Its address is that of its version, so every copy can be traced. */
function chartSvg(
  chart: Chart,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
  size: 'wide' | 'narrow' = 'wide',
): string {
  const {
    bulletin: { issue, version, released },
    title,
    sentences,
  } = chart;
  const { office, series, city } = publication;
  return standalone(drawingsOf(chart, indicators)[size], {
    title,
    finding: sentences.join(''),
    unit: `${unitsWord(chartUnits(chart))}；${city}。`,
    notes: notesOf(chart, indicators),
    source: `${office}《${series}》第${issue.number}期${placesOf(chart)}`,
    dated: `通报日期：${chineseDate(issue.date)}。${versionWord(version, released)}。`,
    address: chartWork(chart, publication).address,
  });
}

/** Files beside a chart's page, and what each is good for. */
export const CHART_FILE_MEANINGS = [
  ['svg', 'SVG 图，可放大'],
  ['png', 'PNG 图，可插入文档'],
  ['phone.png', 'PNG 图，手机上看的窄图，可发微信'],
  ['csv', '图里的数据，Excel 可打开'],
  ['json', '数据和说明，供程序读取'],
] as const satisfies readonly (readonly [ChartFile, string])[];

/** The files beside a chart's pages: the same beside each. @param pages its address, or that of one version of it, or both. */
export function chartFiles(
  chart: Chart,
  pages: readonly string[],
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
): ExportFile[] {
  let drawn: string | undefined;
  const svg = (): string => (drawn ??= chartSvg(chart, indicators, publication));
  let small: string | undefined;
  const narrow = (): string => (small ??= chartSvg(chart, indicators, publication, 'narrow'));
  return pages.flatMap((page): ExportFile[] => {
    const at = (extension: Parameters<typeof chartFileAddress>[1]): string =>
      chartFileAddress(page, extension).slice(1);
    return [
      { path: at('svg'), make: svg },
      { path: at('png'), make: () => ({ svg: svg(), scale: 2 }) },
      { path: at('phone.png'), make: () => ({ svg: narrow(), scale: 3 }) },
      { path: at('csv'), make: () => chartCsv(chart) },
      { path: at('json'), make: () => chartJson(chart, indicators, publication) },
    ];
  });
}
