import { drawingsOf, type Drawings } from '../../charts/drawing.ts';
import { flowing } from '../../charts/draw/measure.ts';
import { extentOf } from '../../charts/sheet/sheet.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Publication } from '../../publication/publication.ts';
import { chartUnits, placesOf, type Chart } from '../../wording/chart.ts';
import { chineseDate, unitsWord, versionWord } from '../../wording/phrase.ts';

/** Px of a frame at most: wide enough for the wide drawing. */
export const FRAME_WIDTH = 720;
/** From here on the page in it shows the wide drawing (`styles/site.css`). */
const WIDE_FROM = 640;
/** Widths between which a frame is, at which its words and its drawing are looked at. */
const WIDTHS = [280, 300, 320, 340, 366, 400, 480, 560, WIDE_FROM - 1, WIDE_FROM, 680, FRAME_WIDTH];

/** Sizes of an embed’s page, px, as `styles/site.css` has them; a line more than it needs, since no font is known. */
const PADDING = { across: 26, down: 44 };
const NARROW_MOST = 340;
const WIDE_MOST = 688;
const TITLE = { size: 17.6, weight: 700, leading: 24.7, gap: 5 };
const SAYS = { size: 15, weight: 400, leading: 24.8, gap: 16 };
const SOURCE = { size: 15, weight: 400, leading: 24.8, gap: 5 };
const BANNER = { size: 15.2, weight: 700, leading: 26.6, gap: 56, across: 34 };
/** A later version says so on top, a frozen one that it is old; a frame is pasted before that. */
const LATER = '第10版已撤回这些数，这里是第9版公布的内容。看说明　　　';
const LATER_HEIGHTS = WIDTHS.map((width) => block(LATER, BANNER)(width - PADDING.across - BANNER.across));

/** What a page in a frame shows. */
export interface Framed {
  readonly title: string;
  readonly says: string;
  readonly source: string;
  readonly drawings: Drawings;
}

/** Px that the page in a frame takes at most, whatever the frame's width: a frame cannot size itself. */
export function heightOf({ title, says, source, drawings: { wide, narrow } }: Framed): number {
  const [large, small] = [extentOf(wide), extentOf(narrow)];
  const [name, words, origin] = [block(title, TITLE), block(says, SAYS), block(source, SOURCE)] as const;
  const heights = WIDTHS.map((width, i) => {
    const within = width - PADDING.across;
    const drawing =
      width >= WIDE_FROM
        ? (large.height / large.width) * Math.min(within, WIDE_MOST)
        : (small.height / small.width) * Math.min(within, NARROW_MOST);
    return PADDING.down + LATER_HEIGHTS[i]! + name(within) + words(within) + drawing + origin(within);
  });
  return Math.ceil(Math.max(...heights) / 10) * 10;
}

/** Held as long as what a chart shows: its page, each version of it and what is told to other sites name the same height. */
const heights = new WeakMap<object, number>();

export function frameHeight(
  chart: Chart,
  indicators: ReadonlyMap<string, Indicator>,
  publication: Publication,
): number {
  const of = chart.row ?? chart.group;
  const height = heights.get(of) ?? heightOf(framed(chart, indicators, publication));
  heights.set(of, height);
  return height;
}

const framed = (chart: Chart, indicators: ReadonlyMap<string, Indicator>, publication: Publication): Framed => ({
  title: chart.title,
  says: `${chart.sentences.join('')}${unitsWord(chartUnits(chart))}；${publication.city}。`,
  source: sourceOf(chart, publication),
  drawings: drawingsOf(chart, indicators),
});

function sourceOf(chart: Chart, { office, series }: Publication): string {
  const { issue, version, released } = chart.bulletin;
  const where = `来源：${office}《${series}》第${issue.number}期${placesOf(chart)}，${chineseDate(issue.date)}。`;
  return `${where}${versionWord(version, released ?? issue.date)}。数据、说明和引用`;
}

interface Lines {
  readonly size: number;
  readonly weight: number;
  readonly leading: number;
  readonly gap: number;
}

/** Px of a text at a width. */
function block(text: string, { size, weight, leading, gap }: Lines): (width: number) => number {
  const lines = flowing(text, size, weight);
  return (width) => lines(width).length * leading + gap;
}
