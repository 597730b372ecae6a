import type { Latest } from '../domain/latest.ts';
import { OUTCOMES, spell } from './phrase.ts';

export interface LatestWords {
  /** Of what was reached, with the area where the row names one. */
  readonly period: string;
  readonly value: string;
  readonly outcome: string;
}

/** The newest number of an indicator: what was reached or the word in its place, else the first that its row states. */
export function latestWords({ row: { cells, all, area, comparison } }: Latest): LatestWords {
  const o = cells.achieved ?? all[0]?.o;
  return {
    period: `${area ?? ''}${o?.period?.label ?? ''}`,
    value: o ? spell(o) : '未列',
    outcome: OUTCOMES[comparison.outcome],
  };
}
