import { join } from 'node:path';
import { load } from '../../src/catalog.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import type { Bulletin } from '../../src/domain/issue.ts';

const { bulletins, indicators } = load(join(import.meta.dirname, '../roots/over-time'));

/** Five invented quarterly bulletins, with to-date months, years, areas, ranks, falls, two targets and 不可比 in them. */
export function overTime(code: string): { indicator: Indicator; bulletins: readonly Bulletin[] } {
  const indicator = indicators.get(code);
  if (!indicator) throw new Error(`no indicator ${code}`);
  return { indicator, bulletins };
}
