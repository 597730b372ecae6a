import { join } from 'node:path';
import { load } from '../../src/catalog.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import type { Bulletin, Group } from '../../src/domain/issue.ts';

const { bulletins, indicators, problems } = load(join(import.meta.dirname, '../roots/over-time'));
if (problems.some(({ severity }) => severity === 'error')) throw new Error('the root has errors');

/** Five invented quarterly bulletins, with to-date months, years, areas, ranks, falls, two targets and 不可比 in them. */
export function overTime(code: string): { indicator: Indicator; bulletins: readonly Bulletin[] } {
  const indicator = indicators.get(code);
  if (!indicator) throw new Error(`no indicator ${code}`);
  return { indicator, bulletins };
}

/** One of its tables, as the bulletin of that number prints it. */
export function tableOf(issue: number, name: string): { group: Group; indicators: ReadonlyMap<string, Indicator> } {
  const group = bulletins.find((b) => b.issue.number === issue)?.groups.find((g) => g.name === name);
  if (!group) throw new Error(`no table ${name}`);
  return { group, indicators };
}
