import type { Bulletin, Group } from '../../src/domain/issue.ts';
import { bulletinsOf, indicatorOf } from '../domain/bulletins.ts';

/** Bulletin 48 with these tables, and no word of text. */
export const bulletinWith = (groups: readonly Group[], more: Partial<Bulletin> = {}): Bulletin => ({
  ...bulletinsOf(indicatorOf(), { 48: {} })[0]!,
  observations: groups.flatMap((g) => g.rows.flatMap((r) => r.all.map(({ o }) => o))),
  groups,
  ...more,
});
