import type { Indicator } from '../../domain/indicator.ts';
import type { Column } from '../../domain/issue.ts';
import { near } from '../problem/near.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Levels } from '../text/level.ts';
import { lookup } from '../text/letters.ts';
import { unitOf, type RowContext } from '../value/observation.ts';
import { AREA_FIELD, areaProblems } from './area-name.ts';
import { levelProblems, soundLevel } from './level-problem.ts';
import type { About } from './located.ts';
import { RANK_FIELD } from './rank-column.ts';
import type { Registry } from './registry.ts';
import { splitTwo } from './role.ts';
import type { Cell, Entry, Sheet } from './sheet.ts';
import { tableNameOf } from './table-name.ts';

export type ComparisonField =
  '序号' | '组' | '指标' | '单位' | '层级' | '地区' | '达到时点' | '出处' | '备注' | '可比' | '排名';

export const COMPARISON_FIELDS = [
  { name: '序号', aliases: ['编号'] },
  { name: '组', aliases: ['组别', '分组'] },
  { name: '指标', aliases: ['指标名称', '项目'], required: true },
  { name: '单位', aliases: ['计量单位'] },
  { name: '层级' },
  AREA_FIELD,
  { name: '达到时点', aliases: ['时点'] },
  { name: '出处' },
  { name: '备注', aliases: ['说明'] },
  { name: '可比', aliases: ['可比性'] },
  RANK_FIELD,
] as const;

/** A row of `comparison.csv` as written, before any of its values is read. */
export interface WrittenRow {
  readonly group: string;
  /** False where the row has no sound name: nothing is known of what its cells are. */
  readonly named: boolean;
  /** False where it has none, or no sound area or unit: its cells are read for their mistakes, but state nothing. */
  readonly sound: boolean;
  readonly entry: Entry<ComparisonField>;
  readonly context: RowContext;
  readonly cells: readonly RoleCell[];
}

/** A cell and what of it belongs to the column: a pasted heading may name two roles. */
interface RoleCell {
  readonly column: Column;
  readonly cell: Cell;
  readonly text: string;
}

/** @param seen rows by name so far, to which this one is added; @param ordinal counts rows where 序号 does not. */
export function writtenRow(
  entry: Entry<ComparisonField>,
  from: Sheet<ComparisonField>,
  about: About,
  registry: Registry,
  seen: Map<string, number>,
  ordinal: number,
): { row: WrittenRow | undefined; problems: Problem[] } {
  const { text: name, at } = entry.get('指标')!;
  if (name === '') return { row: undefined, problems: [problem('row/no-name', at)] };
  const indicator = registry.find(name);
  const { other, area, placeless, named, sound } = identityOf(entry, from, indicator, seen);
  const unit = unitOf(entry.get('单位'), indicator, name, registry.units);
  const split = roleCells(entry, from, indicator ? [name, indicator.name] : [name]);
  const group = groupName(entry, from);
  const context: RowContext = {
    issue: about.number,
    date: about.date,
    group,
    indicator,
    name: indicator?.name ?? name,
    unit: unit.unit ?? '项',
    units: registry.units,
    levels: registry.levels,
    doubtful: unit.doubtful,
    area,
    ...saidOfRow(entry, registry.levels, group, ordinal),
  };
  return {
    row: {
      group,
      named,
      sound,
      entry,
      context,
      cells: split.cells,
    },
    problems: [
      ...nameProblems(entry, indicator, other, registry),
      ...levelProblems(entry.get('层级'), registry.levels),
      ...placeless,
      ...unit.problems,
      ...split.problems,
    ],
  };
}

interface Identity extends Pick<WrittenRow, 'named' | 'sound'> {
  /** The row that has the same name and area already. */
  readonly other: number | undefined;
  /** Null where it is of the whole, or its area is not known. */
  readonly area: string | null;
  /** What is wrong with its area. */
  readonly placeless: readonly Problem[];
}

function identityOf(
  entry: Entry<ComparisonField>,
  from: Sheet<ComparisonField>,
  indicator: Indicator | undefined,
  seen: Map<string, number>,
): Identity {
  const placeless = areaProblems(entry.get('地区'));
  const isPlaced = placeless.length === 0;
  const isApart = isPlaced && !from.mayHave('地区');
  const other = isApart ? earlierRow(entry, indicator?.name ?? entry.text('指标'), seen) : undefined;
  const named = indicator !== undefined && other === undefined && !NAMING.some(entry.hasLost);
  return {
    other,
    area: isPlaced && !entry.hasLost('地区') ? entry.text('地区') || null : null,
    placeless,
    named,
    sound: named && isPlaced && !IDENTIFYING.some(entry.hasLost),
  };
}

/** Without one of these a row may be any of any table. */
const NAMING = ['指标', '组'] as const;

/** Without one of these a cell is not known to be what the text says. */
const IDENTIFYING = ['单位', '层级', '地区', '出处'] as const;

/** What else a row says of all its values in columns of their own. */
const saidOfRow = (
  entry: Entry<ComparisonField>,
  levels: Levels,
  group: string,
  ordinal: number,
): Pick<RowContext, 'level' | 'place' | 'note'> => ({
  level: soundLevel(entry, levels),
  place: entry.text('出处') || `${group || tableNameOf(entry.at.file)}第${ordinal}行`,
  note: entry.text('备注') || null,
});

/** The first row of the same name and area, however they are written; undefined where this one is the first. */
function earlierRow(entry: Entry<ComparisonField>, name: string, seen: Map<string, number>): number | undefined {
  const key = `${lookup(name)}|${lookup(entry.text('地区'))}`;
  const other = seen.get(key);
  if (other === undefined) seen.set(key, entry.row);
  return other;
}

/** Without 组 a file is one printed table. */
const groupName = (entry: Entry<ComparisonField>, from: Sheet<ComparisonField>): string =>
  from.has('组') ? entry.text('组').replace(/\s+/g, '') : tableNameOf(entry.at.file);

const repeated = (entry: Entry<ComparisonField>, name: string, other: number): Problem => {
  const area = entry.get('地区');
  return area?.text
    ? problem('row/area-twice', area.at, area.text, { other, name: `的“${name}”` })
    : problem('row/duplicate', entry.get('指标')!.at, name, { other });
};

/** @param other the row that has the same name already */
function nameProblems(
  entry: Entry<ComparisonField>,
  indicator: Indicator | undefined,
  other: number | undefined,
  registry: Registry,
): Problem[] {
  const { text: name, at } = entry.get('指标')!;
  const problems: Problem[] = [];
  if (other !== undefined) problems.push(repeated(entry, name, other));
  else if (!indicator && !registry.uncertain(name))
    problems.push(problem('row/unknown-indicator', at, name, { near: near(name, registry.names) }));
  if (indicator && ![indicator.name, ...indicator.aliases].includes(name))
    problems.push(problem('value/normalised', at, name, { used: indicator.name }));
  return problems;
}

function roleCells(
  entry: Entry<ComparisonField>,
  from: Sheet<ComparisonField>,
  names: readonly string[],
): { cells: RoleCell[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const cells = entry.roles.flatMap((cell, i): RoleCell[] => {
    const { roles } = from.roles[i]!;
    const text = withoutName(cell.text, names);
    if (roles.length === 1 || text === '') return roles.map((column) => ({ column, cell, text }));
    const split = splitTwo(text);
    if (!split) problems.push(problem('value/not-split', cell.at, cell.text));
    return split ? roles.map((column, k) => ({ column, cell, text: split[k]! })) : [];
  });
  return { cells, problems };
}

/** The bulletin sometimes repeats the indicator's name in its cell (`实名差评按期整改率 96.2%`). */
export function withoutName(text: string, names: readonly string[]): string {
  const repeated = names.find((n) => lookup(text).startsWith(lookup(n)) && lookup(text) !== lookup(n));
  if (repeated === undefined) return text;
  let rest = text;
  while (lookup(rest).length > lookup(text).length - lookup(repeated).length) rest = rest.slice(1);
  return rest.trim();
}
