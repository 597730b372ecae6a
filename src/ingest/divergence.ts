import { csvFormatRow, csvParseRows } from 'd3-dsv';
import type { Bulletin } from '../domain/issue.ts';
import type { Release } from '../domain/version.ts';
import { lookup } from './cell.ts';
import type { LocatedCorrection } from './correction-file.ts';
import { problem, type Problem } from './problem.ts';
import { named, record, WHOLE_ROW, type State } from './state.ts';

type Named = ReturnType<typeof named>[number];

const keyOf = (file: string, indicator: string, nth: string | number, column: string): string => [file, lookup(indicator), nth, column].join('|');

/** Where the files, their corrections undone, are not what a released version recorded: at the cell, with what was published. */
export function divergence(release: Release, kept: string, states: readonly State[], corrections: readonly LocatedCorrection[], { issue }: Bulletin): Problem[] {
  const rows = csvParseRows(kept).slice(1) as [file: string, indicator: string, nth: string, column: string, text: string][];
  const log = rows.filter(([file]) => file === 'corrections.csv').map((row) => row.join('|'));
  const known = csvParseRows(record([], corrections.map((c) => c.correction))).slice(1).map((row) => row.join('|'));
  const changed = log.findIndex((line, i) => line !== known[i]);
  const words = { issue: release.issue, version: release.version };
  if (changed >= 0) return [problem('correction/logged', corrections[changed]?.at('日期') ?? { file: 'data/corrections.csv' }, null, words)];

  const state = named(states[log.length]!);
  const was = new Map(rows.filter(([file]) => file !== 'corrections.csv').map(([file, indicator, nth, column, text]) => [keyOf(file, indicator, nth, column), { file, indicator, nth, column, text }]));
  const is = new Map(state.map((c) => [keyOf(c.file, c.indicator, c.nth, c.column), c]));
  const later = corrections.slice(log.length);
  const line = (c: Named, column: string, before: string, after: string): string =>
    csvFormatRow(['日期', String(issue.number), c.indicator, column, before, after, '更正', '原因', '批准人', ...(state.some((o) => o.file === c.file && o.indicator === c.indicator && o.nth !== c.nth) ? [c.place] : [])]);

  const problems: Problem[] = [];
  for (const [key, { file, indicator, column, text }] of was) {
    const cell = is.get(key);
    if (!cell && file === 'indicators.csv') continue;
    if (!cell) problems.push(problem('version/row-gone', { file: `data/issues/${issue.number}/${file}` }, indicator, { ...words, column, was: text }));
    else if (cell.text !== text) problems.push(changedCell(cell, text, later, words, line(cell, column, text, cell.text)));
  }
  for (const [key, cell] of is) {
    if (cell.text === '' || was.has(key) || cell.column === '序号' || cell.file === 'indicators.csv') continue;
    const rowKnown = was.has(keyOf(cell.file, cell.indicator, cell.nth, '指标'));
    if (rowKnown) problems.push(changedCell(cell, '', later, words, line(cell, cell.column, '空白', cell.text)));
    else if (cell.column === '指标') problems.push(problem('version/row-new', cell.at, cell.text, { ...words, line: line(cell, WHOLE_ROW, '无', '新增') }));
  }
  if (problems.length > 0) return gathered(problems);
  const moved = [...is.values()].filter((c) => c.text !== '' && was.has(keyOf(c.file, c.indicator, c.nth, c.column))).find((c, i) => keyOf(c.file, c.indicator, c.nth, c.column) !== [...was.keys()][i]);
  return [problem('version/order', moved?.at ?? { file: `data/issues/${issue.number}/comparison.csv` }, moved?.indicator ?? null, words)];
}

function changedCell(cell: Named, was: string, later: readonly LocatedCorrection[], words: { issue: number; version: number }, line: string): Problem {
  if (cell.file === 'indicators.csv') return problem('version/direction', cell.at, cell.text, { ...words, name: cell.indicator, was });
  const entry = later.find(({ correction: c }) => lookup(c.column) === lookup(cell.column) && lookup(c.indicator) === lookup(cell.indicator) && c.before === cell.text);
  if (entry) return problem('correction/before', entry.at('原值'), entry.correction.before, { ...words, was: was || '空白' });
  return problem('version/changed', cell.at, cell.text || '空白', { ...words, was: was || '空白', line });
}

/** A row that is gone is told once, not once a cell. */
function gathered(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((p) => {
    if (p.code !== 'version/row-gone') return true;
    const key = `${p.file}|${p.found}`;
    return !seen.has(key) && seen.add(key);
  });
}
