import type { Indicator } from '../domain/indicator.ts';
import type { Bulletin, Group } from '../domain/issue.ts';
import { chartOf, notesOf } from './chart.ts';
import { issueFinding } from './finding.ts';
import { headline } from './headline.ts';
import { standfirst } from './standfirst.ts';

/** What is said of a table on its bulletin's page. */
interface TableWords {
  readonly finding: readonly string[];
  readonly notes: readonly string[];
}

/** What stands under the headline, or under the title where there is none. */
export const leadSentences = (bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>): readonly string[] =>
  headline(bulletin) === null ? issueFinding(bulletin, indicators) : standfirst(bulletin);

/**
 * The words of each table of a bulletin's page, without what the page's head or an earlier table says.
 *
 * @param leads tables with which the page begins, under the headline
 */
export function saidOnce(
  bulletin: Bulletin,
  indicators: ReadonlyMap<string, Indicator>,
  leads: readonly Group[],
): ReadonlyMap<Group, TableWords> {
  const said = new Set(leadSentences(bulletin, indicators));
  const once = (sentences: readonly string[]): string[] => {
    const fresh = sentences.filter((sentence) => !said.has(sentence));
    for (const sentence of fresh) said.add(sentence);
    return fresh;
  };
  return new Map(
    bulletin.groups.map((group) => {
      const chart = chartOf(bulletin, group, null, indicators);
      // What the head has said in its own words.
      const finding = leads.includes(group) ? [] : once(chart.sentences);
      return [group, { finding, notes: once(notesOf(chart, indicators)) }];
    }),
  );
}
