import { chartAddress } from '../publication/address.ts';
import { chartedOf } from '../domain/charted.ts';
import { correctedSentences } from './corrected.ts';
import { groupFinding } from './finding.ts';
import { indicatorFinding } from './indicator-finding.ts';
import { rowFinding } from './row-finding.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Group, Row } from '../domain/issue.ts';
import { groupNotes, indicatorNotes, lookAlikeNotes } from './note.ts';
import { placesWord, placeWord } from './place.ts';
import { groupQuote, rowQuote, type CitySpeaker } from './quote.ts';
import { groupTitle, rowTitle } from './title.ts';

/** What has a page, files and an embed of its own: a table, or one row of it. */
export interface Chart {
  readonly bulletin: Bulletin;
  readonly group: Group;
  /** Null for the whole table, and for an indicator of several areas. */
  readonly row: Row | null;
  /** The code of the one indicator that it shows; null for a table. */
  readonly indicator: string | null;
  /** An indicator's code, or the group's slug. */
  readonly slug: string;
  readonly address: string;
  /** Short, for a place in a trail: the indicator's or group's name. */
  readonly name: string;
  /** What is measured. */
  readonly title: string;
  /** What it shows, computed. */
  readonly sentences: readonly string[];
}

/** The charts of a bulletin, each table before its rows. */
export const chartsOf = (bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>): Chart[] =>
  chartedOf(bulletin).map(({ group, row }) => chartOf(bulletin, group, row, indicators));

export function chartOf(
  bulletin: Bulletin,
  group: Group,
  row: Row | null,
  indicators: ReadonlyMap<string, Indicator>,
): Chart {
  const slug = row?.indicator ?? group.slug;
  const isIndicator = row !== null || group.rows.some(({ indicator }) => indicator === slug);
  return {
    bulletin,
    group,
    row,
    indicator: isIndicator ? slug : null,
    slug,
    address: chartAddress(bulletin.issue.number, slug),
    name: row?.name ?? group.name,
    title: row ? rowTitle(row, group) : groupTitle(group),
    sentences: [
      ...(row ? [rowFinding(row, group)] : (isIndicator ? indicatorFinding : groupFinding)(group, indicators)),
      ...correctedSentences(bulletin, new Set((row ? [row] : group.rows).map((r) => r.indicator))),
    ],
  };
}

/** The units of what a chart shows. */
export const chartUnits = ({ group, row }: Chart): readonly string[] => (row ? [row.unit] : group.units);

export const rowsOf = ({ group, row }: Chart): readonly Row[] => (row ? [row] : group.rows);

/** The table in which it stands, or stands first. */
export const tableOf = (chart: Chart): Group =>
  chart.bulletin.groups.find(({ rows }) => rows.includes(rowsOf(chart)[0]!)) ?? chart.group;

/** Everything that must be known of a chart where it stands alone, in a file. */
export const notesOf = (chart: Chart, indicators: ReadonlyMap<string, Indicator>): string[] => [
  ...(chart.indicator === null ? [] : lookAlikeNotes(chart.indicator, chart.bulletin)),
  ...pageNotes(chart, indicators),
];

/** The same on a page, which has a place of its own for what a figure may be taken for. */
export function pageNotes(chart: Chart, indicators: ReadonlyMap<string, Indicator>): string[] {
  const notes = groupNotes({ ...chart.group, rows: rowsOf(chart) });
  return chart.indicator === null ? notes : indicatorNotes(notes, indicators.get(chart.indicator)?.definition ?? null);
}

export const quoteOf = (
  { bulletin, group, row }: Chart,
  indicators: ReadonlyMap<string, Indicator>,
  speaker: CitySpeaker,
): string => (row ? rowQuote(row, group, bulletin, speaker) : groupQuote(group, bulletin, indicators, speaker));

/** `附表第1至6行`, `正文一（一）、一（二）`. */
export const placesOf = (chart: Chart): string => placesWord(rowsOf(chart).map((r) => placeWord(r.place)));
