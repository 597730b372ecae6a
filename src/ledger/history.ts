import { HEADING, PLACED, WORDS, type Correction } from '../domain/correction.ts';
import type { Release } from '../domain/version.ts';
import { parseBulletin, type ParsedBulletin } from '../ingest/bulletin.ts';
import { append, problem, type Problem } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import type { Registry } from '../ingest/table/registry.ts';
import { lookup } from '../ingest/text/letters.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import type { LocatedCorrection } from './corrections.ts';
import { EDITION, editionRecord, type EditionRecord } from './edition-record.ts';
import { unexplained, type NameKey } from './explained.ts';
import { unexplainedWords } from './explained-words.ts';
import { frontPairs } from './front-pairs.ts';
import type { Digest, LocatedRelease } from './ledger.ts';
import type { Pair } from './pair.ts';
import { lostIndicators, namePairs, registryPairs, unitPairs } from './registry-pairs.ts';
import { isSameText } from './same-text.ts';
import { areSameBytes, registryIn, sourcesIn, type Sources } from './sources.ts';
import { tablePairs } from './table-pairs.ts';
import { rowsOf } from './table-rows.ts';
import { hunksOf, passagesOf } from './text-hunks.ts';
import { isSealed, textOf, versionFolder, type VersionFiles } from './version-folder.ts';

/** A bulletin as its files stand, with all that was ever published of it. */
export interface Recorded {
  readonly bulletin: ReconciledBulletin;
  readonly parsed: ParsedBulletin;
  readonly text: SourceFile;
  readonly tables: ReadonlyMap<string, SourceFile>;
  /** In the order of the log. */
  readonly corrections: readonly LocatedCorrection[];
  readonly releases: readonly LocatedRelease[];
  readonly filesOf: (release: Release) => VersionFiles | undefined;
}

export interface History {
  /** Released versions, newest first. */
  readonly released: readonly ReleasedVersion[];
  /** The version that the files would become; null where they say what the newest released one says. */
  readonly due: { readonly version: number; readonly corrections: readonly LocatedCorrection[] } | null;
  readonly problems: readonly Problem[];
}

export interface ReleasedVersion {
  readonly release: Release;
  readonly files: VersionFiles;
  readonly record: () => EditionRecord;
}

/** The versions of a bulletin, and what its files say otherwise than the newest of them without a correction that tells it. */
export function history(recorded: Recorded, registry: Registry, digest: Digest): History {
  const { bulletin, releases, corrections } = recorded;
  const broken = releases.filter(({ release }) => !isSealed(recorded.filesOf(release), release, digest));
  if (broken.length > 0)
    return {
      released: [],
      due: null,
      problems: broken.map(({ release }) =>
        problem('ledger/record', { file: versionFolder(release) }, null, {
          issue: release.issue,
          version: release.version,
        }),
      ),
    };
  const released = releases.map(({ release }) => releasedVersion(release, recorded.filesOf(release)!)).reverse();
  const [newest] = released;
  if (!newest)
    return {
      released,
      due: { version: 1, corrections: [] },
      problems: corrections.map(({ at }) =>
        problem('correction/unpublished', at('期号'), String(bulletin.issue.number)),
      ),
    };
  const { log } = newest.record();
  const changed = log.findIndex((entry, i) => !isSameEntry(entry, corrections[i]?.correction));
  if (changed >= 0) return { released, due: null, problems: [changedEntry(newest, corrections[changed])] };
  const later = corrections.slice(log.length);
  const comparison = compared(newest, recorded, registry, later);
  const due =
    later.length > 0 || comparison.differs ? { version: newest.release.version + 1, corrections: later } : null;
  return { released, due, problems: [...early(later, bulletin), ...comparison.problems] };
}

function releasedVersion(release: Release, files: VersionFiles): ReleasedVersion {
  let record: EditionRecord | undefined;
  return { release, files, record: () => (record ??= editionRecord(textOf(files.get(EDITION)))) };
}

/** Its code is what the registry makes of it. */
const isSameEntry = (a: Correction, b: Correction | undefined): boolean =>
  b !== undefined && JSON.stringify({ ...a, code: null }) === JSON.stringify({ ...b, code: null });

const changedEntry = ({ release }: ReleasedVersion, entry: LocatedCorrection | undefined): Problem =>
  problem('correction/changed-entry', entry?.at('日期') ?? { file: 'data/corrections.csv' }, null, {
    version: release.version,
  });

const early = (entries: readonly LocatedCorrection[], { issue }: ReconciledBulletin): Problem[] =>
  entries
    .filter(({ correction }) => correction.date < issue.date)
    .map(({ correction, at }) =>
      problem('correction/early', at('日期'), correction.date, { issue: issue.number, date: issue.date }),
    );

/** Every name of an indicator is its first one. */
const nameKeyIn =
  ({ find }: Registry): NameKey =>
  (name) =>
    lookup(find(name)?.name ?? name);

interface Comparison {
  /** Whether anything that is published differs. */
  readonly differs: boolean;
  readonly problems: readonly Problem[];
}

const OF_WORDS: readonly string[] = [WORDS, HEADING, PLACED];

function compared(
  newest: ReleasedVersion,
  recorded: Recorded,
  registry: Registry,
  later: readonly LocatedCorrection[],
): Comparison {
  const { release, files } = newest;
  const { issue, version } = release;
  const record = newest.record();
  const now: Sources = { text: recorded.text, tables: recorded.tables };
  const then = sourcesIn(files, issue);
  const names = rowsOf(recorded.parsed.tables).map(({ name }) => name);
  const shared = [
    ...registryPairs(record.indicators, registry, issue),
    ...namePairs(names, record.indicators, registry),
    ...unitPairs(record.units, registry),
  ];
  const problems: Problem[] = lostIndicators(record.indicators, registry).map(({ code, name }) =>
    problem('version/code', { file: 'data/indicators.csv', column: '编码' }, code, { issue, version, name }),
  );
  const isUntouched = later.length === 0 && areSameBytes(then, now);
  const own = isUntouched ? NOTHING : differences(newest, recorded, then, later);
  append(problems, own.problems);
  const pairs = [...own.pairs, ...shared];
  const entries = later.filter(({ correction }) => !OF_WORDS.includes(correction.column));
  append(problems, unexplained({ issue, version, pairs, entries, nameKey: nameKeyIn(registry) }));
  return { differs: own.differs || pairs.some(isChanged), problems };
}

const isChanged = ({ before, after }: Pair): boolean => before === null || after === null || !isSameText(before, after);

const NOTHING = { pairs: [], problems: [], differs: false } as const;

/** What the bulletin's own files say otherwise: cells, front matter and words. */
function differences(
  { release, files }: ReleasedVersion,
  { bulletin, parsed, text }: Recorded,
  then: Sources,
  later: readonly LocatedCorrection[],
): { readonly pairs: readonly Pair[]; readonly problems: readonly Problem[]; readonly differs: boolean } {
  const { issue, version } = release;
  const before = parseBulletin(issue, then.text, then.tables, registryIn(files));
  const cells = tablePairs(before, parsed);
  const [was, is] = [before.text!.front, parsed.text!.front];
  const passages = passagesOf(was.body, before.text!.blocks);
  const hunks = hunksOf(passages, passagesOf(is.body, parsed.text!.blocks));
  const words = later.filter(({ correction }) => OF_WORDS.includes(correction.column));
  return {
    pairs: [...cells.pairs, ...frontPairs(text.path, textOf(text.bytes), was.issue!, bulletin.issue)],
    problems: [
      ...unexplainedWords({ issue, version, file: text.path, then: passages, hunks, entries: words }),
      ...(cells.moved ? [problem('version/order', cells.moved.at, cells.moved.name, { issue, version })] : []),
    ],
    differs: hunks.length > 0,
  };
}
