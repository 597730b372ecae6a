import { near } from '../problem/near.ts';
import { problem, type Problem } from '../problem/problem.ts';
import type { Levels } from '../text/level.ts';
import type { Cell, Entry } from './sheet.ts';

/** A level nobody knows is a mistyped one. */
export const levelProblems = (cell: Cell | undefined, { names }: Levels): Problem[] =>
  !cell?.text || names.includes(cell.text)
    ? []
    : [problem('row/level', cell.at, cell.text, { near: near(cell.text, names) })];

/** What a row says of its level, unless that is no level or lost: then its numbers may be of any. */
export function soundLevel(entry: Entry<'层级'>, levels: Levels): Cell | undefined {
  const cell = entry.get('层级');
  return !entry.hasLost('层级') && levelProblems(cell, levels).length === 0 ? cell : undefined;
}
