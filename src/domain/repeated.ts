import type { NumericObservation } from './observation.ts';
import { lowerOf, quantityKey } from './quantity.ts';
import type { Time } from './time.ts';
import type { PointJudgement, TrendPoint } from './trend-point.ts';

/** A number as one bulletin states it. */
export interface Stated extends Time {
  readonly o: NumericObservation;
  readonly issue: number;
  readonly era: number;
  readonly setter: string | null;
  readonly judgements: readonly PointJudgement[];
}

interface GrowingPoint extends TrendPoint {
  readonly issues: number[];
  readonly judgements: PointJudgement[];
}

/**
 * A number that a later bulletin repeats, as its baseline for instance, is one point; what was reached gives it its look.
 * @param cells by their bulletins, ascending
 */
export function merged(cells: readonly Stated[], oneLevel: boolean): TrendPoint[] {
  const points: GrowingPoint[] = [];
  const places = new Map<string, number[]>();
  for (const cell of cells) {
    const key = alikeKey(cell);
    const alike = places.get(key) ?? [];
    places.set(key, alike);
    const i = alike.find((place) => repeats(points[place]!, cell, oneLevel));
    if (i === undefined) {
      alike.push(points.length);
      points.push(pointOf(cell));
    } else points[i] = grown(points[i]!, cell);
  }
  return points.sort((a, b) => a.at - b.at || Number(lowerOf(a.o.quantity)) - Number(lowerOf(b.o.quantity)));
}

const pointOf = ({ issue, at, period, dated, o, era, setter, judgements }: Stated): GrowingPoint => ({
  ...{ at, period, dated, o, era, setter, issues: [issue], judgements: [...judgements] },
});

function grown(point: GrowingPoint, cell: Stated): GrowingPoint {
  if (point.issues.at(-1) !== cell.issue) point.issues.push(cell.issue);
  for (const judgement of cell.judgements) point.judgements.push(judgement);
  const isLook = cell.o.role === 'achieved' && point.o.role === 'baseline';
  const [first, second] = isLook ? [cell.o, point.o] : [point.o, cell.o];
  const { at, dated } = point.dated ? point : cell;
  return { ...point, at, dated, o: { ...first, asOf: first.asOf ?? second.asOf, level: first.level ?? second.level } };
}

type Placed = Omit<Stated, 'issue' | 'judgements'>;

/** What numbers that may be one have in common. */
const alikeKey = ({ period, era, o, setter }: Placed): string =>
  JSON.stringify([period.start, period.end, era, o.status, setter, quantityKey(o.quantity)]);

/** Of two that have that in common: a number without a date may be of any day of its period, one without a level of any level. */
const repeats = (p: Placed, c: Placed, oneLevel: boolean): boolean =>
  (p.at === c.at || !p.dated || !c.dated) &&
  (p.o.level === c.o.level || (oneLevel && (p.o.level === null || c.o.level === null)));
