import { csvFormatRows } from 'd3-dsv';
import type { Bulletin } from '../domain/issue.ts';
import type { Observation } from '../domain/observation.ts';

/** Columns of `observations.csv`, in order; documented on `/methods/#fields`. */
export const COLUMNS = [
  'issue', 'version', 'group', 'indicator', 'name', 'role', 'period', 'value', 'upper', 'comparator', 'unit', 'status', 'asOf', 'level', 'area',
  'text', 'missingReason', 'source', 'note', 'printed',
] as const;

/** One row an observation, UTF-8 with BOM so that Excel reads it as such; CRLF by RFC 4180. */
export function tidy({ observations, version }: Bulletin): string {
  const rows = observations.map((o) => COLUMNS.map((column) => cell(column, o, version)));
  return `\ufeff${csvFormatRows([[...COLUMNS], ...rows]).replace(/\n/g, '\r\n')}\r\n`;
}

function cell(column: (typeof COLUMNS)[number], o: Observation, version: number): string {
  switch (column) {
    case 'version': return String(version);
    case 'period': return o.period === null ? '' : String(o.period.year);
    case 'asOf': return safe(o.asOf?.label ?? '');
    case 'source': return safe(o.source.place);
    case 'missingReason': return safe(o.missing === null ? '' : [o.missing, o.missingReason].filter(Boolean).join('：'));
    case 'value':
    case 'upper': return o[column] ?? '';
    default: return safe(String(o[column] ?? ''));
  }
}

/** A text that a spreadsheet would run as a formula gets an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection). */
export const safe = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
