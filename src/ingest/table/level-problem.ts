import { near } from '../problem/near.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Levels } from '../text/level.ts';
import type { Cell } from './sheet.ts';

/** A level nobody knows is a mistyped one. */
export const levelProblems = (cell: Cell | undefined, { names }: Levels): Problem[] =>
  !cell?.text || names.includes(cell.text)
    ? []
    : [problem('row/level', cell.at, cell.text, { near: near(cell.text, names) })];
