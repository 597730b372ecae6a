import { csvFormatRow } from 'd3-dsv';
import { WHOLE_ROW } from '../domain/correction.ts';
import type { Release } from '../domain/version.ts';
import { lookup } from '../ingest/text/letters.ts';
import type { LocatedCorrection } from './corrections.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { keptRows, keyOf, matched, type KeptCell } from './record.ts';
import { named, record, REGISTRY, says, type Named, type State } from './cells.ts';

type Same = (a: string, b: string) => boolean;

/** Where the files, their corrections undone, are not what a released version recorded: at the cell, with what was published. */
export function divergence(
  { issue, version }: Release,
  kept: string,
  states: readonly State[],
  corrections: readonly LocatedCorrection[],
  same: Same,
): Problem[] {
  const { cells, log } = keptRows(kept);
  const known = keptRows(
    record(
      [],
      corrections.map((c) => c.correction),
    ),
  ).log;
  const changed = log.findIndex((line, i) => line !== known[i]);
  const words = { issue, version };
  if (changed >= 0)
    return [
      problem('correction/logged', corrections[changed]?.at('日期') ?? { file: 'data/corrections.csv' }, null, words),
    ];

  const state = named(states[log.length]!);
  const was = matched(cells, state);
  const is = new Map(state.map((c) => [keyOf(c), c]));
  const file = (name: string): { file: string } => ({ file: `data/issues/${issue}/${name}` });
  const columns = (all: readonly { file: string; column: string }[]): Set<string> =>
    new Set(all.filter((c) => c.file !== REGISTRY).map((c) => `${c.file}|${c.column}`));
  const [before, now] = [columns([...was.values()]), columns(state)];
  const gone = [...before].filter((c) => !now.has(c) && state.some((s) => c.startsWith(`${s.file}|`)));
  const fresh = [...columns(state.filter(says))].filter((c) => !before.has(c));
  const problems = gone.map((c): Problem => {
    const [name, column] = c.split('|') as [string, string];
    const instead = fresh
      .filter((f) => f.startsWith(`${name}|`))
      .map((f) => `“${f.split('|')[1]}”`)
      .join('、');
    return problem('version/column', file(name), column, { ...words, near: instead && `，多了${instead}` });
  });

  const later = corrections.slice(log.length).map((entry) => ({ entry, ...entry.correction }));
  const tell = (cell: Named, text: string): Problem => {
    const entry = later.find(
      (c) => lookup(c.column) === lookup(cell.column) && same(c.indicator, cell.indicator) && c.before === cell.text,
    )?.entry;
    if (entry)
      return problem('correction/before', entry.at('原值'), entry.correction.before || '空白', {
        ...words,
        was: text || '空白',
      });
    return problem('version/changed', cell.at, cell.text || '空白', {
      ...words,
      was: text || '空白',
      back: text ? `改回“${text}”` : '清空这一格',
      ...line(cell, cell.column, text || '空白', cell.text || '空白', { issue, state, was, same }),
    });
  };
  const absent = new Set<string>();
  for (const [key, { text, ...c }] of was) {
    const cell = is.get(key);
    const row = keyOf({ ...c, column: '' });
    if (c.file === REGISTRY || cell?.text === text || gone.includes(`${c.file}|${c.column}`)) continue;
    const added = later.find((l) => l.column === WHOLE_ROW && same(l.indicator, c.indicator))?.entry;
    if (cell) problems.push(tell(cell, text));
    else if (!absent.has(row))
      problems.push(
        added
          ? problem('correction/before', added.at('原值'), '无', { ...words, was: text })
          : problem('version/row-gone', file(c.file), c.indicator, { ...words, column: c.column, was: text }),
      );
    absent.add(row);
  }
  for (const [key, cell] of is) {
    if (
      !says(cell) ||
      was.has(key) ||
      cell.file === REGISTRY ||
      (gone.length > 0 && fresh.includes(`${cell.file}|${cell.column}`))
    )
      continue;
    if (was.has(keyOf({ ...cell, column: '指标' }))) problems.push(tell(cell, ''));
    else if (cell.column === '指标')
      problems.push(
        problem('version/row-new', cell.at, cell.text, {
          ...words,
          ...line(cell, WHOLE_ROW, '无', '新增', { issue, state, was, same }),
        }),
      );
  }
  problems.push(...ofRegistry(was, is, words));
  if (problems.length > 0) return problems;
  const order = [...was.keys()];
  const moved = [...is.values()].filter(says).find((c, i) => keyOf(c) !== order[i]);
  if (moved?.file === REGISTRY) return codes([...was.values()], state, words);
  return [problem('version/order', moved?.at ?? file('comparison.csv'), moved?.indicator ?? null, words)];
}

/** What the registry now makes of the published rows. A name or unit that is not recorded was the row's own. */
function ofRegistry(
  was: ReadonlyMap<string, KeptCell>,
  is: ReadonlyMap<string, Named>,
  words: { issue: number; version: number },
): Problem[] {
  // A row that was itself renamed is told at its own cell.
  const names = (all: Iterable<KeptCell | Named>): Set<string> =>
    new Set([...all].flatMap((c) => (c.column === '指标' ? [c.text] : c.column === '方向' ? [c.indicator] : [])));
  const [before, after] = [names(was.values()), names(is.values())];
  const keys = new Set(
    [...was, ...is].flatMap(([key, c]) =>
      c.file === REGISTRY && before.has(c.indicator) && after.has(c.indicator) ? [key] : [],
    ),
  );
  return [...keys].flatMap((key) => {
    const [then, now] = [was.get(key), is.get(key)];
    const { indicator: name, column } = (now ?? then)!;
    const at = { file: `data/${REGISTRY}`, column };
    if (then?.text === now?.text) return [];
    if (column === '名称')
      return [problem('version/name', at, now?.text ?? name, { ...words, was: then?.text ?? name })];
    return then && now ? [problem('version/direction', at, now.text, { ...words, name, column, was: then.text })] : [];
  });
}

/** Rows and names are as published, so the registry gave them other codes. */
function codes(
  was: readonly KeptCell[],
  state: readonly Named[],
  words: { issue: number; version: number },
): Problem[] {
  const rows = state.filter((c) => c.file === 'comparison.csv' && c.column === '指标');
  const now = state.filter((c) => c.file === REGISTRY && c.column === '方向');
  return was
    .filter((c) => c.column === '方向')
    .flatMap((c, i) =>
      c.indicator === now[i]?.indicator
        ? []
        : [
            problem('version/code', { file: `data/${REGISTRY}`, column: '编码' }, c.indicator, {
              ...words,
              name: rows[i]?.text ?? '',
            }),
          ],
    );
}

/**
 * The line to add to the log. Lines are added in the order of the cells, so those of cells before a changed name or
 * place say the old one.
 */
function line(
  cell: Named,
  column: string,
  before: string,
  after: string,
  {
    issue,
    state,
    was,
    same,
  }: { issue: number; state: readonly Named[]; was: ReadonlyMap<string, KeptCell>; same: Same },
): { line: string; first: string } {
  const row = state.filter((c) => c.file === cell.file && c.row === cell.row);
  const index = (name: string): number => row.findIndex((c) => c.column === name);
  const then = (name: string, now: string): string =>
    index(cell.column) < index(name) ? (was.get(keyOf({ ...cell, column: name }))?.text ?? now) : now;
  const name = then('指标', cell.indicator);
  const several = state.some(
    (o) =>
      o.file !== REGISTRY &&
      (o.file !== cell.file || o.row !== cell.row) &&
      (same(o.indicator, name) || same(o.indicator, cell.indicator)),
  );
  return {
    line: csvFormatRow([
      '日期',
      String(issue),
      name,
      column,
      before,
      after,
      '更正',
      '原因',
      '批准人',
      ...(several ? [then('出处', cell.place)] : []),
    ]),
    first: several ? '（表头没有“出处”一列的，先在最后加上）' : '',
  };
}
