import type { Edition } from '../domain/version.ts';
import type { SourceFile } from './assemble.ts';
import { readBulletin, type Read } from './bulletin.ts';
import { lookup } from './cell.ts';
import type { LocatedCorrection } from './correction-file.ts';
import { divergence } from './divergence.ts';
import { recordPath, type Digest, type LocatedRelease } from './ledger.ts';
import { problem, type Problem } from './problem.ts';
import type { Registry } from './registry.ts';
import { filesOf, meant, record, stateOf, undone, WHOLE_ROW, type State, type Table } from './state.ts';

/** A bulletin as its files stand, with all that was ever recorded of it. */
export interface Recorded {
  readonly bulletin: Read;
  readonly text: SourceFile;
  readonly tables: readonly Table[];
  /** In the order of the log. */
  readonly corrections: readonly LocatedCorrection[];
  readonly releases: readonly LocatedRelease[];
  /** Text of a released version's record; undefined where there is none. */
  readonly kept: (path: string) => string | undefined;
}

export interface History {
  /** Newest first; the first is the bulletin as its files stand. */
  readonly editions: readonly Edition<Read>[];
  /** What a release would keep. */
  readonly record: string;
  readonly problems: readonly Problem[];
}

/**
 * Undoes the corrections newest first and finds in the states so gained every version of the ledger. A released version
 * that is none of them was changed without an entry, which is told at the cell.
 */
export function history(of: Recorded, registry: Registry, digest: Digest): History {
  const { bulletin, corrections, releases } = of;
  const log = corrections.map((c) => c.correction);
  const { states, problems } = walk(of, registry);
  const text = (i: number): string => record(states[i]!, log.slice(0, i));
  const now = corrections.length;
  const only = (found: Problem[]): History => ({ editions: [{ bulletin, corrections: log }], record: record(stateOf(of.tables, bulletin, registry), log), problems: found });
  const lost = releases.filter(({ release }) => { const kept = of.kept(recordPath(release)); return kept === undefined || digest(kept) !== release.sha256; });
  if (lost.length > 0) return only(lost.map(({ release }) => problem('ledger/record', { file: recordPath(release) }, null, { ...release })));
  if (problems.length > 0) return only(problems);

  const found: number[] = [];
  for (const { release } of [...releases].reverse()) {
    const from = found[0] ?? now;
    const at = Array.from({ length: from + 1 }, (_, i) => from - i).find((i) => digest(text(i)) === release.sha256);
    if (at === undefined) return only(divergence(release, of.kept(recordPath(release))!, states, corrections, bulletin));
    found.unshift(at);
  }
  const versions = [...found.map((i, v) => ({ i, version: v + 1, released: releases[v]!.release.date })), ...(found.at(-1) === now ? [] : [{ i: now, version: found.length + 1, released: null }])];
  const unreadable: Problem[] = [];
  const editions = versions.map(({ i, version, released }, v): Edition<Read> => {
    const then = i === now ? bulletin : earlier(of, states[i]!, corrections[i]!, version, registry, unreadable);
    return { bulletin: { ...then, version, released }, corrections: log.slice(v === 0 ? 0 : versions[v - 1]!.i, i) };
  });
  return { editions: editions.reverse(), record: text(now), problems: unreadable };
}

/** The states before each correction, oldest first, the present one last. */
function walk({ bulletin, tables, corrections }: Recorded, registry: Registry): { states: State[]; problems: Problem[] } {
  const same = (a: string, b: string): boolean => lookup(a) === lookup(b) || (registry.find(a) !== undefined && registry.find(a) === registry.find(b));
  const states = [stateOf(tables, bulletin, registry)];
  for (const [i, { correction, at }] of [...corrections.entries()].reverse()) {
    const state = states[0]!;
    const cells = meant(state, correction, same);
    const words = { issue: correction.issue, column: correction.column, count: cells.length };
    const [cell] = cells;
    if (!cell) return { states, problems: [problem('correction/no-cell', at(state.some((c) => c.column === '指标' && same(c.text, correction.indicator)) ? '列' : '指标'), correction.indicator, words)] };
    if (cells.length > 1) return { states, problems: [problem('correction/which', at('指标'), correction.indicator, words)] };
    if (correction.column !== WHOLE_ROW && cell.text !== correction.after) {
      const later = corrections.slice(i + 1).find((c) => meant(state, { ...c.correction, after: c.correction.before }, same)[0] === cell);
      return { states, problems: [problem('correction/after', at('新值'), correction.after, { where: later ? `后一条更正的原值` : `${cell.at.file} ${cell.at.cell ?? ''} `, now: cell.text || '空白' })] };
    }
    states.unshift(undone(state, cell, correction));
  }
  return { states, problems: [] };
}

/** A version that is not the present one, read by the same reader from its own cells. Its text is today's, so nothing is said of that. */
function earlier(of: Recorded, state: State, next: LocatedCorrection, version: number, registry: Registry, problems: Problem[]): Read {
  const read = readBulletin(of.bulletin.issue.number, of.text, filesOf(of.tables, state), registry);
  const wrong = read.problems.find((p) => p.severity === 'error' && /^(value|row\/(unit|mixed|no-|relation))/.test(p.code));
  if (wrong) problems.push(problem('correction/unreadable', next.at('原值'), wrong.found ?? next.correction.before, { version, problem: wrong.message }));
  return read.bulletin ?? of.bulletin;
}
