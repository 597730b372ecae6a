import type { Comparison } from '../domain/comparison.ts';
import type { Bulletin, Issue } from '../domain/issue.ts';
import type { Observation } from '../domain/observation.ts';

/** `issue.json`: the bulletin, its observations and its comparisons, as the site itself uses them. */
export interface IssueRecord {
  readonly issue: Issue;
  readonly version: number;
  readonly groups: readonly { readonly slug: string; readonly name: string; readonly unit: string; readonly indicators: readonly string[] }[];
  readonly observations: readonly Observation[];
  readonly comparisons: readonly Comparison[];
}

export const record = ({ issue, version, groups, observations }: Bulletin): IssueRecord => ({
  issue,
  version,
  groups: groups.map(({ slug, name, unit, rows }) => ({ slug, name, unit, indicators: rows.map((r) => r.indicator) })),
  observations,
  comparisons: groups.flatMap((g) => g.rows.map((r) => r.comparison)),
});
