import { csvFormatRow } from 'd3-dsv';
import type { Bulletin } from '../../domain/issue.ts';
import type { PlainTable } from '../../domain/plain-table.ts';
import type { Observation } from '../../domain/observation.ts';
import { judgementsOf, type JudgementColumns } from './judgement.ts';
import { observationRecord, type ObservationRecord } from './observation-record.ts';
import { ALL_FIELDS, KEY, type ColumnName } from './field.ts';

/** Columns of `observations.csv`, in order; documented on `/data/#fields`. */
export const DATA_COLUMNS: readonly ColumnName[] = ALL_FIELDS.map(({ name }) => name);

/** An observation as one line of a table: what each column holds before a format writes it its own way; null where nothing. */
export type DataRow = Readonly<Record<ColumnName, string | null>>;

const dataRow = (observation: Observation, version: number, judgement: JudgementColumns): DataRow => {
  const o = observationRecord(observation);
  return {
    issue: String(o.issue),
    version: String(version),
    group: o.group,
    indicator: o.indicator,
    name: o.name,
    role: o.role,
    setter: o.setter,
    value: o.value,
    upper: o.upper,
    comparator: o.comparator,
    unit: o.unit,
    status: o.status,
    asOf: o.asOf?.label ?? null,
    level: o.level,
    area: o.area,
    text: o.text,
    missingReason: o.missing === null ? null : [o.missing, o.missingReason].filter(Boolean).join('：'),
    ...judgement,
    source: o.source.place,
    note: o.note,
    printed: o.printed,
    ...periodColumns(o),
    ...rankColumns(o),
  };
};

const periodColumns = ({ period }: ObservationRecord): Pick<DataRow, 'period' | 'periodLabel'> => ({
  period: period?.code ?? null,
  periodLabel: period?.label ?? null,
});

const rankColumns = ({ rank, cumulative }: ObservationRecord): Pick<DataRow, 'rank' | 'rankLabel' | 'cumulative'> => ({
  rank: rank?.value ?? null,
  rankLabel: rank?.label ?? null,
  cumulative: cumulative ? 'true' : null,
});

/** @param observations those of the bulletin that are wanted */
export function dataRows(bulletin: Bulletin, observations = bulletin.observations): DataRow[] {
  const judgement = judgementsOf(bulletin);
  return observations.map((o) => dataRow(o, bulletin.version, judgement(o)));
}

/** `observations.csv`: every observation of a bulletin. */
export const tidy = (bulletin: Bulletin): string => csv(dataRows(bulletin));

/** The columns that identify a line; null where two lines agree in them, since no other columns are always filled. */
export function primaryKey(all: readonly DataRow[]): readonly ColumnName[] | null {
  const keys = new Set(all.map((l) => JSON.stringify(KEY.map((name) => l[name]))));
  return keys.size === all.length ? KEY : null;
}

/** One row a line, UTF-8 with BOM so that Excel reads it as such; CRLF by RFC 4180, but none put into a cell. */
export const csv = (rows: readonly DataRow[]): string => CSV_HEAD + csvLines(rows);

/** The mark at the beginning, and the names of the columns. */
export const CSV_HEAD = `\ufeff${csvFormatRow([...DATA_COLUMNS])}\r\n`;

export const csvLines = (rows: readonly DataRow[]): string =>
  rows
    .map((row) => `${csvFormatRow(ALL_FIELDS.map(({ name, type }) => writtenCell(row[name] ?? '', type)))}\r\n`)
    .join('');

/** A table that is printed as it stands, written as `csv` writes; a plain number is no text that could be run. */
export function plainCsv({ head, rows }: PlainTable): string {
  const lines = [head, ...rows].map((row) => row.map((cell) => (/^[-+]?[\d.]+%?$/.test(cell) ? cell : safe(cell))));
  return `\ufeff${lines.map((row) => `${csvFormatRow(row)}\r\n`).join('')}`;
}

/** Numbers are no text that could be run: -5 stays -5, and -3.2% as printed. */
const writtenCell = (value: string, type: string): string =>
  type === 'string' && !PLAIN_NUMBER.test(value) ? safe(value) : value;

const PLAIN_NUMBER = /^-\d[\d,]*(?:\.\d+)?%?$/;

/**
 * What a spreadsheet may run: = + - @ at the start, also after spaces, which some trim when they read, and full-width, which
 * Excel in East Asian settings takes for the plain sign (https://github.com/OWASP/www-community/issues/1088). Control
 * characters may be dropped and leave such a sign first.
 */
const RUNS = /^(?:[\u0000-\u001f\u007f]|\s*[=+\-@＝＋－＠])/;

/**
 * A text that a spreadsheet would run gets an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection); so does
 * one that has its own, since whoever reads the file takes one apostrophe away and must get the text back.
 */
export const safe = (text: string): string => (RUNS.test(text) || text.startsWith("'") ? `'${text}` : text);

/** The text that `safe` was given. */
export const unsafe = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell);

/** Whether a text needs care wherever a spreadsheet may come to run it. */
export const runs = (text: string): boolean => RUNS.test(text);
