import { problem, type Problem } from '../problem/problem.ts';
import type { Cell, Entry } from './sheet.ts';

const INCOMPARABLE = /(?:^|[；;。])\s*不可比(?:\s*[:：]\s*([^；;。]*))?/;

/** Why a row's values may not be subtracted, as 备注 or the column 可比 say it; null where they may. */
export function incomparable(entry: Entry<'备注' | '可比'>): { reason: string | null; problems: Problem[] } {
  const column = entry.get('可比');
  if (column && !['', '可比', '是'].includes(column.text) && !INCOMPARABLE.test(column.text))
    return { reason: null, problems: [problem('row/comparable', column.at, column.text)] };
  return reasonIn(column) ?? reasonIn(entry.get('备注')) ?? { reason: null, problems: [] };
}

function reasonIn(cell: Cell | undefined): { reason: string; problems: Problem[] } | undefined {
  const found = cell && INCOMPARABLE.exec(cell.text);
  if (!found) return undefined;
  const reason = found[1]?.trim() ?? '';
  return { reason, problems: reason === '' ? [problem('row/incomparable-reason', cell.at, cell.text)] : [] };
}
