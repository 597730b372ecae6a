import { onlyUnit } from '../../domain/issue.ts';
import type { Bulletin, Group, Issue } from '../../domain/issue.ts';
import { comparisonRecord, type ComparisonRecord } from './comparison-record.ts';
import { observationRecord, type ObservationRecord } from './observation-record.ts';

/** `issue.json`: the bulletin, its observations and its comparisons, as the site itself uses them. */
export interface IssueRecord {
  readonly issue: Issue;
  readonly version: number;
  /** The day this version was released, ISO; null until then. */
  readonly released: string | null;
  readonly groups: readonly {
    readonly kind: Group['kind'];
    readonly slug: string;
    readonly name: string;
    /** Null where its rows have several: each observation has its own. */
    readonly unit: string | null;
    readonly indicators: readonly string[];
  }[];
  readonly observations: readonly ObservationRecord[];
  readonly comparisons: readonly ComparisonRecord[];
}

/** The same wherever the site stands: a released version's file never changes. */
export const issueRecord = ({ issue, version, released, groups, observations }: Bulletin): IssueRecord => ({
  issue,
  version,
  released,
  groups: groups.map(({ kind, slug, name, units, rows }) => ({
    kind,
    slug,
    name,
    unit: onlyUnit(units),
    indicators: [...new Set(rows.map((r) => r.indicator))],
  })),
  observations: observations.map(observationRecord),
  comparisons: groups.flatMap((g) => g.rows.map((r) => comparisonRecord(r.comparison))),
});

/** As a file. */
export const issueJson = (bulletin: Bulletin): string => `${JSON.stringify(issueRecord(bulletin), null, 1)}\n`;
