import { courseOf, type Course } from '../domain/course.ts';
import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin } from '../domain/issue.ts';
import { bulletinsOfIndicator, rowsOfIndicator } from '../domain/of-indicator.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import { indicatorAddress } from '../publication/address.ts';
import { correctedClauses } from './corrected.ts';
import { trendFinding, trendTitle } from './trend-finding.ts';
import { trendDetails, trendHeadline } from './trend-headline.ts';
import { trendNotes } from './trend-note.ts';

/** An indicator over the time of all bulletins, as its page, its files and its embed show it. */
export interface History {
  readonly indicator: Indicator;
  /** Those that speak of it, newest first. */
  readonly bulletins: readonly Bulletin[];
  readonly course: Course;
  readonly address: string;
  /** What is measured. */
  readonly title: string;
  /** What it shows, in a line. */
  readonly headline: string;
  /** What the headline leaves out, and what was corrected. */
  readonly sentences: readonly string[];
  /** Every number in the order of time, for who cannot see the picture. */
  readonly description: string;
  readonly notes: readonly string[];
  /** Why there is no picture; null where there is one. */
  readonly undrawn: string | null;
}

/** @param bulletins all of them, newest first */
export function historyOf(indicator: Indicator, bulletins: readonly Bulletin[]): History {
  const own = bulletinsOfIndicator(bulletins, indicator.code);
  const course = courseOf(own, indicator);
  const { drawn, undrawn } = course;
  const told = drawn.length > 0 ? drawn : undrawn;
  const reason = drawn.length > 0 ? null : undrawnReason(course, indicator, own);
  return {
    indicator,
    bulletins: own,
    course,
    address: indicatorAddress(indicator.code),
    title: told.length > 0 ? trendTitle(told, indicator) : `${indicator.name}：历期数据`,
    headline: told.length > 0 ? trendHeadline(told, indicator) : reason!.replace(/。$/, ''),
    sentences: [
      ...trendDetails(told, indicator),
      ...(reason === null || told.length === 0 ? [] : [reason]),
      ...own.flatMap((bulletin) =>
        correctedClauses(bulletin, new Set([indicator.code])).map((words) => `第${bulletin.issue.number}期${words}。`),
      ),
    ],
    description: drawn.length > 0 ? trendFinding(drawn, indicator) : '',
    notes: drawn.length > 0 ? trendNotes(drawn, undrawn, indicator, own) : [],
    undrawn: reason,
  };
}

/** A sentence for a page without a picture. */
function undrawnReason({ undrawn, byArea }: Course, { code, unit }: Indicator, bulletins: readonly Bulletin[]): string {
  if (bulletins.length === 0) return '还没有通报写到这项指标。';
  if (byArea) return '地区较多，不画图，各地区各时期的数见表。';
  const periods = [...new Set(undrawn.flatMap(({ values }) => values.map(({ period }) => period.label)))];
  if (periods.length > 0) return `只有${periods.join('、')}的数，没有同类时期的数可以对照，不画图。`;
  if (undrawn.length > 0) return '只有目标，还没有达到的数，不画图。';
  const cells = cellsOf(bulletins, code);
  if (cells.length === 0) return '只有正文写到这项指标，表里没有，不画图。';
  if (cells.every((o) => !isNumeric(o))) return '通报没有写出这项指标的数值，不画图。';
  if (cells.some((o) => isNumeric(o) && o.unit !== unit)) return '各期的单位不同，不能画在一张图里。';
  return '通报没有写明这些数的时期，不画图。';
}

const cellsOf = (bulletins: readonly Bulletin[], code: string): Observation[] =>
  bulletins.flatMap((bulletin) => rowsOfIndicator(bulletin, code).flatMap((row) => row.all.map(({ o }) => o)));
