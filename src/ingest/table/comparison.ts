import { near } from '../problem/near.ts';
import type { About, Located, Unread } from './located.ts';
import { compare } from '../../domain/comparison.ts';
import type { Indicator } from '../../domain/indicator.ts';
import type { Column, Group, Row } from '../../domain/issue.ts';
import type { Observation } from '../../domain/observation.ts';
import { lookup } from '../text/letters.ts';
import { columnProblems, headingUnits, known } from './columns.ts';
import { datedOf, figure, unitOf, type Frame } from '../value/observation.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Registry } from './registry.ts';
import { rolesOf, splitTwo } from './role.ts';
import { sheet, type Cell, type Entry, type Sheet } from './sheet.ts';

type Name = '序号' | '组' | '指标' | '单位' | '层级' | '达到时点' | '出处' | '备注';

const FIELDS = [
  { name: '序号', aliases: ['编号'] },
  { name: '组', aliases: ['组别', '分组'] },
  { name: '指标', aliases: ['指标名称', '项目'], required: true },
  { name: '单位', aliases: ['计量单位'] },
  { name: '层级' },
  { name: '达到时点', aliases: ['时点'] },
  { name: '出处' },
  { name: '备注', aliases: ['说明'] },
] as const;

export interface ComparisonFile {
  readonly groups: readonly Group[];
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  /** False where rows or columns were lost: then an absent group is not called unknown. */
  readonly whole: boolean;
  readonly sheet: Sheet<Name> | undefined;
  readonly problems: readonly Problem[];
}

interface Draft {
  readonly group: string;
  /** False where the row has no sound name or unit: its cells are read for their mistakes, but state nothing. */
  readonly sound: boolean;
  readonly entry: Entry<Name>;
  readonly frame: Frame;
  readonly cells: readonly { readonly column: Column; readonly cell: Cell; readonly text: string }[];
}

/** `comparison.csv` (对照表): one indicator a row, in either header form. */
export function comparisonFile(file: string, text: string, about: About, registry: Registry): ComparisonFile {
  const read = sheet<Name>(file, text, { fields: FIELDS, role: rolesOf });
  const problems = [...read.problems];
  if (!read.sheet) return { groups: [], located: [], unread: [], whole: false, sheet: undefined, problems };
  const headed = read.sheet.roles.flatMap(({ roles, at }) => roles.map((column) => ({ column, at })));
  if (headed.length === 0 && read.sheet.lost === 0)
    problems.push(
      problem(
        'header/missing',
        { file, row: read.sheet.row, line: read.sheet.line },
        '2019年评价水平、2020年省定目标、2020年达到水平',
      ),
    );
  const twins = headed.filter(({ column }, i) => headed.findIndex((h) => h.column.role === column.role) < i);
  problems.push(
    ...columnProblems(
      headed,
      twins.map((t) => t.column),
      about,
    ),
  );

  const seen = new Map<string, number>();
  const drafts: Draft[] = [];
  let whole = read.sheet.lost === 0 && twins.length === 0;
  for (const entry of read.sheet.entries) {
    const made = draft(entry, read.sheet, about, registry, seen, drafts.length + 1);
    problems.push(...made.problems);
    if (made.draft) drafts.push(made.draft);
    if (!made.draft?.sound) whole = false;
  }

  const located: Located[] = [];
  const unread: Unread[] = [];
  if (read.sheet.has('组') && drafts.some((d) => d.entry.text('组') !== '')) {
    for (const { entry, sound } of drafts)
      if (sound && entry.text('组') === '') problems.push(problem('row/no-group', entry.get('组')!.at));
    if (drafts.some((d) => d.entry.text('组') === '')) whole = false;
  }
  const groups = [...Map.groupBy(drafts, (d) => lookup(d.group))].map(([, members], i): Group => {
    const name = members[0]!.group;
    for (const { entry } of members)
      if (entry.text('组') !== '' && entry.text('组') !== name)
        problems.push(problem('value/normalised', entry.get('组')!.at, entry.text('组'), { used: name }));
    const sure = members.filter((d) => d.sound && !d.frame.doubtful);
    const unit = (sure[0] ?? members[0]!).frame.unit;
    const other = sure.find((d) => d.frame.unit !== unit);
    if (other) {
      problems.push(
        problem(
          'row/mixed-units',
          (read.sheet!.has('组') ? other.entry.get('组')! : (other.entry.get('单位') ?? other.entry.get('指标')!)).at,
          name,
          { first: unit, second: other.frame.unit },
        ),
      );
      whole = false;
    }
    const columns = read
      .sheet!.roles.flatMap((r) => r.roles)
      .filter(
        (column) =>
          !twins.some((t) => t.column === column) &&
          members.some((d) => d.cells.some((c) => c.column === column && c.text !== '')),
      );
    const empty = members[0]!.cells[0]?.cell;
    if (columns.length === 0 && empty && members.every((d) => d.sound && d.frame.indicator))
      problems.push(problem('value/blank', empty.at, ''));
    const rows = members.flatMap((d) => {
      const cells = observe(d, columns, d.frame.unit === unit, problems, located, unread);
      return d.sound && d.frame.indicator ? [row(d, d.frame.indicator, cells)] : [];
    });
    return { slug: `group-${i + 1}`, name: name || only(drafts), unit, columns, rows };
  });
  problems.push(
    ...headed.flatMap(({ column, at }) =>
      known(column, located, about) ? [problem('header/after-issue', at, column.label, { date: about.date! })] : [],
    ),
  );
  const sure = drafts.filter((d) => d.sound && !d.frame.doubtful);
  problems.push(
    ...headingUnits(
      headed,
      sure.map(({ frame, cells }) => ({
        name: frame.name,
        unit: frame.unit,
        columns: cells.flatMap((c) => (/\d/.test(c.text) ? [c.column] : [])),
      })),
    ),
  );
  const order = new Map(drafts.map((d, i) => [d.frame.name, i]));
  located.sort((a, b) => order.get(a.o.name)! - order.get(b.o.name)!);
  return { groups, located, unread, whole, sheet: read.sheet, problems };
}

/** A table without the 组 column is grouped by unit; the bulletin's only table is its 附表. */
const only = (drafts: readonly Draft[]): string => (new Set(drafts.map((d) => d.frame.unit)).size === 1 ? '附表' : '');

function draft(
  entry: Entry<Name>,
  from: Sheet<Name>,
  about: About,
  registry: Registry,
  seen: Map<string, number>,
  ordinal: number,
): { draft: Draft | undefined; problems: Problem[] } {
  const nameCell = entry.get('指标')!;
  const name = nameCell.text;
  if (name === '') return { draft: undefined, problems: [problem('row/no-name', nameCell.at)] };
  const problems: Problem[] = [];
  const indicator = registry.find(name);
  const key = lookup(indicator?.name ?? name);
  const other = seen.get(key);
  if (other !== undefined) problems.push(problem('row/duplicate', nameCell.at, name, { other }));
  else if (!indicator && !registry.uncertain(name))
    problems.push(problem('row/unknown-indicator', nameCell.at, name, { near: near(name, registry.names) }));
  seen.set(key, other ?? entry.row);

  if (indicator && ![indicator.name, ...indicator.aliases].includes(name))
    problems.push(problem('value/normalised', nameCell.at, name, { used: indicator.name }));
  const { unit, doubtful, problems: units } = unitOf(entry.get('单位'), indicator, name);
  problems.push(...units);
  const group = entry.text('组').replace(/\s+/g, '') || (from.has('组') ? '' : groupByUnit(from, unit ?? ''));
  const frame: Frame = {
    issue: about.number,
    date: about.date,
    group,
    indicator,
    name: indicator?.name ?? name,
    unit: unit ?? '项',
    doubtful,
    level: entry.get('层级'),
    place: entry.text('出处') || `附表第${entry.text('序号') || ordinal}行`,
    note: entry.text('备注') || null,
  };
  const cells = entry.roles.flatMap((cell, i) => {
    const { roles } = from.roles[i]!;
    const bare = withoutName(cell.text, indicator ? [name, indicator.name] : [name]);
    if (roles.length === 1 || bare === '') return roles.map((column) => ({ column, cell, text: bare }));
    const split = splitTwo(bare);
    if (!split) problems.push(problem('value/not-split', cell.at, cell.text));
    return split ? roles.map((column, k) => ({ column, cell, text: split[k]! })) : [];
  });
  return { draft: { group, sound: indicator !== undefined && other === undefined, entry, frame, cells }, problems };
}

const groupByUnit = (from: Sheet<Name>, unit: string): string =>
  from.has('单位') && new Set(from.entries.map((e) => e.text('单位'))).size > 1 ? `附表（${unit}）` : '附表';

/** The bulletin sometimes repeats the indicator's name in its cell (`实名差评按期整改率 96.2%`). */
export function withoutName(text: string, names: readonly string[]): string {
  const own = names.find((n) => lookup(text).startsWith(lookup(n)) && lookup(text) !== lookup(n));
  if (own === undefined) return text;
  let rest = text;
  while (lookup(rest).length > lookup(text).length - lookup(own).length) rest = rest.slice(1);
  return rest.trim();
}

/** Reads a row's cells; a blank one is an error unless the whole group leaves the role out. */
function observe(
  d: Draft,
  columns: readonly Column[],
  fits: boolean,
  problems: Problem[],
  located: Located[],
  unread: Unread[],
): Map<Column['role'], Observation> {
  const { dated, problems: when } = datedOf(d.entry.get('达到时点'));
  problems.push(...when);
  const place = d.entry.get('出处')?.at ?? d.entry.at;
  const found = columns.flatMap((column) => {
    const given = d.cells.find((c) => c.column === column);
    if (!given) return [];
    const { o, problems: own } = figure(
      given.cell,
      column.role,
      column.period,
      column.role === 'achieved' ? dated : null,
      d.frame,
      given.text,
    );
    // A row without a sound name, or of another group, may rightly have no such figure: its blanks are not asked for.
    problems.push(...(d.sound && fits ? own : own.filter((p) => p.code !== 'value/blank')));
    if (!o || !d.sound) unread.push({ place: d.frame.place, printed: given.text });
    return o && d.sound ? [{ o, at: given.cell.at, place }] : [];
  });
  const noted = withNote(
    found.map(({ o }) => o),
    d.frame.note,
  );
  located.push(...found.map(({ at }, i) => ({ o: noted[i]!, at, place })));
  return new Map(noted.map((o) => [o.role as Column['role'], o]));
}

/** A row's note explains its gap if it has one, else its statement, else all its values. */
function withNote(row: readonly Observation[], note: string | null): Observation[] {
  const gap = (o: Observation): boolean => o.missing !== null && o.missingReason === note;
  const owns = row.some(gap)
    ? gap
    : row.some((o) => o.text !== null)
      ? (o: Observation) => o.text !== null
      : () => true;
  return row.map((o) => (owns(o) ? { ...o, note } : o));
}

function row(d: Draft, indicator: Indicator, cells: ReadonlyMap<Column['role'], Observation>): Row {
  const of = Object.fromEntries(cells) as Row['cells'];
  return {
    indicator: indicator.code,
    name: indicator.name,
    place: d.frame.place,
    cells: of,
    comparison: compare(indicator, of),
  };
}
