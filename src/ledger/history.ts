import type { SourceFile, Table } from '../ingest/source.ts';
import { csvFormatRow } from 'd3-dsv';
import { WHOLE_ROW } from '../domain/correction.ts';
import type { Edition } from '../domain/version.ts';
import { readBulletin, type Read } from '../reconcile/bulletin.ts';
import { lookup } from '../ingest/text/letters.ts';
import type { LocatedCorrection } from './corrections.ts';
import { divergence } from './divergence.ts';
import { recordPath, type Digest, type LocatedRelease } from './ledger.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { complete, filesOf, meant, record, stateOf, undone, type State, type StateCell } from './cells.ts';

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
  const same = (a: string, b: string): boolean =>
    lookup(a) === lookup(b) || (registry.find(a) !== undefined && registry.find(a) === registry.find(b));
  const { states, problems } = walk(of, same);
  const text = (i: number): string => record(complete(states[i]!, registry), log.slice(0, i));
  const now = corrections.length;
  const only = (found: Problem[]): History => ({
    editions: [{ bulletin, corrections: log }],
    record: record(complete(stateOf(of.tables), registry), log),
    problems: found,
  });
  const lost = releases.filter(({ release }) => {
    const kept = of.kept(recordPath(release));
    return kept === undefined || digest(kept) !== release.sha256;
  });
  if (lost.length > 0)
    return only(
      lost.map(({ release }) => problem('ledger/record', { file: recordPath(release) }, null, { ...release })),
    );
  if (problems.length > 0) return only(problems);

  const found: number[] = [];
  for (const { release } of [...releases].reverse()) {
    const from = found[0] ?? now;
    const at = Array.from({ length: from + 1 }, (_, i) => from - i).find((i) => digest(text(i)) === release.sha256);
    if (at === undefined)
      return only(
        divergence(
          release,
          of.kept(recordPath(release))!,
          states.map((s) => complete(s, registry)),
          corrections,
          same,
        ),
      );
    found.unshift(at);
  }
  const versions = [
    ...found.map((i, v) => ({ i, version: v + 1, released: releases[v]!.release.date })),
    ...(found.at(-1) === now ? [] : [{ i: now, version: found.length + 1, released: null }]),
  ];
  const unreadable: Problem[] = [];
  const editions = versions.map(({ i, version, released }, v): Edition<Read> => {
    const then = i === now ? bulletin : earlier(of, states[i]!, corrections[i]!, version, registry, unreadable);
    return { bulletin: { ...then, version, released }, corrections: log.slice(v === 0 ? 0 : versions[v - 1]!.i, i) };
  });
  return { editions: editions.reverse(), record: text(now), problems: unreadable };
}

/** The states before each correction, oldest first, the present one last. */
function walk(
  { tables, corrections }: Recorded,
  same: (a: string, b: string) => boolean,
): { states: State[]; problems: Problem[] } {
  const states = [stateOf(tables)];
  const undoings: StateCell[] = [];
  const problems: Problem[] = [];
  for (const { correction, at } of corrections.toReversed()) {
    const state = states[0]!;
    const cells = meant(state, correction, same);
    const words = { issue: correction.issue, column: correction.column, count: cells.length };
    const [cell] = cells;
    if (!cell)
      return {
        states,
        problems: [
          ...problems,
          problem(
            'correction/no-cell',
            at(state.some((c) => c.column === '指标' && same(c.text, correction.indicator)) ? '列' : '指标'),
            correction.indicator,
            words,
          ),
        ],
      };
    if (cells.length > 1)
      return { states, problems: [...problems, problem('correction/which', at('指标'), correction.indicator, words)] };
    if (correction.column !== WHOLE_ROW && cell.text !== correction.after) {
      const later = undoings.some((c) => c.file === cell.file && c.row === cell.row && c.column === cell.column);
      const { issue, indicator, column, place, after } = correction;
      const line = csvFormatRow([
        '日期',
        String(issue),
        indicator,
        column,
        after || '空白',
        cell.text || '空白',
        '更正',
        '原因',
        '批准人',
        ...(place === null ? [] : [place]),
      ]);
      problems.push(
        problem('correction/after', at('新值'), after || '空白', {
          where: later ? '后一条更正的原值' : `${cell.at.file} ${cell.at.cell ?? ''} `,
          now: cell.text || '空白',
          then: later ? '中间还改过的，每改一次记一行，按先后排列' : `后来又改过的，在最后加一行：${line}`,
        }),
      );
    }
    undoings.push(cell);
    states.unshift(undone(state, cell, correction));
  }
  return { states, problems };
}

/** A version that is not the present one, read by the same reader from its own cells. Its text is today's, so nothing is said of that. */
function earlier(
  of: Recorded,
  state: State,
  next: LocatedCorrection,
  version: number,
  registry: Registry,
  problems: Problem[],
): Read {
  const read = readBulletin(of.bulletin.issue.number, of.text, filesOf(of.tables, state), registry);
  const wrong = read.problems.find(
    (p) => p.severity === 'error' && /^(value|row\/(unit|mixed|no-|relation))/.test(p.code),
  );
  if (wrong)
    problems.push(
      problem('correction/unreadable', next.at('原值'), wrong.found ?? next.correction.before, {
        version,
        problem: wrong.message,
      }),
    );
  return read.bulletin ?? of.bulletin;
}
