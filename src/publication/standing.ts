import { chartedOf, type Charted } from '../domain/charted.ts';
import type { Bulletin } from '../domain/issue.ts';
import type { Edition } from '../domain/version.ts';

/** How what a page of one version shows stands to the newest version. */
export type Standing = 'newest' | 'same figures' | 'changed' | 'withdrawn';

/** @param slug of a chart; null for all data of the bulletin. */
export function standingOf({ bulletin }: Edition, editions: readonly Edition[], slug: string | null): Standing {
  const newest = editions[0]!.bulletin;
  const now = shownBy(newest, slug);
  if (now === undefined) return 'withdrawn';
  if (newest.version === bulletin.version) return 'newest';
  return JSON.stringify(shownBy(bulletin, slug)) === JSON.stringify(now) ? 'same figures' : 'changed';
}

/** What a page says of its figures; undefined where the version has no such chart. */
const shownBy = (bulletin: Bulletin, slug: string | null): unknown =>
  slug === null ? bulletin.observations : rowsOf(chartedOf(bulletin).find((c) => c.slug === slug));

const rowsOf = (charted: Charted | undefined): unknown =>
  charted && (charted.row === null ? [charted.group.columns, charted.group.rows] : charted.row);
