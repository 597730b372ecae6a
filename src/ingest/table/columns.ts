import type { About } from './located.ts';
import type { Units } from '../../domain/unit.ts';
import { isSameColumn, type Column } from '../../domain/issue.ts';
import { isExpected, isNumeric, type Observation } from '../../domain/observation.ts';
import { byEnd, knownFrom } from '../../domain/period.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import { halfWidth } from '../text/letters.ts';
import { columnWord } from '../value/column-word.ts';

/** A role column and its heading's cell. */
export interface Headed {
  readonly column: Column;
  readonly at: Place;
}

/** A row with the columns in which it has figures. */
export interface Figures {
  readonly name: string;
  readonly unit: string;
  readonly columns: readonly Column[];
}

/** Every column of a time of its own, and the times in their order. */
export function columnProblems(columns: readonly Headed[], twins: readonly Column[], about: About): Problem[] {
  const problems: Problem[] = [];
  const first = (role: Column['role']): Headed | undefined => columns.find((c) => c.column.role === role);
  for (const { column, at } of columns) {
    if (twins.includes(column))
      problems.push(
        problem('header/duplicate-role', at, column.label, {
          other: (columns.find((c) => c.column !== column && isSameColumn(c.column, column)) ?? first(column.role)!)
            .column.label,
          role: columnWord(column.role),
        }),
      );
    else if (!column.period && column.role !== 'frontier') problems.push(problem('header/no-year', at, column.label));
  }
  problems.push(...baselineOrder(columns));
  const base = latestBaseline(columns);
  const early = columns
    .filter(({ column }) => column.role === 'target' || column.role === 'achieved')
    .filter((c) => (c.column.role === 'achieved' ? isNotAfter : endsBefore)(c.column, base?.column));
  // Two columns before the baseline are one mistake in the baseline's year.
  const wrong = early.length > 1 ? base : early[0];
  if (wrong && !afterIssue(base!.column, about))
    problems.push(
      problem('header/year-order', wrong.at, wrong.column.label, {
        base: base!.column.label,
        other: early[0]!.column.label,
      }),
    );
  return problems;
}

/** A unit written in a heading (`2020年达到水平（%）`) is that of its rows, or of some of them. */
export function headingUnits(columns: readonly Headed[], rows: readonly Figures[], units: Units): Problem[] {
  return columns.flatMap(({ column, at }) => {
    const unit = units.find(/\(([^()]+)\)$/.exec(halfWidth(column.label))?.[1] ?? '')?.name;
    const filled = rows.filter((r) => r.columns.includes(column));
    const other = filled.some((r) => r.unit === unit) ? undefined : filled[0];
    return unit && other
      ? [problem('header/unit', at, column.label, { unit, name: other.name, expected: other.unit })]
      : [];
  });
}

/** Tables go on in time; a baseline that goes back is most likely a mistyped year. */
const baselineOrder = (columns: readonly Headed[]): Problem[] => {
  const dated = columns.filter(({ column }) => column.role === 'baseline' && column.period !== null);
  return dated.flatMap(({ column, at }, i) => {
    const before = dated[i - 1]?.column;
    const back = before && byEnd(before.period!, column.period!) > 0;
    return back ? [problem('header/baselines-order', at, column.label, { other: before.label })] : [];
  });
};

const latestBaseline = (columns: readonly Headed[]): Headed | undefined =>
  columns
    .filter(({ column }) => column.role === 'baseline' && column.period !== null)
    .toSorted((a, b) => byEnd(a.column.period!, b.column.period!))
    .at(-1);

const afterIssue = ({ period }: Column, { date }: About): boolean => !!period && !!date && knownFrom(period) > date;

/** A year after the bulletin's cannot have been reached: only expected values and targets may stand in its column. */
export const known = (column: Column, located: readonly { readonly o: Observation }[], about: About): boolean =>
  (column.role === 'baseline' || column.role === 'achieved') &&
  afterIssue(column, about) &&
  located.some(({ o }) => o.role === column.role && isNumeric(o) && !isExpected(o));

/** What was reached is of a later time than what it is compared with. */
const isNotAfter = (a: Column, b: Column | undefined): boolean =>
  !!a.period && !!b?.period && a.period.end <= b.period.end;

/** One and the same period may stand in both: a baseline of this year beside this year's target. */
const endsBefore = (a: Column, b: Column | undefined): boolean =>
  !!a.period && !!b?.period && a.period.end < b.period.end;
