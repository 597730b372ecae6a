import type { Bulletin } from '../domain/issue.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';

/** A table with fewer rows than that of the same name in the last bulletin of its topic may have lost some. */
export function shrunk(bulletins: readonly Bulletin[]): Problem[] {
  const last = new Map<string, Bulletin>();
  return bulletins.flatMap((bulletin) => {
    const { topic } = bulletin.issue;
    const before = last.get(topic);
    last.set(topic, bulletin);
    return bulletin.groups.flatMap(({ name, file, rows }) => {
      const earlier = before?.groups.find((group) => group.name === name)?.rows.length ?? 0;
      if (earlier <= rows.length) return [];
      const words = { count: rows.length, earlier, other: before!.issue.number };
      return [problem('issue/fewer-rows', { file }, name, words)];
    });
  });
}
