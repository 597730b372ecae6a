import { problem, type Problem } from '../problem/problem.ts';
import { lookup } from '../text/letters.ts';
import type { WrittenRow } from './comparison-row.ts';

/** A group of one row whose name is another's but for a letter is that group mistyped; numbered names differ rightly. */
export function groupNameProblems(rows: readonly WrittenRow[]): Problem[] {
  const groups = [...Map.groupBy(rows, ({ group }) => lookup(group))];
  return groups.flatMap(([name, members]) => {
    const [only, ...more] = members;
    const cell = only!.entry.get('组');
    if (more.length > 0 || !cell?.text) return [];
    const near = groups.find(([other, all]) => all.length > 1 && isOneLetterOff(name, other));
    return near ? [problem('row/group-near', cell.at, cell.text, { other: near[1][0]!.group })] : [];
  });
}

/** Letters that number things. */
const COUNTING = /^[\d一二三四五六七八九十百甲乙丙丁上中下前后a-z]$/i;

/** Whether one letter was changed, left out or put in, and it is none that numbers things. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (long.length - short.length > 1 || a === b) return false;
  const at = short.findIndex((letter, i) => letter !== long[i]);
  const from = at < 0 ? short.length : at;
  const rest = short.slice(from + (short.length === long.length ? 1 : 0)).join('');
  if (rest !== long.slice(from + 1).join('')) return false;
  return ![long[from], short.length === long.length ? short[from] : undefined].every(
    (letter) => letter === undefined || COUNTING.test(letter),
  );
}
