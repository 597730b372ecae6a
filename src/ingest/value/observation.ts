import Big from 'big.js';
import { UNITS, type Indicator, type Unit } from '../../domain/indicator.ts';
import type { Moment, Observation, Role } from '../../domain/observation.ts';
import { earliest, moment } from '../text/moment.ts';
import { halfWidth } from '../text/letters.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import type { Cell } from '../table/sheet.ts';
import { isRefusal, value, type Value } from './value.ts';

/** What a row says of all its values, before any one of them is read. */
export interface Frame {
  readonly issue: number;
  readonly date: string | null;
  readonly group: string | null;
  readonly indicator: Indicator | undefined;
  readonly name: string;
  readonly unit: Unit;
  /** The unit column and the registry disagree or are unknown: values are read for their form only. */
  readonly doubtful: boolean;
  readonly level: Cell | undefined;
  readonly place: string;
  readonly note: string | null;
}

/** A moment and the cell it was read from. */
export interface Dated extends Moment {
  readonly at: Place;
}

/** One cell to an observation, or to the problem that says why not. Notices come with the observation. */
export function figure(
  cell: Cell,
  role: Role,
  period: Moment | null,
  dated: Dated | null,
  frame: Frame,
  source = cell.text,
): { o: Observation | undefined; problems: Problem[] } {
  const read = value(source === cell.text ? cell.raw : source, { unit: frame.doubtful ? null : frame.unit, role });
  if (isRefusal(read)) return { o: undefined, problems: [problem(read.code, cell.at, cell.text, read.words)] };
  const problems: Problem[] = [];
  if (read.normalised !== null)
    problems.push(problem('value/normalised', cell.at, cell.raw, { used: read.normalised }));
  const level = frame.level?.text || null;
  // Another place's level is not ours: a frontier has one only if its own cell says so.
  if (role !== 'frontier' && level && read.level && level !== read.level)
    problems.push(problem('value/level-differs', cell.at, cell.text, { level: read.level, expected: level }));
  const bounds = frame.doubtful ? undefined : outside(read, frame.indicator);
  if (bounds) problems.push(problem('value/out-of-bounds', cell.at, cell.text, { bounds }));
  if (dated && frame.date && read.status === 'A' && earliest(dated) > frame.date) {
    problems.push(problem('value/after-issue', dated.at, dated.label, { date: frame.date }));
  }
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0 || frame.doubtful) return { o: undefined, problems: errors };
  const o: Observation = {
    issue: frame.issue,
    group: frame.group,
    indicator: frame.indicator?.code ?? null,
    name: frame.indicator?.name ?? frame.name,
    role,
    period,
    value: read.quantity?.value ?? null,
    upper: read.quantity?.upper ?? null,
    comparator: read.quantity?.comparator ?? null,
    unit: frame.unit,
    status: read.status,
    asOf: dated && { label: dated.label, year: dated.year },
    level: read.level ?? (role === 'frontier' ? null : level),
    area: read.area,
    text: read.text,
    missing: read.missing,
    missingReason: read.missing === null ? null : (read.missingReason ?? frame.note),
    source: { issue: frame.issue, place: frame.place, sentence: null },
    note: null,
    relation: null,
    printed: cell.text,
  };
  return { o, problems };
}

/** The moment a cell states; a blank one states none. */
export function datedOf(cell: Cell | undefined): { dated: Dated | null; problems: Problem[] } {
  if (!cell?.text) return { dated: null, problems: [] };
  const read = moment(cell.text);
  return read
    ? { dated: { ...read, at: cell.at }, problems: [] }
    : { dated: null, problems: [problem('value/moment', cell.at, cell.text)] };
}

function outside({ quantity }: Value, indicator: Indicator | undefined): string | undefined {
  if (!quantity || !indicator) return undefined;
  const { lower, upper } = indicator;
  const numbers = [quantity.value, quantity.upper].filter((n) => n !== null);
  const out = numbers.some((n) => (lower !== null && new Big(n).lt(lower)) || (upper !== null && new Big(n).gt(upper)));
  if (!out) return undefined;
  return lower !== null && upper !== null
    ? `${lower} 至 ${upper}`
    : lower !== null
      ? `不小于 ${lower}`
      : `不大于 ${upper}`;
}

/** The unit column against the closed list and the registry; falls back so that the row's other cells are still read. */
export function unitOf(
  cell: Cell | undefined,
  indicator: Indicator | undefined,
  name: string,
): { unit: Unit | undefined; doubtful: boolean; problems: Problem[] } {
  const written = cell ? halfWidth(cell.text) : '';
  if (written === '') return { unit: indicator?.unit, doubtful: indicator === undefined, problems: [] };
  if (!(UNITS as readonly string[]).includes(written))
    return {
      unit: indicator?.unit,
      doubtful: true,
      problems: [problem('row/unit', cell!.at, cell!.text, { units: UNITS.join(' ') })],
    };
  if (indicator && indicator.unit !== written) {
    return {
      unit: indicator.unit,
      doubtful: true,
      problems: [problem('row/unit-differs', cell!.at, cell!.text, { name, expected: indicator.unit })],
    };
  }
  return { unit: written as Unit, doubtful: false, problems: [] };
}
