import { bar, column, inlay, paragraphPart, sheet, titlePart, type Letters, type Part } from './sheet.ts';

/** What a chart's file says besides its drawing. */
export interface Caption {
  /** What is measured. */
  readonly title: string;
  /** What it shows. */
  readonly finding: string;
  /** `单位：%；平顶山市。` */
  readonly unit: string;
  readonly notes: readonly string[];
  /** Who says so and where, without a stop: `平顶山市优化营商环境工作领导小组办公室《优化营商环境工作通报》第48期附表第1至6行`. */
  readonly source: string;
  /** Of the bulletin and its version, as a sentence: `通报日期：2021年1月25日。数据版本1。` */
  readonly dated: string;
  /** In full; null while the site has no public address. */
  readonly address: string | null;
}

const MARGIN = 36;
const TITLE: Letters = { size: 21, weight: 700, ink: 'ink', leading: 1.4 };
const SAYS: Letters = { size: 16, weight: 400, ink: 'ink', leading: 1.6 };
const SMALL: Letters = { size: 13, weight: 400, ink: 'muted', leading: 1.6 };

/** A chart as a file that says by itself what, who, when and where, however it travels. It is as high as its words demand. */
export function standalone(drawing: string, caption: Caption): string {
  const chart = inlay(drawing);
  const { width } = chart;
  const head = column(
    [
      titlePart(caption.title, TITLE, width),
      paragraphPart(caption.finding, SAYS, width),
      paragraphPart(caption.unit, SMALL, width),
    ],
    6,
  );
  const foot = column(
    [
      ...(caption.notes.length > 0 ? [notes(caption.notes, width)] : []),
      column(
        [
          paragraphPart(`来源：${caption.source}。`, SMALL, width),
          paragraphPart(caption.dated, SMALL, width),
          ...(caption.address === null ? [] : [paragraphPart(`网址：${caption.address}`, SMALL, width)]),
        ],
        2,
      ),
    ],
    10,
  );
  const tops = { head: MARGIN + 14, chart: 0, rule: 0 };
  tops.chart = tops.head + head.height + 16;
  tops.rule = Math.ceil(tops.chart + chart.height + 18);
  const page = {
    width: width + 2 * MARGIN,
    height: Math.ceil(tops.rule + 14 + foot.height + MARGIN - 8),
    title: caption.title,
    description: `${caption.finding}${caption.unit}`,
  };
  return sheet(page, [
    bar(MARGIN, MARGIN - 4, width, 3, 'red'),
    head.at(MARGIN, tops.head),
    chart.at(MARGIN, Math.round(tops.chart)),
    bar(MARGIN, tops.rule, width, 1, 'hair'),
    foot.at(MARGIN, tops.rule + 14),
  ]);
}

/** Numbered where there are several, their numbers in a column of their own. */
function notes(texts: readonly string[], width: number): Part {
  const indent = 26;
  const number = 20;
  const one = texts.length === 1;
  const listed = texts.map((text, i) =>
    hung(
      one ? '' : `${i + 1}.`,
      paragraphPart(text, SMALL, width - indent - (one ? 0 : number)),
      one ? 0 : number,
      width,
    ),
  );
  return hung('注：', column(listed, 2), indent, width);
}

/** A part with a word hung out to its left. */
function hung(word: string, part: Part, indent: number, width: number): Part {
  return {
    height: part.height,
    at: (x, y) =>
      [...(word === '' ? [] : [paragraphPart(word, SMALL, width).at(x, y)]), part.at(x + indent, y)].join('\n'),
  };
}
