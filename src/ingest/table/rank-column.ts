import type { Rank } from '../../domain/observation.ts';
import { problem, problemOf, type Problem } from '../problem/problem.ts';
import { isRefusal } from '../value/refusal.ts';
import { readValue } from '../value/value.ts';
import type { RowContext } from '../value/observation.ts';
import type { Cell } from './sheet.ts';

/** The column that says which place the achieved value takes, as the bulletin counts it. */
export const RANK_FIELD = {
  name: '排名',
  aliases: ['位次', '名次', '全省排名', '全省位次', '全国排名', '全国位次', '全市排名', '全市位次'],
} as const;

/** @param asked whether another row of the table has a rank, so that a blank one is a mistake */
export function readRank(
  cell: Cell | undefined,
  { units, note }: Pick<RowContext, 'units' | 'note'>,
  asked: boolean,
): { rank: Rank | undefined; problems: Problem[] } {
  if (!cell || (cell.text === '' && !asked)) return { rank: undefined, problems: [] };
  const value = readValue(cell.raw, { unit: '位', role: 'achieved', units, note });
  if (isRefusal(value)) return { rank: undefined, problems: [problemOf(value.code, cell.at, cell.text, value.words)] };
  if (value.kind !== 'number' || value.quantity.kind !== 'point') return { rank: undefined, problems: [] };
  const used = value.normalised;
  return {
    rank: { label: cell.at.column ?? RANK_FIELD.name, value: value.quantity.value, printed: cell.text },
    problems: used === null ? [] : [problem('value/normalised', cell.at, cell.raw, { used })],
  };
}
