import { cellIn, type Bulletin, type Column, type Group, type Row } from '../domain/issue.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import type { PlainTable } from '../domain/plain-table.ts';
import { unitsWord } from './phrase.ts';
import { areasOf } from './row-name.ts';

/** A table of the bulletin as it is printed: its own columns and words, nothing computed. */
export interface PrintedTable {
  readonly name: string;
  /** `单位：%`; empty where each row or column says its own. */
  readonly unit: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the bulletin says of single cells. */
  readonly notes: readonly string[];
}

/** The tables that a tag of the text places, by name; a table whose rows the text itself states is not printed once more. */
export const printedTables = (bulletin: Bulletin, named?: string): PrintedTable[] => [
  ...bulletin.groups.filter(({ name, rows }) => isNamed(name, named) && rows.some(isOfTable)).map(printedGroup),
  ...bulletin.plain.filter(({ name }) => name === named).map(printedPlain),
];

const isNamed = (name: string, named: string | undefined): boolean => named === undefined || name === named;

/** 附表第1行 is a place in a table, 一(一) one in the text. */
const isOfTable = ({ place }: Row): boolean => /第\d+行$/.test(place);

const printedPlain = ({ name, head, rows }: PlainTable): PrintedTable => ({ name, unit: '', head, rows, notes: [] });

const printedGroup = (group: Group): PrintedTable => (group.kind === 'area' ? areaTable(group) : rowsTable(group));

function rowsTable(group: Group): PrintedTable {
  const { name, columns, rows, units } = group;
  const ranks = [...new Set(rows.flatMap((row) => rankOf(row)?.label ?? []))].slice(0, 1);
  const areas = areasOf(group).length > 0;
  const mixed = units.length > 1;
  return {
    name,
    unit: mixed ? '' : unitsWord(units),
    head: [
      '序号',
      '指标',
      ...(areas ? ['地区'] : []),
      ...(mixed ? ['单位'] : []),
      ...columns.map(({ label }) => label),
      ...ranks,
    ],
    rows: rows.map((row, i) => [
      String(i + 1),
      row.name,
      ...(areas ? [row.area ?? ''] : []),
      ...(mixed ? [row.unit] : []),
      ...columns.map((column) => printed(cellIn(row, column))),
      ...ranks.map(() => rankOf(row)?.printed ?? ''),
    ]),
    notes: notesOf(rows),
  };
}

function areaTable(group: Group): PrintedTable {
  const { name, columns, rows } = group;
  const cell = (area: string, column: Column): string =>
    printed(rows.filter((row) => row.area === area).flatMap((row) => cellIn(row, column) ?? [])[0]);
  return {
    name,
    unit: '',
    head: ['地区', ...columns.map(({ label }) => label)],
    rows: areasOf(group).map((area) => [area, ...columns.map((column) => cell(area, column))]),
    notes: notesOf(rows),
  };
}

const rankOf = ({ cells: { achieved } }: Row) => (isNumeric(achieved) ? achieved.rank : null);

/** A cell in the bulletin's words, its level before it where a column of its own states it. */
function printed(o: Observation | undefined): string {
  if (o === undefined) return '';
  if (o.kind === 'gap') return o.reason?.startsWith(o.word) ? o.reason : o.printed;
  return o.level !== null && !o.printed.includes(o.level) ? `${o.level} ${o.printed}` : o.printed;
}

const notesOf = (rows: readonly Row[]): string[] =>
  rows.flatMap((row) => [
    ...new Set(row.all.flatMap(({ o }) => (o.note && o.kind !== 'gap' ? [`${row.name}：${o.note}`] : []))),
  ]);
