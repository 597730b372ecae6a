import type { Column } from '../domain/issue.ts';
import { blocks } from '../ingest/prose/blocks.ts';
import { markdown } from '../ingest/prose/markdown.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { bodyOf } from './body.ts';
import { labelsOf, pathsOf, yearsOf, type Labels, type Years } from './files.ts';
import { draftScores, type ScoreRow, type Scores } from './scores.ts';
import { formSheet, type Comparison } from './table/comparison.ts';
import type { DraftRow } from './table/row.ts';
import type { Sheet } from './table/sheet.ts';
import type { Tables } from './table/tables.ts';
import type { Outline } from './word/outline.ts';

/** comparison.csv to be: the scores of the text, and the one table that has no file of its own name. */
export interface Form {
  /** Undefined where the bulletin has neither, and its tables have files of their own. */
  readonly sheet: Sheet | undefined;
  readonly scores: Scores;
  readonly labels: Labels;
  readonly columns: readonly Column[];
}

interface Printed {
  readonly tables: Tables;
  readonly names: readonly string[];
  readonly date: string;
  readonly registry: Registry;
}

const ROLES = ['baseline', 'target', 'achieved', 'frontier'] as const;

export function formOf(number: number, parsed: Outline, { tables, names, date, registry }: Printed): Form {
  const paths = pathsOf(number);
  const printed = tables.form?.comparison.columns ?? [];
  const own = Object.fromEntries(printed.map(({ role, label }) => [role, label]));
  const labels: Labels = { ...labelsOf(yearsOf(date)), ...own };
  const prose = blocks(markdown(paths.text, bodyOf(parsed, new Map()).join('\n\n')).tree);
  const scores = draftScores(prose, names, yearsIn(labels, date), registry);
  const columns = printed.length > 0 ? printed : ROLES.map((role) => columnOf(role, labels[role]));
  const isNeeded = tables.form !== undefined || scores.rows.length > 0 || tables.sheets.length === 0;
  return {
    sheet: isNeeded ? sheetOf(paths.table, tables, scores, labels, columns) : undefined,
    scores,
    labels,
    columns,
  };
}

function sheetOf(path: string, { form }: Tables, scores: Scores, labels: Labels, columns: readonly Column[]): Sheet {
  const rows = [...scores.rows.map((row) => inColumns(row, columns)), ...(form?.comparison.rows ?? [])];
  const isWhole = scores.rows.length > 0 || form === undefined;
  const wanted = isWhole ? ROLES : (['frontier'] as const);
  return formSheet(path, { columns, rows, rank: rankOf(form?.comparison) }, labels, wanted, form?.remarks ?? []);
}

function rankOf(comparison: Comparison | undefined): string | null {
  const at = comparison?.headings.indexOf('排名') ?? -1;
  return at < 0 ? null : comparison!.texts[at]!;
}

/** A score goes into the first column of its role. */
function inColumns({ cells, ...row }: ScoreRow, columns: readonly Column[]): DraftRow {
  const first = new Set(ROLES.map((role) => columns.findIndex((column) => column.role === role)));
  const values = columns.map(({ role }, i) => (role !== 'frontier' && first.has(i) ? (cells[role] ?? '') : ''));
  return { ...row, values };
}

const columnOf = (role: Column['role'], label: string): Column => ({ role, label, period: null, setter: null });

/** The years that the columns name, else those that a bulletin of this date compares. */
function yearsIn(labels: Labels, date: string): Years {
  const usual = yearsOf(date);
  return {
    baseline: yearIn(labels.baseline) ?? usual.baseline,
    achieved: yearIn(labels.achieved) ?? usual.achieved,
  };
}

function yearIn(label: string): number | undefined {
  const year = /\d{4}/.exec(label)?.[0];
  return year === undefined ? undefined : Number(year);
}
