import { hasTarget, type Bulletin, type Group } from '../domain/issue.ts';
import type { Indicator } from '../domain/indicator.ts';
import { correctedSentences } from './corrected.ts';
import { scoreFinding } from './score-finding.ts';
import { targetFinding } from './target-finding.ts';

/** A sentence of a finding; the first of a bulletin is set in bold. All are computed, so none can disagree with the data. */
export type Sentence = string;

/** What a bulletin's tables say: targets first, then what is only expected or at full marks. */
export function issueFinding(bulletin: Bulletin, indicators: ReadonlyMap<string, Indicator>): Sentence[] {
  const judged = bulletin.groups.filter((g) => hasTarget(g));
  const others = bulletin.groups.filter((g) => !hasTarget(g));
  return [
    ...targetFinding(judged),
    ...others.flatMap((g) => scoreFinding(g, indicators)),
    ...correctedSentences(bulletin),
  ];
}

/** What one table says. Rows are counted, never ranked. */
export function groupFinding(group: Group, indicators: ReadonlyMap<string, Indicator>): Sentence[] {
  return hasTarget(group) ? targetFinding([group]) : scoreFinding(group, indicators);
}
