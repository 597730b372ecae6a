import { historyDrawings } from '../../charts/history.ts';
import type { LargeFigure } from '../../charts/sheet/social-part.ts';
import { socialChart } from '../../charts/sheet/social.ts';
import { standalone } from '../../charts/sheet/standalone.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Bulletin } from '../../domain/issue.ts';
import { observationsOfIndicator, rowsOfIndicator } from '../../domain/of-indicator.ts';
import { outcomeOf } from '../../domain/trend-point.ts';
import { chartFileAddress, indicatorEmbedAddress, socialAddress, type ChartFile } from '../../publication/address.ts';
import type { ExportFile } from '../../publication/file.ts';
import { bulletinsOf, indicatorModified, type Library } from '../../publication/library.ts';
import type { Publication } from '../../publication/publication.ts';
import { historyOf, type History } from '../../wording/history.ts';
import { inLarge } from '../../wording/key-figure.ts';
import { chineseDate, OUTCOMES, spell, unitsWord } from '../../wording/phrase.ts';
import { newsline } from '../cite/newsline.ts';
import { indicatorWork } from '../cite/work.ts';
import { comparisonRecord } from '../dataset/comparison-record.ts';
import { CSV_HEAD, csvLines, dataRows, type DataRow } from '../dataset/csv.ts';
import { ALL_FIELDS, explained } from '../dataset/field.ts';
import { dataEntry } from './data.ts';
import { oembedOf } from './embed.ts';
import { heightOf, type Framed } from './frame.ts';

/** The files of an indicator, if a bulletin speaks of it: pictures, data, what stands beside a link, oEmbed. */
export function historyFiles(indicator: Indicator, library: Library, publication: Publication): ExportFile[] {
  const day = indicatorModified(indicator.code, library);
  return day === undefined ? [] : filesOf(historyOf(indicator, bulletinsOf(library)), day, publication);
}

function filesOf(history: History, day: string, publication: Publication): ExportFile[] {
  const { address, indicator, title } = history;
  const at = (extension: ChartFile): string => chartFileAddress(address, extension).slice(1);
  const svg = (size: 'wide' | 'narrow'): string => historySvg(history, day, publication, size);
  return [
    { path: at('svg'), make: () => svg('wide') },
    { path: at('png'), make: () => ({ svg: svg('wide'), scale: 2 }) },
    { path: at('phone.png'), make: () => ({ svg: svg('narrow'), scale: 3 }) },
    { path: at('csv'), make: () => historyCsv(history) },
    { path: at('json'), make: () => `${JSON.stringify(historyRecord(history, day, publication), null, 1)}\n` },
    { path: socialAddress(address).slice(1), make: () => ({ svg: social(history, day, publication), scale: 1 }) },
    ...oembedOf(
      indicatorEmbedAddress(indicator.code),
      title,
      () => heightOf(historyFrame(history, day, publication)),
      publication,
    ),
  ];
}

/** What the picture says, in sentences: the headline first. */
export const findingOf = ({ headline, sentences, undrawn }: History): string[] =>
  undrawn !== null && undrawn.startsWith(headline) ? [undrawn] : [`${headline}。`, ...sentences];

/** `…办公室《优化营商环境工作通报》第48、50至52期（第48期经更正）`. */
export function historySource({ bulletins, indicator }: History, { office, series }: Publication): string {
  const numbers = bulletins.map(({ issue }) => issue.number).toReversed();
  const corrected = bulletins.filter((b) => b.corrected?.some(({ code }) => code === indicator.code)).toReversed();
  const mended = corrected.map(({ issue }) => issue.number).join('、');
  return `${office}《${series}》第${numbers.join('、')}期${mended === '' ? '' : `（其中第${mended}期经更正）`}`;
}

/** What a reporter may copy as it stands: the finding with its city, its indicator and the bulletins. */
export const historySentence = (history: History, publication: Publication): string =>
  `${publication.city}${history.indicator.name}：${findingOf(history).join('')}${history.undrawn === null ? '变化和差距由通报的数值算出。' : ''}来源：${historySource(history, publication)}。`;

/** What a frame on another site shows. */
export const historyFrame = (history: History, day: string, publication: Publication): Framed => ({
  title: history.title,
  says: saysOf(history, publication),
  source: `来源：${historySource(history, publication)}。更新至${chineseDate(day)}。数据、说明和引用`,
  drawings: historyDrawings(history),
});

export const saysOf = (history: History, { city }: Publication): string =>
  `${findingOf(history).join('')}${unitsWord([history.indicator.unit])}；${city}。`;

const historySvg = (history: History, day: string, publication: Publication, size: 'wide' | 'narrow'): string =>
  standalone(historyDrawings(history)[size], {
    title: history.title,
    finding: findingOf(history).join(''),
    unit: `${unitsWord([history.indicator.unit])}；${publication.city}。`,
    notes: history.notes,
    source: historySource(history, publication),
    dated: `更新至${chineseDate(day)}。`,
    address: indicatorWork(history, day, publication).address,
  });

const social = (history: History, day: string, { name, series }: Publication): string =>
  socialChart({
    site: name,
    series,
    number: null,
    date: day,
    corrected: history.bulletins.some((b) => b.corrected?.some(({ code }) => code === history.indicator.code)),
    title: history.title,
    finding: findingOf(history),
    figures: figuresOf(history),
    drawings: historyDrawings(history),
  });

/** What was reached in the last periods, with its target and outcome, for where the drawing would be too small to read. */
const figuresOf = ({ course: { drawn, undrawn } }: History): LargeFigure[] =>
  [...drawn, ...undrawn].slice(0, 1).flatMap(({ values, targets }) =>
    values
      .filter(({ o }) => o.role === 'achieved')
      .slice(-MOST_FIGURES)
      .map((point) => {
        const target = targets.find(({ period }) => period.code === point.period.code);
        const outcome = outcomeOf(point);
        const words = [...(target ? [`目标${spell(target.o)}`] : []), ...(outcome ? [OUTCOMES[outcome]] : [])];
        return { ...inLarge(point.o), label: point.period.label, note: words.join('，') };
      }),
  );

/** In one row of the picture for a link. */
const MOST_FIGURES = 4;

/** A bulletin's lines of the indicator, as its own file has them, those of the text too. */
const rowsIn = (bulletin: Bulletin, code: string): DataRow[] =>
  dataRows(bulletin, observationsOfIndicator(bulletin, code));

/** Oldest bulletin first, each as its newest version states it. */
const historyCsv = ({ bulletins, indicator }: History): string =>
  CSV_HEAD +
  bulletins
    .toReversed()
    .map((bulletin) => csvLines(rowsIn(bulletin, indicator.code)))
    .join('');

/** The same with all that is needed to use it without its page. `fields` describes `observations`. */
function historyRecord(history: History, day: string, publication: Publication): object {
  const { indicator, title, notes } = history;
  const { office, series, city, licence } = publication;
  const bulletins = history.bulletins.toReversed();
  const work = indicatorWork(history, day, publication);
  return {
    title,
    finding: findingOf(history).join(''),
    indicator,
    city,
    source: { office, series, issues: bulletins.map(({ issue }) => issue.number) },
    modified: day,
    address: work.address,
    licence,
    citation: newsline(work),
    notes,
    fields: ALL_FIELDS.map((field) => ({
      name: field.name,
      title: field.title,
      meaning: explained(field),
      type: field.type,
    })),
    observations: bulletins.flatMap((bulletin) => rowsIn(bulletin, indicator.code).map(dataEntry)),
    comparisons: bulletins.flatMap((bulletin) =>
      rowsOfIndicator(bulletin, indicator.code).map(({ comparison }) => ({
        issue: bulletin.issue.number,
        version: bulletin.version,
        ...comparisonRecord(comparison),
      })),
    ),
  };
}
