import type { Sentence } from '../../wording/finding.ts';
import { chineseDate } from '../../wording/phrase.ts';
import { bar, column, inlay, sheet, titlePart, type Part } from './sheet.ts';
import { fitted, findingPart, tiles, type LargeFigure } from './social-part.ts';

/** A picture for a link that is shared: 1200 × 630, often shown at 500 or less. */
const PAGE = { width: 1200, height: 630 };
const LEFT = 64;
const WIDTH = PAGE.width - 2 * LEFT;
const TOP = 132;
const BOTTOM = 596;
const ROOM = BOTTOM - TOP;

/** Px of the sheet for one of a drawing, at least: its smallest letters then keep a thirtieth of the picture's height. */
const LEGIBLE = 1.4;

interface Shared {
  /** Name of the site. */
  readonly site: string;
  readonly series: string;
  /** Null for what is of several. */
  readonly number: number | null;
  /** Of the bulletin, ISO. */
  readonly date: string;
  readonly title: string;
  readonly finding: readonly Sentence[];
  /** Whether some of its figures are not as printed. */
  readonly corrected?: boolean;
  /** What is shown in large digits, in the bulletin's order. */
  readonly figures: readonly LargeFigure[];
}

export interface SocialChart extends Shared {
  /** The chart, drawn wide and narrow. */
  readonly drawings: { readonly wide: string; readonly narrow: string };
}

export interface SocialIssue extends Shared {
  /** The answer in a line; where there is none the title stands in its place. */
  readonly headline: string | null;
}

/** A bulletin: its title, its headline, what stands under it, its key figures. */
export function socialIssue(issue: SocialIssue): string {
  const { title, headline, finding, figures } = issue;
  const kicker = headline === null ? column([], 0) : nameBlock(issue, WIDTH);
  const large = fitted([60, 56, 52, 48, 44, 40, 36], 150, (size) =>
    titlePart(headline ?? title, { size, weight: 700, ink: 'ink', leading: 1.3 }, WIDTH),
  );
  const row = tiles(figures.slice(0, 4), figures.length < 4 ? 3 : 4, WIDTH);
  const room = ROOM - kicker.height - large.height - row.height - 44;
  return framed(
    issue,
    [
      [kicker, 0],
      [large, 6],
      [fittedFinding(finding, [34, 32, 30, 28, 26], WIDTH, room), 14],
    ],
    row,
  );
}

/** A chart: its title, what it shows, and the drawing where it stays legible; in its place numbers, in large digits. */
export function socialChart(chart: SocialChart): string {
  for (const size of [48, 44, 40, 36, 34, 32, 30, 28]) {
    const stacked = beneath(chart, size) ?? beside(chart, size);
    if (stacked) return framed(chart, stacked);
  }
  const row = tiles(chart.figures, chart.figures.length === 4 ? 4 : 3, WIDTH);
  const head = nameBlock(chart, WIDTH);
  return framed(
    chart,
    [
      [head, 0],
      [
        fittedFinding(chart.finding, [48, 44, 40, 36, 34, 32, 30, 28, 26], WIDTH, ROOM - head.height - row.height - 36),
        8,
      ],
    ],
    row,
  );
}

const nameBlock = (chart: Shared, width: number): Part =>
  fitted([28, 26, 24, 22, 20], 76, (size) =>
    titlePart(chart.title, { size, weight: 700, ink: 'muted', leading: 1.35 }, width),
  );

type Stacked = readonly (readonly [part: Part, gap: number])[];

const scaled = (most: number): number => Math.floor(most * 100) / 100;

/** The drawing across the whole width, under the words. */
function beneath(chart: SocialChart, size: number): Stacked | undefined {
  const [head, words] = [nameBlock(chart, WIDTH), findingPart(chart.finding, size, WIDTH)];
  const drawing = inlay(chart.drawings.wide);
  const room = ROOM - head.height - words.height - 8;
  const scale = scaled(Math.min((room - 24) / drawing.height, WIDTH / drawing.width));
  if (scale < LEGIBLE) return undefined;
  const height = drawing.height * scale;
  return [
    [head, 0],
    [words, 8],
    [{ height, at: (x, y) => drawing.at(x, y, scale) }, Math.max(24, Math.round((room - height) * 0.6))],
  ];
}

/** The narrow drawing to the right of the words, which larger would outshout it. */
function beside(chart: SocialChart, size: number): Stacked | undefined {
  if (size > 36) return undefined;
  const drawing = inlay(chart.drawings.narrow);
  const scale = scaled(Math.min(ROOM / drawing.height, 1.8));
  const from = WIDTH - drawing.width * scale;
  const left = column([nameBlock(chart, from - 56), findingPart(chart.finding, size, from - 56)], 12);
  if (scale < LEGIBLE || left.height > ROOM) return undefined;
  return [[{ height: ROOM, at: (x, y) => `${left.at(x, y)}\n${drawing.at(x + from, y, scale)}` }, 0]];
}

/** As many whole sentences as there is room for, at the first size that holds them all; a sentence is never cut. */
function fittedFinding(finding: readonly Sentence[], sizes: readonly number[], width: number, room: number): Part {
  for (let count = finding.length; count > 0; count--) {
    for (const size of sizes) {
      const part = findingPart(finding.slice(0, count), size, width);
      if (part.height <= room) return part;
    }
  }
  return column([], 0);
}

/** Between the masthead, with its red rule, and the lower edge; `last` stands on that edge. */
function framed(shared: Shared, stacked: Stacked, last?: Part): string {
  const issue = `${shared.number === null ? '历期' : `第${shared.number}期`}${shared.corrected ? '（经更正）' : ''}`;
  let y = TOP;
  const body = stacked.map(([part, gap]) => {
    const set = part.at(LEFT, y + gap);
    y += part.height + gap;
    return set;
  });
  const right = fitted([22, 20, 18], 34, (size) =>
    titlePart(
      `${shared.site}　${chineseDate(shared.date)}`,
      { size, weight: 400, ink: 'muted', leading: 1.4, end: true },
      WIDTH / 2 - 24,
    ),
  );
  const left = fitted([34, 30, 26, 22], 48, (size) =>
    titlePart(`${shared.series}　${issue}`, { size, weight: 700, ink: 'red', leading: 1.4 }, WIDTH / 2),
  );
  return sheet({ ...PAGE, title: `${shared.series}${issue}：${shared.title}`, description: shared.finding.join('') }, [
    left.at(LEFT, 96 - left.height),
    right.at(LEFT + WIDTH, 94 - right.height),
    bar(LEFT, 104, WIDTH, 4, 'red'),
    ...body,
    ...(last && last.height > 0 ? [last.at(LEFT, BOTTOM - last.height)] : []),
  ]);
}
