import Big from 'big.js';
import type { Indicator } from '../../domain/indicator.ts';
import type { Units } from '../../domain/unit.ts';
import { near } from '../problem/near.ts';
import type { Observation, Role } from '../../domain/observation.ts';
import { knownFrom, type Period } from '../../domain/period.ts';
import { lowerOf, upperOf } from '../../domain/quantity.ts';
import { period } from '../text/period.ts';
import type { Levels } from '../text/level.ts';
import { halfWidth } from '../text/letters.ts';
import { problem, problemOf, type Place, type Problem } from '../problem/problem.ts';
import type { Cell } from '../table/sheet.ts';
import { isRefusal } from './refusal.ts';
import { readValue, type Value } from './value.ts';

/** What a row says of all its values, before any one of them is read. */
export interface RowContext {
  readonly issue: number;
  readonly date: string | null;
  readonly group: string | null;
  readonly indicator: Indicator | undefined;
  readonly name: string;
  readonly unit: string;
  readonly units: Units;
  readonly levels: Levels;
  /** The unit column and the registry disagree or are unknown: values are read for their form only. */
  readonly doubtful: boolean;
  readonly level: Cell | undefined;
  /** 地区 as written; null where the row names none. */
  readonly area: string | null;
  readonly place: string;
  readonly note: string | null;
}

/** A time and the cell it was read from. */
export interface Dated {
  readonly period: Period;
  readonly at: Place;
}

/** A cell of a value column and what its column says of it. */
export interface ValueCell {
  readonly cell: Cell;
  /** What of the cell is this value's, where it is not the whole. */
  readonly text?: string;
  readonly role: Role;
  readonly setter?: string | null;
  readonly period: Period | null;
  readonly asOf: Dated | null;
}

export interface ReadObservation {
  readonly o: Observation | undefined;
  readonly problems: readonly Problem[];
}

/** One cell to an observation, or to the problem that says why not. Notices come with the observation. */
export function readObservation(from: ValueCell, context: RowContext): ReadObservation {
  const { cell, text, role } = from;
  const written = text === undefined || text === cell.text ? cell.raw : text;
  const value = readValue(written, {
    unit: context.doubtful ? null : context.unit,
    role,
    units: context.units,
    levels: context.levels,
    note: context.note,
  });
  if (isRefusal(value)) return { o: undefined, problems: [problemOf(value.code, cell.at, cell.text, value.words)] };
  const problems = problemsOf(value, from, context);
  const errors = problems.filter((p) => p.severity === 'error');
  if (errors.length > 0 || context.doubtful) return { o: undefined, problems: errors };
  return { o: observationOf(value, from, context), problems };
}

/** A value that can be read, but not stand where it does. */
function problemsOf(value: Value, { cell, role, asOf }: ValueCell, context: RowContext): Problem[] {
  const problems: Problem[] = [];
  if (value.normalised !== null)
    problems.push(problem('value/normalised', cell.at, cell.raw, { used: value.normalised }));
  const expected = role === 'frontier' ? null : rowLevel(context);
  if (expected && value.level && expected !== value.level)
    problems.push(problem('value/level-differs', cell.at, cell.text, { level: value.level, expected }));
  const bounds = context.doubtful ? undefined : exceededBounds(value, context.indicator);
  if (bounds) problems.push(problem('value/out-of-bounds', cell.at, cell.text, { bounds }));
  return asOf && value.status === 'A' ? [...problems, ...futureTime(asOf, context)] : problems;
}

/** What was reached cannot have been reached after the bulletin. */
const futureTime = (asOf: Dated, { date }: RowContext): Problem[] =>
  date && knownFrom(asOf.period) > date ? [problem('value/after-issue', asOf.at, asOf.period.label, { date })] : [];

const rowLevel = ({ level }: RowContext): string | null => level?.text || null;

function observationOf(value: Value, from: ValueCell, context: RowContext): Observation {
  const observed = observedOf(value, from, context);
  switch (value.kind) {
    case 'number':
      return {
        ...observed,
        kind: 'number',
        quantity: value.quantity,
        cumulative: value.cumulative,
        rank: null,
        status: value.status,
      };
    case 'gap':
      return { ...observed, kind: 'gap', word: value.word, reason: value.reason ?? context.note, status: value.status };
    case 'statement':
      return { ...observed, kind: 'statement', text: value.text, status: value.status };
  }
}

/** What numbers, gaps and statements share. Another place's level is not ours: a frontier has one only if its own cell says so. */
const observedOf = (value: Value, { cell, role, setter = null, period, asOf }: ValueCell, context: RowContext) => ({
  issue: context.issue,
  group: context.group,
  indicator: context.indicator?.code ?? null,
  name: context.indicator?.name ?? context.name,
  role,
  setter,
  period,
  unit: context.unit,
  asOf: asOf?.period ?? null,
  level: value.level ?? (role === 'frontier' ? null : rowLevel(context)),
  area: value.area ?? (role === 'frontier' ? null : context.area),
  source: { issue: context.issue, place: context.place, sentence: null },
  note: null,
  relation: null,
  printed: cell.text,
});

/** The time a cell states; a blank one states none. */
export function datedOf(cell: Cell | undefined): { dated: Dated | null; problems: Problem[] } {
  if (!cell?.text) return { dated: null, problems: [] };
  const read = period(cell.text);
  return read
    ? { dated: { period: read, at: cell.at }, problems: [] }
    : { dated: null, problems: [problem('value/moment', cell.at, cell.text)] };
}

/** The registry's bounds in words, where the value passes them. */
function exceededBounds(value: Value, indicator: Indicator | undefined): string | undefined {
  if (value.kind !== 'number' || !indicator) return undefined;
  const { lower, upper } = indicator;
  const outside = [lowerOf(value.quantity), upperOf(value.quantity)].some(
    (n) => (lower !== null && new Big(n).lt(lower)) || (upper !== null && new Big(n).gt(upper)),
  );
  return outside ? boundsWords(lower, upper) : undefined;
}

function boundsWords(lower: string | null, upper: string | null): string {
  if (lower !== null && upper !== null) return `${lower} 至 ${upper}`;
  return lower !== null ? `不小于 ${lower}` : `不大于 ${upper}`;
}

/** The unit column against the known units and the registry; falls back so that the row's other cells are still read. */
export function unitOf(
  cell: Cell | undefined,
  indicator: Indicator | undefined,
  name: string,
  units: Units,
): { unit: string | undefined; doubtful: boolean; problems: Problem[] } {
  const written = cell ? halfWidth(cell.text) : '';
  if (written === '') return { unit: indicator?.unit, doubtful: indicator === undefined, problems: [] };
  const unit = units.find(written)?.name;
  if (unit === undefined) return { unit: indicator?.unit, doubtful: true, problems: [unknownUnit(cell!, units)] };
  if (!indicator || indicator.unit === unit) return { unit, doubtful: false, problems: [] };
  return {
    unit: indicator.unit,
    doubtful: true,
    problems: [problem('row/unit-differs', cell!.at, cell!.text, { name, expected: indicator.unit })],
  };
}

/** The most similar units, and where an office adds its own. */
export const unknownUnit = ({ at, text }: Cell, units: Units): Problem =>
  problem('row/unit', at, text, { near: near(text, units.names) });
