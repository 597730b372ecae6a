import type { Indicator } from './indicator.ts';
import type { Bulletin } from './issue.ts';
import { isExpected, isNumeric, type NumericObservation, type Observation } from './observation.ts';
import { isExact, lowerOf, sameQuantity } from './quantity.ts';
import { timeOf, type Time } from './time.ts';

/** One number at its time, however many bulletins state it. */
export interface TrendPoint extends Time {
  readonly o: NumericObservation;
  /** Bulletins that state it, ascending. */
  readonly issues: readonly number[];
  /** How many changes of definition came before it. */
  readonly era: number;
  /** 省定 … of a target. */
  readonly setter: string | null;
}

/** Dashed where `to` is expected. */
interface TrendLine {
  readonly from: TrendPoint;
  readonly to: TrendPoint;
}

/** A year for which bulletins print a word in place of a number, and no bulletin a number. */
interface TrendGap extends Time {
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

/** An indicator over the years. */
export interface Trend {
  /** Baselines and what was reached or is expected, by time. */
  readonly values: readonly TrendPoint[];
  readonly targets: readonly TrendPoint[];
  readonly lines: readonly TrendLine[];
  readonly gaps: readonly TrendGap[];
  readonly breaks: readonly TrendBreak[];
  /** Values (or targets) that stand at one time with different ones of the same level. */
  readonly contested: ReadonlySet<TrendPoint>;
  /** Stated levels of the values. */
  readonly levels: readonly string[];
  /** Bulletins whose numbers are drawn, ascending. */
  readonly issues: readonly number[];
}

/**
 * What the bulletins, in whatever order, say of an indicator over time. The frontier and figures of the text bear no year
 * of their own.
 */
export function trend(bulletins: readonly Bulletin[], indicator: Indicator): Trend {
  const cells = bulletins.toSorted((a, b) => a.issue.number - b.issue.number).flatMap((b) => statedCells(b, indicator));
  const numbers = cells.flatMap((c) => (isNumeric(c.o) && c.o.unit === indicator.unit ? [{ ...c, o: c.o }] : []));
  const levels = [...new Set(numbers.filter((c) => !isTarget(c)).flatMap(({ o }) => o.level ?? []))];
  const oneLevel = levels.length < 2;
  const values = merged(
    numbers.filter((c) => !isTarget(c)),
    oneLevel,
  );
  const targets = merged(numbers.filter(isTarget), oneLevel);
  const gaps = gapsOf(cells, values);
  const joined = values.filter(({ o }) => oneLevel || o.level !== null);
  return {
    values,
    targets,
    gaps,
    levels,
    lines: linesOf(joined, gaps),
    breaks: breaksOf([...values, ...targets], indicator),
    contested: new Set([...contestedAmong(values, oneLevel), ...contestedAmong(targets, oneLevel)]),
    issues: [...new Set([...values, ...targets].flatMap((p) => p.issues))].sort((a, b) => a - b),
  };
}

const isTarget = ({ o }: { readonly o: Observation }): boolean => o.role === 'target';

/** A word in place of a number that no bulletin of the same definition states. */
const gapsOf = (cells: readonly Cell[], values: readonly TrendPoint[]): TrendGap[] =>
  cells.flatMap(({ o, issue, era, ...time }): TrendGap[] => {
    if (o.kind !== 'gap' || o.role === 'target') return [];
    const isStated = values.some((p) => p.year === time.year && p.era === era);
    return isStated ? [] : [{ ...time, word: o.word, issue, era }];
  });

/** Points that share their time, and their level where there are several, with others. */
const contestedAmong = (points: readonly TrendPoint[], oneLevel: boolean): TrendPoint[] =>
  [...Map.groupBy(points, ({ o }) => (oneLevel ? '' : o.level)).values()]
    .flatMap(moments)
    .filter((time) => time.length > 1)
    .flat();

/** A picture over time needs two times. */
export const hasCourse = ({ values }: Trend): boolean => new Set(values.map(({ at }) => at)).size > 1;

interface Cell extends Time {
  readonly o: Observation;
  readonly issue: number;
  readonly era: number;
  readonly setter: string | null;
}

function statedCells(bulletin: Bulletin, { code, breaks }: Indicator): Cell[] {
  const issue = bulletin.issue.number;
  const era = breaks.filter((b) => b.issue <= issue).length;
  const rows = bulletin.groups.flatMap((group) => group.rows.filter((row) => row.indicator === code));
  // Values of several areas are no course over time.
  if (new Set(rows.map(({ area }) => area)).size > 1) return [];
  return rows.flatMap((row) =>
    row.all.flatMap(({ column: { role, setter }, o }): Cell[] => {
      const time = role === 'baseline' || role === 'achieved' || role === 'target' ? timeOf(o) : undefined;
      return time ? [{ ...time, o, issue, era, setter }] : [];
    }),
  );
}

/** A number that a later bulletin repeats, as its baseline for instance, is one point; what was reached gives it its look. */
function merged(cells: readonly (Cell & { readonly o: NumericObservation })[], oneLevel: boolean): TrendPoint[] {
  const points: TrendPoint[] = [];
  for (const { issue, ...cell } of cells) {
    const i = points.findIndex((p) => repeats(p, cell, oneLevel));
    const known = points[i];
    if (!known) points.push({ ...cell, issues: [issue] });
    else {
      const [first, second] =
        cell.o.role === 'achieved' && known.o.role === 'baseline' ? [cell.o, known.o] : [known.o, cell.o];
      const time = known.dated ? known : cell;
      points[i] = {
        ...known,
        at: time.at,
        dated: time.dated,
        o: { ...first, asOf: first.asOf ?? second.asOf, level: first.level ?? second.level },
        issues: [...new Set([...known.issues, issue])],
      };
    }
  }
  return points.sort((a, b) => a.at - b.at || Number(lowerOf(a.o.quantity)) - Number(lowerOf(b.o.quantity)));
}

function repeats(p: TrendPoint, c: Omit<TrendPoint, 'issues'>, oneLevel: boolean): boolean {
  return (
    sameTime(p, c) &&
    (p.o.level === c.o.level || (oneLevel && (p.o.level === null || c.o.level === null))) &&
    sameQuantity(p.o.quantity, c.o.quantity) &&
    p.era === c.era &&
    p.o.area === c.o.area &&
    p.o.status === c.o.status &&
    p.setter === c.setter
  );
}

/** A number with the year alone may be of any of its days. */
const sameTime = (a: Time, b: Time): boolean => a.year === b.year && (a.at === b.at || !a.dated || !b.dated);

/** Points by time. Two dates of one year are two times; a number with the year alone may be of any of its days. */
export function moments(points: readonly TrendPoint[]): TrendPoint[][] {
  return [...Map.groupBy(points, ({ year }) => year).values()]
    .flatMap((year) => (year.every((p) => p.dated) ? [...Map.groupBy(year, ({ at }) => at).values()] : [year]))
    .sort((a, b) => a[0]!.at - b[0]!.at);
}

/** Numbers that may be joined: one definition, one level, one area. */
export const lanes = (values: readonly TrendPoint[], levels: readonly string[]): TrendPoint[][] => [
  ...Map.groupBy(values, ({ era, o }) => JSON.stringify([era, levels.length < 2 ? null : o.level, o.area])).values(),
];

const isReached = ({ o }: TrendPoint): boolean => isExact(o.quantity) && !isExpected(o);

/**
 * Lines run between consecutive exact values, and dashed on to what is expected. None crosses a change of definition, a year
 * whose number is missing or only a bound or 概数: a slope there would be invented. Where bulletins differ about a time, a line
 * comes or goes only within what one bulletin states of both its ends.
 */
function linesOf(values: readonly TrendPoint[], gaps: readonly TrendGap[]): TrendLine[] {
  return lanes(values, [...new Set(values.flatMap(({ o }) => o.level ?? []))]).flatMap((lane) => {
    const times = moments(lane);
    let from: TrendPoint[] | undefined;
    return times.flatMap((time) => {
      const known = time.filter(({ o }) => !isExpected(o));
      const before =
        from && gaps.some((g) => g.era === lane[0]!.era && g.at > from![0]!.at && g.at < time[0]!.at)
          ? undefined
          : from;
      if (known.length > 0) from = known;
      return before
        ? [
            ...pairs(before, known),
            ...pairs(
              before,
              time.filter(({ o }) => isExpected(o)),
            ),
          ]
        : [];
    });
  });
}

function pairs(before: readonly TrendPoint[], after: readonly TrendPoint[]): TrendLine[] {
  const plain = before.length === 1 && after.length === 1;
  return before
    .filter(isReached)
    .flatMap((from) =>
      after
        .filter(
          (to) =>
            isExact(to.o.quantity) &&
            from.o.area === to.o.area &&
            (plain || to.issues.some((n) => from.issues.includes(n))),
        )
        .map((to) => ({ from, to })),
    );
}

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
