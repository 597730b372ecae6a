import type { Indicator } from './indicator.ts';
import type { Bulletin, Row } from './issue.ts';

/** The newest row of a bulletin that states an indicator; of several areas the whole, else the first. */
export interface Latest {
  readonly bulletin: Bulletin;
  readonly row: Row;
}

/** @param bulletins newest first */
export function latestOf({ code }: Indicator, bulletins: readonly Bulletin[]): Latest | null {
  for (const bulletin of bulletins) {
    const rows = bulletin.groups.flatMap((group) => group.rows.filter((row) => row.indicator === code));
    const row = rows.find(({ area }) => area === null) ?? rows[0];
    if (row) return { bulletin, row };
  }
  return null;
}
