import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Group } from '../domain/issue.ts';
import { chartOf, pageNotes } from './chart.ts';

/** The notes of each table of a bulletin's page; what an earlier table says is not said again. */
export function notesOnce(
  bulletin: Bulletin,
  indicators: ReadonlyMap<string, Indicator>,
): ReadonlyMap<Group, readonly string[]> {
  const said = new Set<string>();
  return new Map(
    bulletin.groups.map((group) => {
      const notes = pageNotes(chartOf(bulletin, group, null, indicators), indicators).filter((note) => !said.has(note));
      for (const note of notes) said.add(note);
      return [group, notes];
    }),
  );
}
