import { csvParseRows } from 'd3-dsv';
import type { Bulletin } from '../../src/domain/issue.ts';
import { tidy } from '../../src/exports/dataset/csv.ts';

/** A file as a program reads it that was told of a BOM, CRLF and quotation marks, and of nothing else. */
export function table(bulletin: Bulletin): { head: string[]; rows: string[][] } {
  const text = tidy(bulletin);
  if (!text.startsWith('\ufeff') || !text.endsWith('\r\n')) throw new Error('no BOM or no last CRLF');
  const [head, ...rows] = csvParseRows(text.slice(1, -2));
  return { head: head!, rows };
}

/** Keys of a table that occur twice. */
export const repeated = (rows: readonly string[][], head: readonly string[], key: readonly string[]): string[] => {
  const keys = rows.map((row) => JSON.stringify(key.map((name) => row[head.indexOf(name)])));
  return keys.filter((k, i) => keys.indexOf(k) < i);
};

/** Lexical forms of XML Schema types, which both standards name. */
export const LEXICAL: Readonly<Record<string, RegExp>> = {
  integer: /^[+-]?\d+$/,
  year: /^-?\d{4,}$/,
  gYear: /^-?\d{4,}$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  string: /^/,
};
