import { compare } from '../domain/comparison.ts';
import type { Column, Group, Row } from '../domain/issue.ts';
import type { Moment, Observation } from '../domain/observation.ts';
import { lookup } from './cell.ts';
import { figure, unitOf, type Frame } from './figure.ts';
import { near } from './header.ts';
import { moment } from './moment.ts';
import { problem, type Place, type Problem } from './problem.ts';
import type { Registry } from './registry.ts';
import { rolesOf, splitTwo } from './role.ts';
import { sheet, type Cell, type Entry, type Sheet } from './sheet.ts';

type Name = '序号' | '组' | '指标' | '单位' | '层级' | '达到时点' | '出处' | '备注';

const FIELDS = [
  { name: '序号', aliases: ['编号'] }, { name: '组', aliases: ['组别', '分组'] }, { name: '指标', aliases: ['指标名称', '项目'], required: true },
  { name: '单位', aliases: ['计量单位'] }, { name: '层级' }, { name: '达到时点', aliases: ['时点'] }, { name: '出处' }, { name: '备注', aliases: ['说明'] },
] as const;

/** An observation and the cell it was read from. */
export interface Located {
  readonly o: Observation;
  readonly at: Place;
}

/** A figure that stands in the file but could not be read: a number of the text may be its. */
export interface Unread {
  readonly place: string | null;
  readonly printed: string;
}

export interface ComparisonFile {
  readonly groups: readonly Group[];
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  /** False where rows or columns were lost: then an absent group is not called unknown. */
  readonly whole: boolean;
  readonly problems: readonly Problem[];
}

export interface About {
  readonly number: number;
  /** ISO; null if the front matter does not give it. */
  readonly date: string | null;
}

interface Draft {
  readonly group: string;
  readonly entry: Entry<Name>;
  readonly frame: Frame;
  readonly cells: readonly { readonly column: Column; readonly cell: Cell; readonly text: string }[];
}

/** `comparison.csv` (对照表): one indicator a row, in either header form. */
export function comparisonFile(file: string, text: string, about: About, registry: Registry): ComparisonFile {
  const read = sheet<Name>(file, text, { fields: FIELDS, role: rolesOf });
  const problems = [...read.problems];
  if (!read.sheet) return { groups: [], located: [], unread: [], whole: false, problems };
  const headed = read.sheet.roles.flatMap(({ roles, at }) => roles.map((column) => ({ column, at })));
  problems.push(...columnProblems(headed));

  const seen = new Map<string, number>();
  const drafts: Draft[] = [];
  let whole = read.sheet.lost === 0;
  for (const entry of read.sheet.entries) {
    const made = draft(entry, read.sheet, about, registry, seen, drafts.length + 1);
    problems.push(...made.problems);
    if (made.draft) drafts.push(made.draft);
    else whole = false;
  }

  const located: Located[] = [];
  const unread: Unread[] = [];
  const groups = [...Map.groupBy(drafts, (d) => d.group)].map(([name, members], i): Group => {
    const unit = members[0]!.frame.unit;
    const other = members.find((d) => d.frame.unit !== unit);
    if (other) problems.push(problem('row/mixed-units', (other.entry.get('单位') ?? other.entry.get('指标')!).at, name, { first: unit, second: other.frame.unit }));
    const columns = read.sheet!.roles.flatMap((r) => r.roles).filter((column) => members.some((d) => d.cells.some((c) => c.column === column && c.text !== '')));
    const rows = members.map((d) => {
      const cells = observe(d, columns, problems, located, unread);
      return { d, cells };
    });
    return { slug: `group-${i + 1}`, name: name || only(drafts), unit, columns, rows: rows.map(({ d, cells }) => row(d, cells)) };
  });
  problems.push(...headed.flatMap(({ column, at }) => (known(column, located, about) ? [problem('header/after-issue', at, column.label, { date: about.date! })] : [])));
  const order = new Map(drafts.map((d, i) => [d.frame.name, i]));
  located.sort((a, b) => order.get(a.o.name)! - order.get(b.o.name)!);
  return { groups, located, unread, whole, problems };
}

/** A table without the 组 column is grouped by unit; the bulletin's only table is its 附表. */
const only = (drafts: readonly Draft[]): string => (new Set(drafts.map((d) => d.frame.unit)).size === 1 ? '附表' : '');

function draft(entry: Entry<Name>, from: Sheet<Name>, about: About, registry: Registry, seen: Map<string, number>, ordinal: number): { draft: Draft | undefined; problems: Problem[] } {
  const nameCell = entry.get('指标')!;
  const name = nameCell.text;
  const refuse = (p: Problem): { draft: undefined; problems: Problem[] } => ({ draft: undefined, problems: [p] });
  if (name === '') {
    const text = entry.roles.map((c) => c.text).join(' ').trim();
    return refuse(/水平|目标|达到/.test(text) ? problem('header/two-rows', entry.at, text) : problem('row/no-name', nameCell.at));
  }
  const indicator = registry.find(name);
  if (!indicator) {
    if (registry.uncertain(name)) return { draft: undefined, problems: [] };
    return refuse(problem('row/unknown-indicator', nameCell.at, name, { near: near(name, registry.names) }));
  }
  const other = seen.get(indicator.code);
  if (other !== undefined) return refuse(problem('row/duplicate', nameCell.at, name, { other }));
  seen.set(indicator.code, entry.row);

  const problems: Problem[] = [];
  if (![indicator.name, ...indicator.aliases].includes(name)) problems.push(problem('value/normalised', nameCell.at, name, { used: indicator.name }));
  const { unit, problems: units } = unitOf(entry.get('单位'), indicator, name);
  problems.push(...units);
  const group = entry.text('组') || (from.has('组') ? '' : groupByUnit(from, unit ?? indicator.unit));
  const frame: Frame = {
    issue: about.number, date: about.date, group, indicator, name: indicator.name, unit: unit ?? indicator.unit,
    level: entry.get('层级'), place: entry.text('出处') || `附表第${entry.text('序号') || ordinal}行`, note: entry.text('备注') || null,
  };
  const cells = entry.roles.flatMap((cell, i) => {
    const { roles } = from.roles[i]!;
    const bare = withoutName(cell.text, [name, indicator.name]);
    if (roles.length === 1 || bare === '') return roles.map((column) => ({ column, cell, text: bare }));
    const split = splitTwo(bare);
    if (!split) problems.push(problem('value/not-split', cell.at, cell.text));
    return split ? roles.map((column, k) => ({ column, cell, text: split[k]! })) : [];
  });
  return { draft: { group, entry, frame, cells }, problems };
}

const groupByUnit = (from: Sheet<Name>, unit: string): string =>
  from.has('单位') && new Set(from.entries.map((e) => e.text('单位'))).size > 1 ? `附表（${unit}）` : '附表';

/** The bulletin sometimes repeats the indicator's name in its cell (`实名差评按期整改率 96.2%`). */
function withoutName(text: string, names: readonly string[]): string {
  const own = names.find((n) => lookup(text).startsWith(lookup(n)) && lookup(text) !== lookup(n));
  if (own === undefined) return text;
  let rest = text;
  while (lookup(rest).length > lookup(text).length - lookup(own).length) rest = rest.slice(1);
  return rest.trim();
}

/** Reads a row's cells; a blank one is an error unless the whole group leaves the role out. */
function observe(d: Draft, columns: readonly Column[], problems: Problem[], located: Located[], unread: Unread[]): Map<Column['role'], Observation> {
  const asOfCell = d.entry.get('达到时点');
  const asOf = asOfCell?.text ? moment(asOfCell.text) : undefined;
  if (asOfCell?.text && !asOf) problems.push(problem('value/moment', asOfCell.at, asOfCell.text));
  const found = columns.flatMap((column) => {
    const given = d.cells.find((c) => c.column === column);
    if (!given) return [];
    const { o, problems: own } = figure(given.cell, column.role, column.period, column.role === 'achieved' ? (asOf ?? null) : null, d.frame, given.text);
    problems.push(...own);
    if (!o) unread.push({ place: d.frame.place, printed: given.text });
    return o ? [{ o, at: given.cell.at }] : [];
  });
  const noted = withNote(found.map(({ o }) => o), d.frame.note);
  located.push(...found.map(({ at }, i) => ({ o: noted[i]!, at })));
  return new Map(noted.map((o) => [o.role as Column['role'], o]));
}

/** A row's note explains its gap if it has one, else its statement, else all its values. */
function withNote(row: readonly Observation[], note: string | null): Observation[] {
  const gap = (o: Observation): boolean => o.missing !== null && o.missingReason === note;
  const owns = row.some(gap) ? gap : row.some((o) => o.text !== null) ? (o: Observation) => o.text !== null : () => true;
  return row.map((o) => (owns(o) ? { ...o, note } : o));
}

function row(d: Draft, cells: ReadonlyMap<Column['role'], Observation>): Row {
  const indicator = d.frame.indicator!;
  const of = Object.fromEntries(cells) as Row['cells'];
  return { indicator: indicator.code, name: indicator.name, place: d.frame.place, cells: of, comparison: compare(indicator, of) };
}

/** One column for each role, and years in their order. */
function columnProblems(columns: readonly { column: Column; at: Place }[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, { column: Column; at: Place }>();
  for (const { column, at } of columns) {
    const twin = first.get(column.role);
    if (twin) problems.push(problem('header/role-twice', at, column.label, { other: twin.column.label, role: ROLE[column.role] }));
    else first.set(column.role, { column, at });
    if (!column.period && column.role !== 'frontier') problems.push(problem('header/no-year', at, column.label));
  }
  const base = first.get('baseline')?.column;
  for (const role of ['target', 'achieved'] as const) {
    const later = first.get(role);
    if (later && yearOf(later.column.period) < yearOf(base?.period)) problems.push(problem('header/years', later.at, later.column.label, { other: base!.label }));
  }
  return problems;
}

/** A year after the bulletin's cannot have been reached: only expected values and targets may stand in its column. */
const known = ({ role, period }: Column, located: readonly Located[], { date }: About): boolean =>
  (role === 'baseline' || role === 'achieved') && !!period && !!date && period.year > Number(date.slice(0, 4)) &&
  located.some(({ o }) => o.role === role && o.value !== null && o.status === 'A');

const ROLE: Readonly<Record<Column['role'], string>> = { baseline: '基期', target: '目标', achieved: '达到水平', frontier: '前沿水平' };

const yearOf = (m: Moment | null | undefined): number => m?.year ?? Number.NaN;
