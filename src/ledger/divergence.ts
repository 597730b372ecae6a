import { WHOLE_ROW } from '../domain/correction.ts';
import type { Release } from '../domain/version.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import { lookup } from '../ingest/text/letters.ts';
import { isRecorded, namedCells, versionRecord, REGISTRY, type NamedCell, type State } from './cells.ts';
import { CORRECTIONS, type LocatedCorrection } from './corrections.ts';
import { cellKey, matched, recordedRows, type RecordedCell } from './record.ts';
import { codeDivergence, registryDivergence } from './registry-divergence.ts';
import { suggestedLine } from './suggestion.ts';
import type { Same, VersionDiff } from './version-diff.ts';

/** Where the files, their corrections undone, are not what a released version recorded: at the cell, with what was published. */
export function divergence(
  { issue, version }: Release,
  recorded: string,
  states: readonly State[],
  corrections: readonly LocatedCorrection[],
  same: Same,
): Problem[] {
  const { cells, log } = recordedRows(recorded);
  const changed = changedLogLine(log, corrections);
  if (changed >= 0)
    return [
      problem('correction/changed-entry', corrections[changed]?.at('日期') ?? { file: CORRECTIONS }, null, {
        version,
      }),
    ];
  const state = namedCells(states[log.length]!);
  const diff: VersionDiff = {
    issue,
    version,
    was: matched(cells, state),
    is: new Map(state.map((c) => [cellKey(c), c])),
    state,
    later: corrections.slice(log.length),
    same,
  };
  const columns = columnChanges(diff);
  const problems = [
    ...columnProblems(columns, diff),
    ...changedCells(columns, diff),
    ...newCells(columns, diff),
    ...registryDivergence(diff),
  ];
  return problems.length > 0 ? problems : otherOrder(diff);
}

/** The first line of the log that is no longer what it was; −1 where all are. */
function changedLogLine(log: readonly string[], corrections: readonly LocatedCorrection[]): number {
  const now = recordedRows(
    versionRecord(
      [],
      corrections.map((c) => c.correction),
    ),
  ).log;
  return log.findIndex((line, i) => line !== now[i]);
}

interface Column {
  readonly file: string;
  readonly column: string;
}

/** Columns that a version had and the files have no more, and those that they have instead. */
interface ColumnChanges {
  readonly gone: readonly Column[];
  readonly fresh: readonly Column[];
}

function columnChanges({ was, state }: VersionDiff): ColumnChanges {
  const before = columnsOf([...was.values()]);
  const now = columnsOf(state);
  const files = new Set(state.map((c) => c.file));
  return {
    gone: before.filter((c) => !has(now, c) && files.has(c.file)),
    fresh: columnsOf(state.filter(isRecorded)).filter((c) => !has(before, c)),
  };
}

function columnsOf(cells: readonly Column[]): Column[] {
  const keyed = cells
    .filter((c) => c.file !== REGISTRY)
    .map(({ file, column }) => [`${file}|${column}`, { file, column }] as const);
  return [...new Map(keyed).values()];
}

const has = (columns: readonly Column[], { file, column }: Column): boolean =>
  columns.some((c) => c.file === file && c.column === column);

const fileOf = ({ issue }: VersionDiff, name: string): Place => ({ file: `data/issues/${issue}/${name}` });

const columnProblems = ({ gone, fresh }: ColumnChanges, diff: VersionDiff): Problem[] =>
  gone.map(({ file, column }) => {
    const instead = fresh
      .filter((c) => c.file === file)
      .map((c) => `“${c.column}”`)
      .join('、');
    const { issue, version } = diff;
    const near = instead && `，多了${instead}`;
    return problem('version/column', fileOf(diff, file), column, { issue, version, near });
  });

/** Cells that the version recorded and that say something else now, or are gone with their row. */
function changedCells({ gone }: ColumnChanges, diff: VersionDiff): Problem[] {
  const absent = new Set<string>();
  return [...diff.was].flatMap(([key, recorded]): Problem[] => {
    const cell = diff.is.get(key);
    if (recorded.file === REGISTRY || cell?.text === recorded.text || has(gone, recorded)) return [];
    const row = cellKey({ ...recorded, column: '' });
    const isKnown = absent.has(row);
    absent.add(row);
    if (cell) return [changedCell(cell, recorded.text, diff)];
    return isKnown ? [] : [absentRow(recorded, diff)];
  });
}

/** A later correction that says otherwise what the cell was, or a change that no correction tells. */
function changedCell(cell: NamedCell, was: string, diff: VersionDiff): Problem {
  const { issue, version, later, same } = diff;
  const words = { issue, version, was: was || '空白' };
  const entry = later.find(
    ({ correction: c }) =>
      lookup(c.column) === lookup(cell.column) && same(c.indicator, cell.indicator) && c.before === cell.text,
  );
  if (entry) return problem('correction/old-value', entry.at('原值'), entry.correction.before || '空白', words);
  return problem('version/changed', cell.at, cell.text || '空白', {
    ...words,
    back: was ? `改回“${was}”` : '清空这一格',
    ...suggestedLine(cell, { column: cell.column, before: was || '空白', after: cell.text || '空白' }, diff),
  });
}

/** A row that a later correction says was added, or one that was taken away. */
function absentRow({ file, indicator, column, text: was }: RecordedCell, diff: VersionDiff): Problem {
  const { issue, version, later, same } = diff;
  const added = later.find(({ correction: c }) => c.column === WHOLE_ROW && same(c.indicator, indicator));
  if (added) return problem('correction/old-value', added.at('原值'), '无', { version, was });
  return problem('version/row-gone', fileOf(diff, file), indicator, { issue, version, column, was });
}

/** Cells that say something and that the version did not record. Those of a renamed column are told with the column. */
function newCells({ gone, fresh }: ColumnChanges, diff: VersionDiff): Problem[] {
  const { issue, version, was } = diff;
  const cells = [...diff.is]
    .filter(([key, c]) => isRecorded(c) && c.file !== REGISTRY && !was.has(key))
    .map(([, c]) => c)
    .filter((c) => gone.length === 0 || !has(fresh, c));
  return cells.flatMap((cell): Problem[] => {
    if (was.has(cellKey({ ...cell, column: '指标' }))) return [changedCell(cell, '', diff)];
    if (cell.column !== '指标') return [];
    const line = suggestedLine(cell, { column: WHOLE_ROW, before: '无', after: '新增' }, diff);
    return [problem('version/row-new', cell.at, cell.text, { issue, version, ...line })];
  });
}

/** Every cell is as it was, but not in its order; or the registry gave the rows other codes. */
function otherOrder(diff: VersionDiff): Problem[] {
  const { issue, version, was, is } = diff;
  const order = [...was.keys()];
  const moved = [...is.values()].filter(isRecorded).find((c, i) => cellKey(c) !== order[i]);
  if (moved?.file === REGISTRY) return codeDivergence(diff);
  const at = moved?.at ?? fileOf(diff, 'comparison.csv');
  return [problem('version/order', at, moved?.indicator ?? null, { issue, version })];
}
