import { isSameColumn, type Column, type Group } from '../../domain/issue.ts';
import type { Table } from '../source.ts';
import { lookup } from '../text/letters.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { columnProblems, headingUnits, known, type Headed } from './columns.ts';
import { groupOf, type ReadGroup } from './comparison-group.ts';
import { groupNameProblems } from './group-name.ts';
import { ordinalProblems, placeProblems } from './order.ts';
import { COMPARISON_FIELDS, writtenRow, type ComparisonField, type WrittenRow } from './comparison-row.ts';
import type { About, Located, Unread } from './located.ts';
import type { Registry } from './registry.ts';
import { rolesOf } from './role.ts';
import { sheet, type Sheet } from './sheet.ts';

export interface ComparisonFile {
  readonly groups: readonly Group[];
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  /** False where rows or columns were lost: then an absent group is not called unknown. */
  readonly whole: boolean;
  readonly sheet: Table['sheet'] | undefined;
  readonly problems: readonly Problem[];
}

/** `comparison.csv` (对照表): one indicator a row, in either header form. */
export function comparisonFile(file: string, text: string, about: About, registry: Registry): ComparisonFile {
  const read = sheet<ComparisonField>(file, text, { fields: COMPARISON_FIELDS, values: ['排名'], role: rolesOf });
  if (!read.sheet)
    return { groups: [], located: [], unread: [], whole: false, sheet: undefined, problems: read.problems };
  const columns = headedColumns(file, read.sheet, about);
  const rows = writtenRows(read.sheet, about, registry);
  const ungrouped = withoutGroup(read.sheet, rows.written);
  const groups = groupsOf(rows.written, columns.used, !read.sheet.mayHave('组'));
  const located = inOrderOf(groups.flatMap((g) => g.located));
  return {
    groups: groups.map(({ group }) => group),
    located,
    unread: groups.flatMap((g) => g.unread),
    whole: read.sheet.lost === 0 && columns.used.length === columns.headed.length && rows.whole && ungrouped.whole,
    sheet: read.sheet,
    problems: [
      ...read.problems,
      ...columns.problems,
      ...rows.problems,
      ...ungrouped.problems,
      ...(read.sheet.lost === 0 ? orderProblems(read.sheet, rows) : []),
      ...groups.flatMap((g) => g.problems),
      ...columns.headed.flatMap(({ column, at }) =>
        known(column, located, about) ? [problem('header/after-issue', at, column.label, { date: about.date! })] : [],
      ),
      ...headingUnits(columns.headed, rows.written.filter(isSure).map(withNumbers), registry.units),
    ],
  };
}

/** The role columns; of two that hold the same thing only the first is used. */
function headedColumns(
  file: string,
  from: Sheet<ComparisonField>,
  about: About,
): { headed: readonly Headed[]; used: readonly Column[]; problems: Problem[] } {
  const headed = from.roles.flatMap(({ roles, at }) => roles.map((column) => ({ column, at })));
  const isFirst = ({ column }: Headed, i: number): boolean =>
    headed.findIndex((h) => isRepeated(h.column, column)) === i;
  const repeated = headed.filter((h, i) => !isFirst(h, i)).map(({ column }) => column);
  const missing = headed.length === 0 && from.lost === 0;
  const example = '2019年评价水平、2020年省定目标、2020年达到水平';
  return {
    headed,
    used: headed.filter(isFirst).map(({ column }) => column),
    problems: [
      ...(missing ? [problem('header/missing', { file, row: from.row, line: from.line }, example)] : []),
      ...columnProblems(headed, repeated, about),
    ],
  };
}

/** Targets and baselines may be several, of other times or setters; what was reached is one. */
const isRepeated = (a: Column, b: Column): boolean =>
  a.role === b.role && (a.role === 'achieved' || a.role === 'frontier' || isSameColumn(a, b));

function writtenRows(
  from: Sheet<ComparisonField>,
  about: About,
  registry: Registry,
): { written: readonly WrittenRow[]; whole: boolean; problems: Problem[] } {
  const seen = new Map<string, number>();
  const counts = new Map<string, number>();
  const written: WrittenRow[] = [];
  const problems: Problem[] = [];
  for (const entry of from.entries) {
    const group = lookup(entry.text('组'));
    const ordinal = (counts.get(group) ?? 0) + 1;
    counts.set(group, ordinal);
    const read = writtenRow(entry, from, about, registry, seen, ordinal);
    problems.push(...read.problems);
    if (read.row) written.push(read.row);
  }
  const whole = written.length === from.entries.length && written.every(({ named }) => named);
  return { written, whole, problems };
}

/** What a table says twice of its order must agree. */
function orderProblems(
  { entries }: Sheet<ComparisonField>,
  rows: { readonly written: readonly WrittenRow[]; readonly problems: readonly Problem[] },
): Problem[] {
  const ordered = entries.map((entry) => ({ entry, table: lookup(entry.text('组')) }));
  const wrong = new Set(rows.problems.filter((p) => p.severity === 'error').map((p) => p.row));
  return [...groupNameProblems(rows.written), ...ordinalProblems(ordered), ...placeProblems(ordered)].filter(
    ({ row }) => !wrong.has(row),
  );
}

/** Where some rows name their group, all must. */
function withoutGroup(
  from: Sheet<ComparisonField>,
  rows: readonly WrittenRow[],
): { whole: boolean; problems: Problem[] } {
  const bare = rows.filter((r) => r.entry.text('组') === '');
  if (!from.has('组') || bare.length === rows.length) return { whole: true, problems: [] };
  return {
    whole: bare.length === 0,
    problems: bare.filter(({ sound }) => sound).map((r) => problem('row/no-group', r.entry.get('组')!.at)),
  };
}

function groupsOf(rows: readonly WrittenRow[], columns: readonly Column[], isOne: boolean): ReadGroup[] {
  const byName = Map.groupBy(rows, (r) => lookup(r.group));
  return [...byName.values()].map((members, i) =>
    groupOf(members, `group-${i + 1}`, members[0]!.entry.at.file, columns, isOne),
  );
}

/** A row whose unit is known, so that others may be held against it. */
const isSure = ({ sound, context }: WrittenRow): boolean => sound && !context.doubtful;

const withNumbers = ({ context: { name, unit }, cells }: WrittenRow) => ({
  name,
  unit,
  columns: cells.flatMap((c) => (/\d/.test(c.text) ? [c.column] : [])),
});

/** By row: groups may take turns in a file. */
const inOrderOf = (located: readonly Located[]): Located[] =>
  located.toSorted((a, b) => (a.at.row ?? 0) - (b.at.row ?? 0));
