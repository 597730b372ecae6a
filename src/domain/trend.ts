import type { Indicator } from './indicator.ts';
import type { Bulletin, Cell as StatedCell, Row } from './issue.ts';
import { memo } from './memo.ts';
import { rowsOfIndicator } from './of-indicator.ts';
import { isNumeric, type NumericObservation, type Observation } from './observation.ts';
import { PERIOD_KINDS, type Period } from './period.ts';
import { merged } from './repeated.ts';
import { endOf, spanOf, timeOf, type Time } from './time.ts';
import { linesOf, moments, type TrendLine } from './trend-line.ts';
import type { PointJudgement, TrendPoint } from './trend-point.ts';

/** A period for which bulletins print a word in place of a number, and no bulletin a number. */
export interface TrendGap extends Time {
  readonly word: string;
  readonly issue: number;
  readonly era: number;
}

/** A change of definition with numbers on both sides, and where between them it is drawn. */
interface TrendBreak {
  readonly issue: number;
  readonly note: string;
  readonly at: number;
  /** True where a time has numbers of both definitions, so that no place lies between them. */
  readonly shared: boolean;
}

/** Two times of which a bulletin says that their numbers may not be subtracted (不可比). */
interface Incomparable {
  readonly from: Time;
  readonly to: Time;
  readonly reason: string;
  readonly issue: number;
}

/** An indicator over time, of one area and one kind of period: numbers of others are no part of its course. */
export interface Trend {
  readonly area: string | null;
  readonly kind: Period['kind'];
  /** Baselines and what was reached or is expected, by time. */
  readonly values: readonly TrendPoint[];
  readonly targets: readonly TrendPoint[];
  readonly lines: readonly TrendLine[];
  readonly gaps: readonly TrendGap[];
  readonly breaks: readonly TrendBreak[];
  readonly incomparable: readonly Incomparable[];
  /** Values (or targets of one setter) that stand at one time with different ones of the same level. */
  readonly contested: ReadonlySet<TrendPoint>;
  /** Stated levels of the values. */
  readonly levels: readonly string[];
  /** Bulletins whose numbers are drawn, ascending. */
  readonly issues: readonly number[];
}

/**
 * What the bulletins, in whatever order, say of an indicator over time: areas as they first stand in the bulletins, of each
 * the years before shorter periods. The frontier and figures of the text bear no period of their own; a sum over the years
 * of a plan (〔13.5〕) is of none of them.
 */
export const trendsOf = (bulletins: readonly Bulletin[], indicator: Indicator): readonly Trend[] =>
  trends(bulletins)(indicator);

/** Each bulletin of many asks for them. */
const trends = memo((bulletins: readonly Bulletin[]) =>
  memo((indicator: Indicator) => trendsAmong(bulletins, indicator)),
);

function trendsAmong(bulletins: readonly Bulletin[], indicator: Indicator): Trend[] {
  const cells = bulletins.toSorted((a, b) => a.issue.number - b.issue.number).flatMap((b) => statedCells(b, indicator));
  const byArea = [...Map.groupBy(cells, ({ area }) => area).values()];
  return byArea.flatMap((ofArea) => {
    const byKind = Map.groupBy(ofArea, ({ kind }) => kind);
    return PERIOD_KINDS.flatMap((kind) => trendOf(byKind.get(kind) ?? [], indicator) ?? []);
  });
}

/** Undefined where no number is stated. */
function trendOf(cells: readonly Cell[], indicator: Indicator): Trend | undefined {
  const numbers = cells.flatMap((c) => (isDrawn(c.o, indicator) ? [{ ...c, o: c.o }] : []));
  const [first] = numbers;
  if (!first) return undefined;
  const levels = [...new Set(numbers.filter((c) => !isTarget(c)).flatMap(({ o }) => o.level ?? []))];
  const oneLevel = levels.length < 2;
  const values = merged(
    numbers.filter((c) => !isTarget(c)),
    oneLevel,
  );
  const targets = merged(numbers.filter(isTarget), oneLevel);
  const gaps = gapsOf(cells, values);
  const incomparable = incomparableOf(cells);
  const joined = values.filter(({ o }) => oneLevel || o.level !== null);
  return {
    area: first.area,
    kind: first.kind,
    values,
    targets,
    gaps,
    levels,
    incomparable,
    lines: linesOf(joined, { gaps, incomparable }),
    breaks: breaksOf([...values, ...targets], indicator),
    contested: new Set([...contestedAmong(values, oneLevel), ...contestedAmong(targets, oneLevel)]),
    issues: [...new Set([...values, ...targets].flatMap((p) => p.issues))].sort((a, b) => a - b),
  };
}

const isTarget = ({ o }: { readonly o: Observation }): boolean => o.role === 'target';

const isDrawn = (o: Observation, { unit }: Indicator): o is NumericObservation =>
  isNumeric(o) && o.unit === unit && !o.cumulative;

/** A word in place of a number that no bulletin of the same definition states. */
function gapsOf(cells: readonly Cell[], values: readonly TrendPoint[]): TrendGap[] {
  const first = values.reduce((least, { at }) => Math.min(least, at), Infinity);
  const timeKey = ({ period: { start, end }, era }: Pick<TrendPoint, 'period' | 'era'>): string =>
    `${start}/${end}/${era}`;
  const stated = new Set(values.map(timeKey));
  return cells.flatMap(({ o, issue, era, at, period, dated }): TrendGap[] => {
    if (o.kind !== 'gap' || o.role === 'target') return [];
    const isStated = stated.has(timeKey({ period, era }));
    // Before the first number there is nothing to miss: a bulletin that lists no baseline has none.
    const isSilence = o.word === '未列' && at < first;
    return isStated || isSilence ? [] : [{ at, period, dated, word: o.word, issue, era }];
  });
}

function incomparableOf(cells: readonly Cell[]): Incomparable[] {
  const byRow = [...Map.groupBy(cells, ({ row }) => row)];
  return byRow.flatMap(([{ incomparable: reason, cells: compared }, own]): Incomparable[] => {
    if (reason === null) return [];
    const [from, to] = [compared.baseline, compared.achieved].map((o) => own.find((c) => c.o === o));
    return from && to ? [{ from, to, reason, issue: to.issue }] : [];
  });
}

/** Points that share their time with others of the same level; of targets, with others that the same office set. */
const contestedAmong = (points: readonly TrendPoint[], oneLevel: boolean): TrendPoint[] =>
  [...Map.groupBy(points, ({ o, setter }) => JSON.stringify([oneLevel ? '' : o.level, setter])).values()]
    .flatMap(moments)
    .filter((time) => time.length > 1)
    .flat();

/** A picture over time needs two times that may be set against each other. */
export const hasCourse = ({ values }: Trend): boolean =>
  [...Map.groupBy(values, ({ period }) => spanOf(period)).values()].some(
    (span) => new Set(span.map(({ at }) => at)).size > 1,
  );

interface Cell extends Time {
  readonly o: Observation;
  readonly issue: number;
  readonly era: number;
  readonly setter: string | null;
  readonly area: string | null;
  /** Of the values that it is seen with: a target stands with what was reached for it, whatever its own period. */
  readonly kind: Period['kind'];
  readonly row: Row;
  readonly judgements: readonly PointJudgement[];
}

function statedCells(bulletin: Bulletin, { code, breaks }: Indicator): Cell[] {
  const { issue } = bulletin;
  const era = breaks.filter((b) => b.issue <= issue.number).length;
  return rowsOfIndicator(bulletin, code).flatMap((row) =>
    row.all.flatMap((cell): Cell[] => {
      const {
        column: { role, setter },
        o,
      } = cell;
      const time = role === 'frontier' ? undefined : timeOf(o);
      if (!time) return [];
      const kind = (role === 'target' ? kindReached(row) : undefined) ?? time.period.kind;
      const judgements = judgementsOf(row, cell, issue.number);
      return [{ ...placed(time, kind), o, issue: issue.number, era, setter, area: row.area, kind, row, judgements }];
    }),
  );
}

/** A target has its own judgement, what was reached those of all targets of its row. */
function judgementsOf({ cells, comparison: { targets } }: Row, { column, o }: StatedCell, issue: number) {
  const judged = targets.filter(({ outcome, setter, period }) => {
    if (outcome === 'no-target') return false;
    return o === cells.achieved || (o.role === 'target' && setter === column.setter && period?.code === o.period?.code);
  });
  return judged.map((target): PointJudgement => ({ ...target, issue, achieved: cells.achieved }));
}

function kindReached({ cells: { achieved, baseline } }: Row): Period['kind'] | undefined {
  const [time] = [achieved, baseline].flatMap((o) => (o && timeOf(o)) ?? []);
  return time?.period.kind;
}

/** Among shorter periods a year stands at its last day, as they do; among years each has a place of its own. */
const placed = (time: Time, kind: Period['kind']): Time =>
  kind === 'year' || time.dated ? time : { ...time, at: endOf(time.period) };

function breaksOf(points: readonly TrendPoint[], { breaks }: Indicator): TrendBreak[] {
  return breaks.flatMap(({ issue, note }, i) => {
    const [old, fresh] = [points.filter((p) => p.era <= i), points.filter((p) => p.era > i)].map((side) =>
      side.map(({ at }) => at),
    );
    if (!old?.length || !fresh?.length) return [];
    const [last, first] = [Math.max(...old), Math.min(...fresh)];
    return [{ issue, note, at: last < first ? (last + first) / 2 : first, shared: last >= first }];
  });
}
