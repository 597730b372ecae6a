import type { Bulletin } from '../domain/issue.ts';
import { mainGroup } from '../domain/issue.ts';
import { outcomeCounts } from '../domain/outcome-counts.ts';
import { tallyWords } from './tally.ts';

/** How a bulletin came out, in the fewest words. */
export interface OutcomeRecord {
  readonly number: number;
  /** What it reports on: 2023年; the year of its date where no table says. */
  readonly period: string;
  /** 5/6: met of those that were judged; null where none was. */
  readonly met: string | null;
  /** What the two numbers leave out: 另有待评1 · 无目标3. */
  readonly besides: string;
}

export function outcomeRecord(bulletin: Bulletin): OutcomeRecord {
  const counts = outcomeCounts(bulletin);
  const judged = counts.met + counts.missed;
  const left = tallyWords({ ...counts, met: 0, missed: 0 });
  const column = mainGroup(bulletin)?.columns.findLast(({ role, period }) => role === 'achieved' && period !== null);
  return {
    number: bulletin.issue.number,
    period: column?.period?.label ?? `${bulletin.issue.date.slice(0, 4)}年`,
    met: judged > 0 ? `${counts.met}/${judged}` : null,
    besides: left && judged > 0 ? `另有${left}` : left,
  };
}
