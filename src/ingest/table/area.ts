import type { Column, Group, Row } from '../../domain/issue.ts';
import type { Indicator } from '../../domain/indicator.ts';
import { rowOf } from '../../domain/row.ts';
import { near } from '../problem/near.ts';
import { problem, type Place, type Problem } from '../problem/problem.ts';
import { halfWidth, lookup } from '../text/letters.ts';
import { readObservation, type RowContext } from '../value/observation.ts';
import { AREA_FIELD, areaProblems } from './area-name.ts';
import { known } from './columns.ts';
import type { ComparisonFile } from './comparison.ts';
import { levelProblems, soundLevel } from './level-problem.ts';
import type { About, Located, Unread } from './located.ts';
import { ordinalProblems, placeProblems } from './order.ts';
import { dated, measureOf, type Measure } from './measure.ts';
import type { Registry } from './registry.ts';
import { sheet, type Cell, type Entry, type Sheet } from './sheet.ts';
import { tableNameOf } from './table-name.ts';

type AreaFieldName = '序号' | '地区' | '层级' | '出处' | '备注';

const FIELDS = [
  { name: '序号', aliases: ['编号'] },
  { ...AREA_FIELD, required: true },
  { name: '层级' },
  { name: '出处' },
  { name: '备注', aliases: ['说明'] },
] as const;

/** A column of an area table and its heading's cell. */
interface HeadedMeasure {
  readonly measure: Measure;
  readonly column: Column;
  readonly at: Place;
}

/** A table whose rows are areas (地区表): each cell is what an area reached in its column's indicator. */
export function areaFile(file: string, text: string, about: About, registry: Registry): ComparisonFile {
  const role = (heading: string): readonly Column[] | undefined => {
    const measure = measureOf(heading, registry);
    return measure && [columnOf(measure)];
  };
  const read = sheet<AreaFieldName>(file, text, { fields: FIELDS, role });
  if (!read.sheet)
    return { groups: [], located: [], unread: [], whole: false, sheet: undefined, problems: read.problems };
  const headed = headedMeasures(read.sheet, registry);
  const problemsOfHeadings = headed.flatMap((h) => measureProblems(h, headed, registry));
  const rows = areaRows(read.sheet, headed, about, registry);
  const located = rows.flatMap((r) => r.located);
  const late = headed.flatMap(({ column, at }) => {
    const cells = located.filter(({ o }) => o.indicator === column.indicator && o.period === column.period);
    return known(column, cells, about) ? [problem('header/after-issue', at, column.label, { date: about.date! })] : [];
  });
  return {
    groups: [
      groupOf(
        file,
        headed,
        rows.flatMap((r) => r.rows),
      ),
    ],
    located,
    unread: rows.flatMap((r) => r.unread),
    whole: read.sheet.lost === 0 && problemsOfHeadings.every((p) => p.severity !== 'error'),
    sheet: read.sheet,
    problems: [
      ...read.problems,
      ...problemsOfHeadings,
      ...late,
      ...rows.flatMap((r) => r.problems),
      ...(read.sheet.lost === 0 ? orderProblems(read.sheet) : []),
    ],
  };
}

/** What a table says twice of its order must agree. */
function orderProblems({ entries }: Sheet<AreaFieldName>): Problem[] {
  const ordered = entries.map((entry) => ({ entry, table: '' }));
  return [...ordinalProblems(ordered), ...placeProblems(ordered)];
}

const groupOf = (file: string, headed: readonly HeadedMeasure[], rows: readonly Row[]): Group => ({
  kind: 'area',
  slug: '',
  name: tableNameOf(file),
  file,
  units: [...new Set(rows.map(({ unit }) => unit))],
  columns: headed.filter(({ measure }) => measure.indicator).map(({ column }) => column),
  rows,
});

const columnOf = ({ label, period, indicator }: Measure): Column => ({
  role: 'achieved',
  label,
  period,
  setter: null,
  ...(indicator ? { indicator: indicator.code } : {}),
});

function headedMeasures(from: Sheet<AreaFieldName>, registry: Registry): HeadedMeasure[] {
  const measures = dated(from.roles.map(({ roles }) => measureOf(roles[0]!.label, registry)!));
  return measures.map((measure, i) => ({ measure, column: columnOf(measure), at: from.roles[i]!.at }));
}

function measureProblems(
  { measure, column, at }: HeadedMeasure,
  all: readonly HeadedMeasure[],
  registry: Registry,
): Problem[] {
  const { label, name, indicator, unit, yearless } = measure;
  if (!indicator)
    return registry.uncertain(name)
      ? []
      : [problem('row/unknown-indicator', at, name, { near: near(name, registry.names) })];
  const twin = all.find((o) => o.measure.indicator === indicator && o.column.period?.code === column.period?.code)!;
  return [
    ...unitProblems(label, unit, indicator, at, registry),
    ...(twin.column === column ? [] : [problem('header/measure-twice', at, label, { other: twin.column.label })]),
    ...(yearless === null ? [] : [problem('header/part-without-year', at, label, { part: yearless })]),
  ];
}

function unitProblems(
  label: string,
  unit: string | null,
  indicator: Indicator,
  at: Place,
  registry: Registry,
): Problem[] {
  if (unit === null) return [problem('header/no-unit', at, label, { unit: indicator.unit })];
  const written = registry.units.find(halfWidth(unit))?.name;
  if (written === indicator.unit) return [];
  return [problem('header/measure-unit', at, label, { unit, name: indicator.name, expected: indicator.unit })];
}

interface AreaRow {
  readonly rows: readonly Row[];
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

function areaRows(
  from: Sheet<AreaFieldName>,
  headed: readonly HeadedMeasure[],
  about: About,
  registry: Registry,
): AreaRow[] {
  const seen = new Map<string, number>();
  const filled = headed.map((_, i) => from.entries.some((entry) => entry.roles[i]!.text !== ''));
  return from.entries.map((entry, i) => {
    const { area, problems } = areaOf(entry, seen);
    const place = entry.text('出处') || `${tableNameOf(entry.at.file)}第${i + 1}行`;
    const measured = headed.flatMap((h, k) =>
      h.measure.indicator && filled[k] ? [{ ...h, indicator: h.measure.indicator, cell: entry.roles[k]! }] : [],
    );
    const read = measured.map((m) => readMeasure(m, entry, { area, place }, about, registry));
    return {
      rows: area === null ? [] : rowsOf(read, area, place),
      located: read.flatMap((r) => r.located),
      unread: read.flatMap((r) => r.unread),
      problems: [...problems, ...levelProblems(entry.get('层级'), registry.levels), ...read.flatMap((r) => r.problems)],
    };
  });
}

/** An area stands once in a table. */
function areaOf(entry: Entry<AreaFieldName>, seen: Map<string, number>): { area: string | null; problems: Problem[] } {
  const cell = entry.get('地区')!;
  const problems = areaProblems(cell);
  if (problems.length > 0 || entry.hasLost('地区')) return { area: null, problems };
  const { text, at } = cell;
  const other = seen.get(lookup(text));
  if (other !== undefined) return { area: null, problems: [problem('row/area-twice', at, text, { other, name: '' })] };
  seen.set(lookup(text), entry.row);
  return { area: text, problems: [] };
}

interface MeasuredCell {
  readonly indicator: Indicator;
  readonly measure: Measure;
  readonly column: Column;
  readonly cell: Cell;
}

interface ReadMeasure {
  readonly indicator: Indicator;
  readonly column: Column;
  readonly located: readonly Located[];
  readonly unread: readonly Unread[];
  readonly problems: readonly Problem[];
}

function readMeasure(
  { indicator, measure, column, cell }: MeasuredCell,
  entry: Entry<AreaFieldName>,
  { area, place }: { area: string | null; place: string },
  about: About,
  registry: Registry,
): ReadMeasure {
  const note = entry.text('备注') || null;
  const unit = measure.unit === null ? undefined : registry.units.find(halfWidth(measure.unit))?.name;
  const context: RowContext = {
    issue: about.number,
    date: about.date,
    group: tableNameOf(entry.at.file),
    indicator,
    name: indicator.name,
    unit: indicator.unit,
    units: registry.units,
    levels: registry.levels,
    doubtful: unit !== indicator.unit,
    level: soundLevel(entry, registry.levels),
    area,
    place,
    note,
  };
  const { o, problems } = readObservation({ cell, role: 'achieved', period: column.period, asOf: null }, context);
  const stated = area === null ? undefined : o;
  const where = entry.get('出处')?.at ?? entry.at;
  return {
    indicator,
    column,
    located: stated ? [{ o: { ...stated, note }, at: cell.at, place: where }] : [],
    unread: stated
      ? []
      : [{ place, printed: cell.text, unit: indicator.unit, area, names: [indicator.name, ...indicator.aliases] }],
    problems,
  };
}

/** A row for each indicator: of several columns of one indicator, each of its time, one row. */
const rowsOf = (read: readonly ReadMeasure[], area: string, place: string): Row[] =>
  [...Map.groupBy(read, ({ indicator }) => indicator)].flatMap(([indicator, cells]) => {
    const all = cells.flatMap(({ column, located }) => located.map(({ o }) => ({ column, o })));
    return all.length === 0 ? [] : [rowOf(indicator, { unit: indicator.unit, area, place, all })];
  });
