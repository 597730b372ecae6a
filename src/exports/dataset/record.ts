import { onlyUnit } from '../../domain/issue.ts';
import type { Bulletin, Group, Issue, Mention } from '../../domain/issue.ts';
import type { Observation } from '../../domain/observation.ts';
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
  readonly mentions: readonly MentionRecord[];
}

/** A number of the text; `states` are places in `observations`, counted from 0. */
export interface MentionRecord {
  readonly place: string;
  readonly sentence: string;
  readonly text: string;
  readonly kind: 'observation' | 'difference';
  readonly states: readonly number[];
}

/** The same wherever the site stands: a released version's file never changes. */
export const issueRecord = ({
  issue,
  version,
  released,
  groups,
  observations,
  mentions = [],
}: Bulletin): IssueRecord => ({
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
  mentions: mentionRecords(mentions, observations),
});

function mentionRecords(mentions: readonly Mention[], observations: readonly Observation[]): MentionRecord[] {
  const places = new Map(observations.map((o, i) => [o, i]));
  return mentions.map(({ place, sentence, text, states }) => ({
    place,
    sentence,
    text,
    kind: states.length > 1 ? 'difference' : 'observation',
    states: states.map((o) => places.get(o)!),
  }));
}

/** As a file. */
export const issueJson = (bulletin: Bulletin): string => `${JSON.stringify(issueRecord(bulletin), null, 1)}\n`;
