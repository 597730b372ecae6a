import { WHOLE_ROW } from '../domain/correction.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Table } from '../ingest/source.ts';
import { cellsMeant, stateOf, stateBefore, type State, type StateCell } from './cells.ts';
import type { LocatedCorrection } from './corrections.ts';
import { correctionLine } from './suggestion.ts';
import type { Same } from './version-diff.ts';

/** The states before each correction, oldest first, the present one last; as far as they can be told. */
export function undoCorrections(
  tables: readonly Table[],
  corrections: readonly LocatedCorrection[],
  same: Same,
): { states: readonly State[]; problems: readonly Problem[] } {
  const states = [stateOf(tables)];
  const problems: Problem[] = [];
  const changedLater: StateCell[] = [];
  for (const entry of corrections.toReversed()) {
    const state = states[0]!;
    const cells = cellsMeant(state, entry.correction, same);
    const [cell] = cells;
    if (!cell || cells.length > 1)
      return { states, problems: [...problems, unclear(entry, cells.length, state, same)] };
    if (!isAsCorrected(cell, entry)) problems.push(otherNow(entry, cell, changedLater));
    changedLater.push(cell);
    states.unshift(stateBefore(state, cell, entry.correction));
  }
  return { states, problems };
}

const isAsCorrected = ({ text }: StateCell, { correction: { column, after } }: LocatedCorrection): boolean =>
  column === WHOLE_ROW || text === after;

/** A correction that means no cell, or several. */
function unclear({ correction, at }: LocatedCorrection, count: number, state: State, same: Same): Problem {
  const { issue, indicator, column } = correction;
  const words = { issue, column, count };
  if (count > 1) return problem('correction/ambiguous-cell', at('指标'), indicator, words);
  const isNamed = state.some((c) => c.column === '指标' && same(c.text, indicator));
  return problem('correction/no-cell', at(isNamed ? '列' : '指标'), indicator, words);
}

/** The cell is not what the correction made of it: a later one tells another old value, or was forgotten. */
function otherNow({ correction, at }: LocatedCorrection, cell: StateCell, changedLater: readonly StateCell[]): Problem {
  const { issue, indicator, column, place } = correction;
  const [after, now] = [correction.after || '空白', cell.text || '空白'];
  const isChangedLater = changedLater.some(
    (c) => c.file === cell.file && c.row === cell.row && c.column === cell.column,
  );
  if (isChangedLater)
    return problem('correction/new-value', at('新值'), after, {
      where: '后一条更正的原值',
      now,
      then: '中间还改过的，每改一次记一行，按先后排列',
    });
  const line = correctionLine(issue, indicator, { column, before: after, after: now }, place);
  return problem('correction/new-value', at('新值'), after, {
    where: `${cell.at.file} ${cell.at.cell ?? ''} `,
    now,
    then: `后来又改过的，在最后加一行：${line}`,
  });
}
