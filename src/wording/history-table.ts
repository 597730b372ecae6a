import type { Outcome } from '../domain/comparison.ts';
import type { Bulletin, Cell, Row } from '../domain/issue.ts';
import { isNumeric, type Role } from '../domain/observation.ts';
import { outcomeWord, spell, spellWithArea } from './phrase.ts';

type TableRole = Exclude<Role, 'stated'>;

interface HistoryCell {
  readonly role: TableRole;
  readonly text: string;
  readonly isWords: boolean;
}

interface HistoryRow {
  /** Of what was reached: 2023年; of a row without, its bulletin stands for it. */
  readonly period: string | null;
  readonly issue: number;
  readonly area: string | null;
  /** 达标, 待评（…）; null where the table has no targets at all. */
  readonly outcome: { readonly word: string; readonly kind: Outcome } | null;
  /** Whether the bulletin has corrected figures of the indicator. */
  readonly corrected: boolean;
  readonly cells: readonly HistoryCell[];
}

/** What the bulletins' tables say of an indicator, newest first: the time and the outcome, then the values. */
export interface HistoryTable {
  readonly roles: readonly TableRole[];
  readonly byArea: boolean;
  readonly isJudged: boolean;
  readonly rows: readonly HistoryRow[];
  /** What all rows say alike, once: `国内前沿水平：各期都暂缺。` */
  readonly common: readonly string[];
}

const ORDER: readonly TableRole[] = ['achieved', 'target', 'baseline', 'frontier'];

/** @param bulletins newest first */
export function historyTable(code: string, bulletins: readonly Bulletin[]): HistoryTable {
  const all = bulletins.flatMap((b) =>
    b.groups.flatMap((g) => g.rows.filter((r) => r.indicator === code).map((row) => ({ b, row }))),
  );
  const present = ORDER.filter((role) => all.some(({ row }) => cellsIn(row, role).length > 0));
  const common = present.filter((role) => role === 'frontier' && all.length > 1 && alike(all.map(({ row }) => row)));
  const roles = present.filter((role) => !common.includes(role));
  const isJudged = present.includes('target');
  return {
    roles,
    isJudged,
    byArea: all.some(({ row }) => row.area !== null),
    rows: all.map(({ b, row }) => ({
      period: row.cells.achieved?.period?.label ?? null,
      issue: b.issue.number,
      area: row.area,
      outcome: isJudged ? { word: outcomeWord(row.comparison), kind: row.comparison.outcome } : null,
      corrected: (b.corrected ?? []).some((figure) => figure.code === code && figure.column !== '数值'),
      cells: roles.map((role) => cellOf(row, role)),
    })),
    common: common.map(() => `国内前沿水平：各期都写“${textOf(all[0]!.row, 'frontier')}”。`),
  };
}

const cellsIn = (row: Row, role: TableRole): Cell[] => row.all.filter(({ column }) => column.role === role);

const alike = (rows: readonly Row[]): boolean => new Set(rows.map((row) => textOf(row, 'frontier'))).size === 1;

function cellOf(row: Row, role: TableRole): HistoryCell {
  const cells = cellsIn(row, role);
  return { role, text: textOf(row, role), isWords: cells.length === 0 || cells.some(({ o }) => !isNumeric(o)) };
}

/** Each value with its time where it is not the row's own, of several with who set it. */
function textOf(row: Row, role: TableRole): string {
  const cells = cellsIn(row, role);
  if (cells.length === 0) return '本期未列';
  if (cells.every(({ o }) => o.kind === 'gap' && o.word === '未列')) return '未列';
  const own = row.cells.achieved?.period?.code;
  return cells
    .map(({ column: { setter }, o }) => {
      const words = o.area === row.area ? spell(o) : spellWithArea(o);
      const time = o.period && o.period.code !== own ? o.period.label : '';
      const of = time + (cells.length > 1 ? (setter ?? '') : '');
      return of === '' ? words : `${of}：${words}`;
    })
    .join('；');
}
