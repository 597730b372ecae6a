import { parseBulletin } from '../ingest/bulletin.ts';
import type { Edition, Release } from '../domain/version.ts';
import type { SourceFile, Table } from '../ingest/source.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import { reconcileBulletin, type ReconciledBulletin } from '../reconcile/bulletin.ts';
import { withRegistry, filesOf, versionRecord, stateOf, type State } from './cells.ts';
import type { LocatedCorrection } from './corrections.ts';
import { divergence } from './divergence.ts';
import { recordPath, type Digest, type LocatedRelease } from './ledger.ts';
import { undoCorrections } from './undo.ts';
import type { Same } from './version-diff.ts';

/** A bulletin as its files stand, with all that was ever recorded of it. */
export interface Recorded {
  readonly bulletin: ReconciledBulletin;
  readonly text: SourceFile;
  readonly tables: readonly Table[];
  /** In the order of the log. */
  readonly corrections: readonly LocatedCorrection[];
  readonly releases: readonly LocatedRelease[];
  /** Text of a released version's record; undefined where there is none. */
  readonly recordAt: (path: string) => string | undefined;
}

export interface History {
  /** Newest first; the first is the bulletin as its files stand. */
  readonly editions: readonly Edition<ReconciledBulletin>[];
  /** What a release would record. */
  readonly record: string;
  readonly problems: readonly Problem[];
}

/**
 * Undoes the corrections newest first and finds in the states so gained every version of the ledger. A released version
 * that is none of them was changed without an entry, which is reported at the cell.
 */
export function history(recorded: Recorded, registry: Registry, digest: Digest): History {
  const { bulletin, tables, corrections, recordAt } = recorded;
  const log = corrections.map((c) => c.correction);
  const asItStands = (problems: readonly Problem[]): History => ({
    editions: [{ bulletin, corrections: log }],
    record: versionRecord(withRegistry(stateOf(tables), registry), log),
    problems,
  });
  const lost = lostRecords(recorded, digest);
  if (lost.length > 0) return asItStands(lost);
  const same = sameIndicator(registry);
  const { states, problems } = undoCorrections(tables, corrections, same);
  if (problems.length > 0) return asItStands(problems);
  const completed = states.map((s) => withRegistry(s, registry));
  const records = completed.map((s, i) => versionRecord(s, log.slice(0, i)));
  const { found, unfound } = findReleases(recorded.releases, records.map(digest));
  if (unfound) return asItStands(divergence(unfound, recordAt(recordPath(unfound))!, completed, corrections, same));
  return { ...readEditions(recorded, states, found, registry), record: records.at(-1)! };
}

/** Whether two names are one, or both of one indicator. */
const sameIndicator =
  ({ find }: Registry): Same =>
  (a, b) =>
    lookup(a) === lookup(b) || (find(a) !== undefined && find(a) === find(b));

/** Records that are gone or were changed. */
const lostRecords = ({ releases, recordAt }: Recorded, digest: Digest): Problem[] =>
  releases
    .map(({ release }) => release)
    .filter((release) => {
      const text = recordAt(recordPath(release));
      return text === undefined || digest(text) !== release.sha256;
    })
    .map((release) => problem('ledger/record', { file: recordPath(release) }, null, { ...release }));

/**
 * Which state each release is, the newest release being the latest state that fits, and each older one not later than the
 * one after it; or the release that is none.
 */
function findReleases(
  releases: readonly LocatedRelease[],
  digests: readonly string[],
): { found: readonly number[]; unfound?: Release } {
  const found: number[] = [];
  for (const { release } of releases.toReversed()) {
    const at = digests.lastIndexOf(release.sha256, found[0] ?? digests.length - 1);
    if (at < 0) return { found, unfound: release };
    found.unshift(at);
  }
  return { found };
}

/** The versions newest first: those of the ledger, then what was corrected since. */
function readEditions(
  recorded: Recorded,
  states: readonly State[],
  found: readonly number[],
  registry: Registry,
): Pick<History, 'editions' | 'problems'> {
  const { bulletin, corrections, releases } = recorded;
  const now = corrections.length;
  const places = found.at(-1) === now ? found : [...found, now];
  const problems: Problem[] = [];
  const editions = places.map((place, i): Edition<ReconciledBulletin> => {
    const version = i + 1;
    const read = place === now ? { bulletin } : readState(recorded, states[place]!, registry);
    if (read.wrong) problems.push(unreadable(read.wrong, corrections[place]!, version));
    return {
      bulletin: { ...read.bulletin, version, released: releases[i]?.release.date ?? null },
      corrections: corrections.slice(places[i - 1] ?? 0, place).map((c) => c.correction),
    };
  });
  return { editions: editions.reverse(), problems };
}

interface ReadState {
  readonly bulletin: ReconciledBulletin;
  /** What of it can no longer be read. */
  readonly wrong?: Problem | undefined;
}

/** Problems of a cell. An earlier version's text is today's, so nothing is said of that. */
const OF_A_CELL = /^(value|row\/(unit|no-|relation))/;

/** An earlier version, read by the same reader from its own cells. */
function readState({ bulletin, text, tables }: Recorded, state: State, registry: Registry): ReadState {
  const parsed = parseBulletin(bulletin.issue.number, text, filesOf(tables, state), registry);
  const read = reconcileBulletin(parsed, registry);
  return {
    bulletin: read.bulletin ?? bulletin,
    wrong: read.problems.find((p) => p.severity === 'error' && OF_A_CELL.test(p.code)),
  };
}

/** Told at the correction that undone gives such a cell. */
const unreadable = (wrong: Problem, { correction, at }: LocatedCorrection, version: number): Problem =>
  problem('correction/unreadable', at('原值'), wrong.found ?? correction.before, { version, problem: wrong.message });
