import type { Column } from '../../domain/issue.ts';
import type { Labels } from '../files.ts';
import { isRoles, type Heading } from './heading.ts';
import { draftRow, type DraftRow, type RowsOf } from './row.ts';
import { sheetOf, type Sheet, type SheetColumn } from './sheet.ts';
import type { Table } from '../word/html.ts';

type Role = Column['role'];

/** The lines of a comparison read, and what of the table was not taken over. */
export interface Comparison {
  readonly columns: readonly Column[];
  readonly rows: readonly DraftRow[];
  readonly headings: readonly Heading[];
  readonly texts: readonly string[];
  readonly left: readonly string[];
}

export function comparisonOf(table: Table, about: RowsOf): Comparison {
  const { headings, texts, height } = about.header;
  const rows: DraftRow[] = [];
  const left: string[] = [];
  for (const cells of table.rows.slice(height)) {
    const filled = cells.filter(Boolean);
    if (filled.length === 0) continue;
    if (new Set(filled).size === 1) left.push(`表中的一行“${filled[0]!}”`);
    else rows.push(draftRow(cells, about, rows.length + 1));
  }
  const skipped = texts.filter((text, i) => text !== '' && isLeft(headings[i]));
  return {
    columns: headings.flatMap((h) => (isRoles(h) ? h : [])),
    rows,
    headings,
    texts,
    left: [...(skipped.length > 0 ? [leftColumns(skipped)] : []), ...left],
  };
}

/** 一级指标 goes into the registry. */
const isLeft = (heading: Heading): boolean => heading === undefined || heading === '一级指标';

/** Columns that the program computes itself, or the registry holds. */
const COMPUTED = /率|比例|进度|差距|差值|变化|增减|增幅|降幅|升降|[较比与]/;

export function leftColumns(skipped: readonly string[]): string {
  const quoted = (texts: readonly string[]): string =>
    `${texts.map((text) => `“${text}”`).join('')}${texts.length === 1 ? '一列' : `${texts.length} 列`}`;
  const parents = skipped.filter((text) => /^一级指标/.test(text));
  const computed = skipped.filter((text) => !parents.includes(text) && COMPUTED.test(text));
  const others = skipped.filter((text) => !parents.includes(text) && !computed.includes(text));
  return [
    ...(computed.length > 0 ? [`${quoted(computed)}（程序照别的列计算）`] : []),
    ...(parents.length > 0 ? [`${quoted(parents)}（写进指标名录）`] : []),
    ...(others.length > 0 ? [quoted(others)] : []),
  ].join('，');
}

/** A table in a file of its own has the columns of the printed one in their order. */
export function printedSheet(path: string, comparison: Comparison, remarks: Sheet['remarks']): Sheet {
  const columns = [...printedColumns(comparison), column('备注', (r) => r.note)];
  return sheetOf(path, columns, comparison.rows, (row) => row.decisions, remarks);
}

function printedColumns({ headings, texts, columns }: Comparison): SheetColumn<DraftRow>[] {
  const isNamed = headings.includes('指标');
  let role = 0;
  return headings.flatMap((heading, i): SheetColumn<DraftRow>[] => {
    if (heading === '序号') return [column('序号', (r) => r.ordinal)];
    if (heading === '指标') return [column('指标', (r) => r.name), UNIT, LEVEL];
    if (heading === '地区')
      return [column(texts[i]!, (r) => r.area), ...(isNamed ? [] : [column('指标', (r) => r.name), UNIT, LEVEL])];
    if (heading === '排名') return [column(texts[i]!, (r) => r.rank)];
    if (!isRoles(heading)) return [];
    const from = role;
    role += heading.length;
    return heading.map((_, k) => ({ heading: columns[from + k]!.label, cell: (r) => r.values[from + k] ?? '' }));
  });
}

const column = (heading: string, cell: (row: DraftRow) => string): SheetColumn<DraftRow> => ({
  heading,
  cell,
  optional: heading === '备注' || heading === '层级',
});

const UNIT = column('单位', (r) => r.unit);
const LEVEL = column('层级', (r) => r.level);

const ORDER: readonly Role[] = ['baseline', 'target', 'achieved', 'frontier'];

/** A role column of comparison.csv and where its value stands in a row. */
interface Place {
  readonly role: Role;
  readonly label: string;
  readonly at: number;
}

/**
 * comparison.csv has every column that the office's form has: its printed tables stand in it by name (组), the times by role.
 * @param wanted roles that have a column though no row has a value in it
 */
export function formSheet(
  path: string,
  { columns, rows, rank }: { columns: readonly Column[]; rows: readonly DraftRow[]; rank: string | null },
  labels: Labels,
  wanted: readonly Role[],
  remarks: Sheet['remarks'],
): Sheet {
  const places = ORDER.flatMap((role): Place[] => {
    const own = columns.flatMap((c, at) => (c.role === role ? [{ role, label: c.label, at }] : []));
    return own.length > 0 || !wanted.includes(role) ? own : [{ role, label: labels[role], at: -1 }];
  });
  const cell = ({ label, at }: Place): SheetColumn<DraftRow> => ({ heading: label, cell: (r) => r.values[at] ?? '' });
  const of = (roles: readonly Role[]): SheetColumn<DraftRow>[] =>
    places.filter(({ role }) => roles.includes(role)).map(cell);
  const all: SheetColumn<DraftRow>[] = [
    { heading: '序号', cell: (r) => r.ordinal },
    { heading: '组', cell: (r) => r.group },
    { heading: '指标', cell: (r) => r.name },
    { heading: '单位', cell: (r) => r.unit },
    { heading: '层级', cell: (r) => r.level },
    { heading: '地区', cell: (r) => r.area, optional: true },
    ...of(['baseline', 'target', 'achieved']),
    ...(rank === null ? [] : [{ heading: rank, cell: (r: DraftRow) => r.rank }]),
    { heading: '达到时点', cell: () => '' },
    ...of(['frontier']),
    { heading: '出处', cell: (r) => r.place },
    { heading: '备注', cell: (r) => r.note },
  ];
  return sheetOf(path, all, rows, (row) => row.decisions, remarks);
}
