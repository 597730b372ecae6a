import { problem, type Problem } from '../ingest/problem/problem.ts';
import { REGISTRY, type NamedCell } from './cells.ts';
import type { RecordedCell } from './record.ts';
import type { VersionDiff } from './version-diff.ts';

const FILE = `data/${REGISTRY}`;

/** What the registry now makes of the published rows. A name or unit that is not recorded was the row's own. */
export function registryDivergence(diff: VersionDiff): Problem[] {
  const { was, is } = diff;
  // A row that was itself renamed is reported at its own cell.
  const [before, after] = [rowNames(was.values()), rowNames(is.values())];
  const cells = [...was, ...is].filter(
    ([, c]) => c.file === REGISTRY && before.has(c.indicator) && after.has(c.indicator),
  );
  return [...new Set(cells.map(([key]) => key))].flatMap((key) => registryChange(was.get(key), is.get(key), diff));
}

/** Names as the tables have them, and the codes of compared indicators. */
function rowNames(cells: Iterable<RecordedCell | NamedCell>): Set<string> {
  const names = new Set<string>();
  for (const c of cells) {
    if (c.column === '指标') names.add(c.text);
    if (c.column === '方向') names.add(c.indicator);
  }
  return names;
}

function registryChange(
  then: RecordedCell | undefined,
  now: NamedCell | undefined,
  { issue, version }: VersionDiff,
): Problem[] {
  const { indicator: name, column } = (now ?? then)!;
  if (then?.text === now?.text) return [];
  const at = { file: FILE, column };
  if (column === '名称')
    return [problem('version/name', at, now?.text ?? name, { issue, version, was: then?.text ?? name })];
  if (!then || !now) return [];
  return [problem('version/direction', at, now.text, { issue, version, name, column, was: then.text })];
}

/** Rows and names are as published, so the registry gave them other codes. */
export function codeDivergence({ issue, version, was, state }: VersionDiff): Problem[] {
  const rows = state.filter((c) => c.file === 'comparison.csv' && c.column === '指标');
  const codes = state.filter((c) => c.file === REGISTRY && c.column === '方向').map((c) => c.indicator);
  return [...was.values()]
    .filter((c) => c.column === '方向')
    .flatMap((c, i) => {
      if (c.indicator === codes[i]) return [];
      const words = { issue, version, name: rows[i]?.text ?? '' };
      return [problem('version/code', { file: FILE, column: '编码' }, c.indicator, words)];
    });
}
