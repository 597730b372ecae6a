import type { PlainTable } from '../../domain/plain-table.ts';
import { problem, type Problem } from '../problem/problem.ts';
import { address, visible } from '../text/letters.ts';
import { withoutOf } from '../text/dispensable.ts';
import { LIMIT } from '../text/limit.ts';
import { personal } from '../text/privacy.ts';
import { grid, type Line } from './csv.ts';
import { tableNameOf } from './table-name.ts';

/** A table that is printed as it stands (原表): its letters are checked, its numbers are not read. */
export function plainFile(file: string, text: string): { table: PlainTable | undefined; problems: Problem[] } {
  const read = grid(file, text);
  const filled = read.lines.filter((line) => line.cells.some((cell) => visible(cell) !== ''));
  const count = filled.length + read.more;
  if (count > LIMIT.rows)
    return { table: undefined, problems: [problem('csv/too-many-rows', { file }, null, { count, limit: LIMIT.rows })] };
  const [head, ...rows] = squared(filled);
  const problems = [...read.problems, ...filled.flatMap((line) => persons(file, line))];
  if (head === undefined || rows.length === 0)
    return {
      table: undefined,
      problems: [
        ...problems,
        problem('csv/no-rows', { file, line: filled[0]?.line ?? 1 }, null, { without: withoutOf(file) }),
      ],
    };
  return { table: { slug: '', name: tableNameOf(file), file, head, rows }, problems };
}

/** All lines as wide as the widest, without columns that are blank in every one. */
function squared(lines: readonly Line[]): string[][] {
  const cells = lines.map((line) => line.cells.map(visible));
  const width = Math.max(0, ...cells.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return cells.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
}

const persons = (file: string, { row, line, cells }: Line): Problem[] =>
  cells.flatMap((cell, i) => [...personal({ file, line, row, cell: address(i, row) }, cell)]);
