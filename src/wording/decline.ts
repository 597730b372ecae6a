import type { Difference } from '../domain/comparison.ts';
import type { Group, Row } from '../domain/issue.ts';
import { isNotComputable, sign } from '../domain/quantity.ts';
import { changeSince } from './difference.ts';
import { counted } from './phrase.ts';
import { rowName, firstNames } from './row-name.ts';

/** More declines than this are told by name alone. */
const MOST_NAMED = 3;

/** What came out worse than the baseline is said even where its target is met. */
export function declines(group: Group): string[] {
  const declined = group.rows.flatMap((row) => {
    const change = decline(row);
    return change ? [{ row, change }] : [];
  });
  if (declined.length === 0) return [];
  if (declined.length > MOST_NAMED)
    return [
      `${counted(declined.length, '项')}不如基期（${firstNames(
        declined.map(({ row }) => row),
        MOST_NAMED,
      )}）。`,
    ];
  const sizes = declined.map(({ row, change }) => {
    const from = row.cells.baseline?.period?.label ?? '基期';
    return `${rowName(row)}${changeSince(from, change).replace(/^比/, '较')}`;
  });
  return [`${sizes.join('，')}。`];
}

/** The change of a row that is surely worse: one that stayed the same is no decline. */
function decline({ comparison: { improved, change } }: Row): Difference | undefined {
  if (improved !== false || isNotComputable(change)) return undefined;
  return sign(change.quantity) === 0 ? undefined : change;
}
