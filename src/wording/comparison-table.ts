import type { Difference, Judgement } from '../domain/comparison.ts';
import { cellIn, hasTarget, onlyUnit, type Column, type Group, type Row } from '../domain/issue.ts';
import { isNumeric, type Observation } from '../domain/observation.ts';
import { isNotComputable, type NotComputable } from '../domain/quantity.ts';
import { differenceUnit } from '../domain/unit.ts';
import { targetViews } from '../domain/target-view.ts';
import { areaAnchor, chartAddress, indicatorAddress } from '../publication/address.ts';
import { signed, signedMargin } from './difference.ts';
import { shortLabel } from './aligned.ts';
import { levelsOf } from './note.ts';
import { isRankUnit, measured, OUTCOMES, spellRank, spellWithArea } from './phrase.ts';
import { areasOf, isOfOneIndicator } from './row-name.ts';
import { targetNames } from './target-finding.ts';
import { columnTitle, roleLook } from './title.ts';

interface TableHeading {
  readonly label: string;
  /** Beside each cell where the table has no head; the label, where there is no shorter one. */
  readonly short?: string;
  /** Of the one target of the table: the answer. */
  readonly isOutcome?: true;
  /** What its mark looks like in the charts; absent for what is no role. */
  readonly look?: string;
  /** Of the chart of what the column measures. */
  readonly address?: string;
}

interface TableCell {
  readonly text: string;
  readonly role?: Column['role'];
  /** Words stand at the left, numbers at the right. */
  readonly isWords: boolean;
  /** 市级, where the bulletin states it beside the number. */
  readonly level?: string | null;
}

interface TableRow {
  /** What the row is: its indicator, its area, or both, each in a cell of its own. */
  readonly names: readonly string[];
  /** Of the indicator over time; of an area its place on the indicator's chart page, null where that is this page. */
  readonly address: string | null;
  readonly anchor: string | null;
  readonly cells: readonly TableCell[];
}

/** A table as a reader sees it. */
export interface Table {
  /** Headings of the columns that name a row. */
  readonly corner: readonly string[];
  readonly headings: readonly TableHeading[];
  readonly rows: readonly TableRow[];
}

/** What a table's page shows: every cell with its number, what is computed from them, and the outcome of each target. */
export const comparisonTable = (group: Group, issue: number): Table =>
  group.kind === 'area' ? areaTable(group, issue) : rowsTable(group, issue);

function rowsTable(group: Group, issue: number): Table {
  const levels = levelsOf(group.rows).size > 1;
  const unit = onlyUnit(group.units);
  const difference = unit === null || isRankUnit(unit) ? null : differenceUnit(unit);
  // Of several units each margin bears its own and stands at its mark: a column of them would push the answer aside.
  const margins = unit !== null;
  const ranks = rankLabel(group.rows);
  const based = group.columns.some((c) => c.role === 'baseline');
  const views = hasTarget(group) ? targetViews(group) : [];
  return {
    corner: cornerOf(group),
    headings: [
      ...group.columns.map((c) => ({
        label: columnTitle(c, group.rows),
        short: c.role === 'frontier' ? c.label : shortLabel(c, group.columns),
        look: roleLook(c, group.rows),
      })),
      ...(ranks === null ? [] : [{ label: ranks }]),
      ...(based ? [differenceHeading('比基期', difference)] : []),
      ...targetHeadings(targetNames(group), difference, margins),
    ],
    rows: group.rows.map((row, i) => ({
      ...namedRow(row, group, issue),
      cells: [
        ...group.columns.map((column) => observedCell(row, column, levels)),
        ...(ranks === null ? [] : [rankCell(row)]),
        ...(based ? [changeCell(row, difference)] : []),
        ...views.flatMap(({ rows }) => judgedCells(rows[i]!.comparison, difference, margins)),
      ],
    })),
  };
}

/** The heading of the places, as printed; null where no row has one. */
const rankLabel = (rows: readonly Row[]): string | null =>
  rows.flatMap(({ cells: { achieved } }) => (isNumeric(achieved) ? (achieved.rank?.label ?? []) : []))[0] ?? null;

function rankCell({ cells: { achieved } }: Row): TableCell {
  const rank = isNumeric(achieved) ? achieved.rank : null;
  return { text: rank ? spellRank(rank) : '—', isWords: !rank };
}

function cornerOf(group: Group): string[] {
  if (areasOf(group).length === 0) return ['指标'];
  return isOfOneIndicator(group) ? ['地区'] : ['指标', '地区'];
}

/** Of several targets each is named. */
const targetHeadings = (names: readonly string[], unit: string | null, margins: boolean): TableHeading[] =>
  names.flatMap((name) =>
    names.length > 1
      ? [...(margins ? [differenceHeading(`与${name}相差`, unit)] : []), { label: `${name}的结果`, isOutcome: true }]
      : [...(margins ? [differenceHeading('与目标相差', unit)] : []), { label: '结果', isOutcome: true }],
  );

/** The unit of all differences is said in their heading. */
const differenceHeading = (label: string, unit: string | null): TableHeading => {
  const said = unit === null ? '' : measured(unit);
  return said === '' ? { label } : { label: `${label}（${said}）`, short: label };
};

function namedRow(row: Row, group: Group, issue: number): Pick<TableRow, 'names' | 'address' | 'anchor'> {
  const { name, area, indicator } = row;
  const own = chartAddress(issue, indicator);
  // The answer above leads to a row's chart; the whole table to what it was before.
  if (area === null) return { names: [name], address: indicatorAddress(indicator), anchor: null };
  return {
    names: isOfOneIndicator(group) ? [area] : [name, area],
    address: group.slug === indicator ? null : `${own}#${areaAnchor(indicator, area)}`,
    anchor: areaAnchor(group.slug, area, isOfOneIndicator(group) ? undefined : indicator),
  };
}

/** Each line an area, each column an indicator of one time. */
function areaTable(group: Group, issue: number): Table {
  const cell = (area: string, column: Column): TableCell => {
    const row = group.rows.find((r) => r.area === area && cellIn(r, column) !== undefined);
    return row ? observedCell(row, column, true) : { text: '—', role: column.role, isWords: true };
  };
  return {
    corner: ['地区'],
    headings: group.columns.map((column) => ({
      label: column.label,
      look: column.role,
      ...(column.indicator === group.slug ? {} : { address: chartAddress(issue, column.indicator!) }),
    })),
    rows: areasOf(group).map((area) => ({
      names: [area],
      address: null,
      anchor: areaAnchor(group.slug, area),
      cells: group.columns.map((column) => cell(area, column)),
    })),
  };
}

/** @param levels whether each number bears its level, since they differ; else the notes say it */
function observedCell(row: Row, column: Column, levels: boolean): TableCell {
  const o: Observation | undefined = cellIn(row, column);
  return {
    text: o ? spellWithArea(o, row.area) : '—',
    role: column.role,
    isWords: !isNumeric(o),
    level: levels && isNumeric(o) && column.role !== 'frontier' ? o.level : null,
  };
}

/** A computed difference, or why there is none. */
const differenceCell = (
  d: Difference | NotComputable,
  words: (d: Pick<Difference, 'quantity' | 'unit'>, kind: string) => string,
  unit: string | null,
): TableCell =>
  isNotComputable(d)
    ? { text: `不可计算：${d.reason}`, isWords: true }
    : { text: (d.expected ? '预计' : '') + words(unit === d.unit ? { ...d, unit: '无' } : d, d.unit), isWords: false };

const judgedCells = (
  judged: Judgement & { readonly margin: Difference | NotComputable },
  unit: string | null,
  margins: boolean,
): TableCell[] => [
  ...(margins ? [saysReason(judged.margin, judged) ? OPEN : differenceCell(judged.margin, signedMargin, unit)] : []),
  { text: OUTCOMES[judged.outcome], isWords: false },
];

/** Where the outcome says why. */
const OPEN: TableCell = { text: '—', isWords: true };

const saysReason = (d: Difference | NotComputable, { reason }: Judgement): boolean =>
  isNotComputable(d) && d.reason === reason;

const changeCell = ({ comparison }: Row, unit: string | null): TableCell =>
  saysReason(comparison.change, comparison) ? OPEN : differenceCell(comparison.change, signed, unit);
