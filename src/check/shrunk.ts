import type { Bulletin, Column, Group } from '../domain/issue.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { columnWord } from '../ingest/value/column-word.ts';

/**
 * A table with less than that of the same name in the last bulletin of its topic may have lost it: rows, or all columns of a
 * role.
 */
export function shrunk(bulletins: readonly Bulletin[]): Problem[] {
  const last = new Map<string, Bulletin>();
  return bulletins.flatMap((bulletin) => {
    const { topic } = bulletin.issue;
    const before = last.get(topic);
    last.set(topic, bulletin);
    return bulletin.groups.flatMap((group) => {
      const earlier = before?.groups.find(({ name }) => name === group.name);
      return earlier ? [...fewerRows(group, earlier, before!), ...lostColumns(group, earlier, before!)] : [];
    });
  });
}

function fewerRows({ name, file, rows }: Group, earlier: Group, { issue }: Bulletin): Problem[] {
  if (earlier.rows.length <= rows.length) return [];
  const words = { count: rows.length, earlier: earlier.rows.length, other: issue.number };
  return [problem('issue/fewer-rows', { file }, name, words)];
}

/**
 * Of each role that nothing is said in any more, the first column that it had; of targets, of each who set them. What an area
 * table measures is looked at before a release.
 */
function lostColumns({ kind, name, file, columns }: Group, earlier: Group, { issue }: Bulletin): Problem[] {
  if (kind !== 'comparison' || earlier.kind !== 'comparison') return [];
  const lost = new Map<string, Column>();
  for (const column of earlier.columns) {
    const key = `${column.role} ${column.setter}`;
    if (!lost.has(key) && !columns.some((other) => standsFor(other, column))) lost.set(key, column);
  }
  return [...lost.values()].map(({ role, setter, label }) =>
    problem('issue/column-gone', { file, row: 1 }, name, {
      role: `${setter ?? ''}${columnWord(role)}`,
      column: label,
      other: issue.number,
    }),
  );
}

/** A target of which is not said who set it may be anybody's. */
const standsFor = (now: Column, before: Column): boolean =>
  now.role === before.role && (now.setter === before.setter || now.setter === null || before.setter === null);
