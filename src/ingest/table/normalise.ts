import { csvFormatRows } from 'd3-dsv';
import { address, visible } from '../text/letters.ts';
import type { Problem } from '../problem/problem.ts';
import { grid } from './csv.ts';

/**
 * The file with only what its notices say was normalised: comma-separated, without title and blank rows, invisible
 * letters gone, values in their plain form. Null if it has an error (then a person must decide) or nothing to normalise.
 */
export function normalise(file: string, text: string, problems: readonly Problem[]): string | null {
  if (problems.length === 0 || problems.some((p) => p.severity === 'error')) return null;
  const skipped = new Set(
    problems.filter((p) => p.code === 'csv/title-row' || p.code === 'csv/blank-row').map((p) => p.row),
  );
  const read = new Map(
    problems.flatMap((p) => (p.code === 'value/normalised' && p.cell !== null ? [[p.cell, p.readAs] as const] : [])),
  );
  const invisible = new Set(problems.filter((p) => p.code === 'csv/invisible').map((p) => p.cell));
  const rows = grid(file, text)
    .lines.filter((line) => !skipped.has(line.row))
    .map((line) =>
      line.cells.map((cell, i) => {
        const at = address(i, line.row);
        return read.get(at) ?? (invisible.has(at) ? visible(cell) : cell);
      }),
    );
  return `${csvFormatRows(rows).replace(/\n/g, '\r\n')}\r\n`;
}
