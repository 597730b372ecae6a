import type { Release } from '../domain/version.ts';
import { append, problem, type Problem } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import { decode } from '../ingest/text/decode.ts';
import type { Registry } from '../ingest/table/registry.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { correctionFile, CORRECTIONS } from './corrections.ts';
import type { Recorded } from './history.ts';
import { ledger, LEDGER, type Digest, type LocatedRelease } from './ledger.ts';
import { versionFolder, versionFolders, type VersionFiles } from './version-folder.ts';

/** What was published before, as the ledger, its folders and the log of corrections have it. */
export interface Published {
  /** False where the ledger cannot be read: then nothing is concluded of what was published. */
  readonly known: boolean;
  readonly releases: readonly LocatedRelease[];
  readonly recordedOf: (issue: number) => Pick<Recorded, 'corrections' | 'releases' | 'filesOf'>;
  /** What was published or corrected and is not there, or is a draft again; folders that the ledger does not know. */
  readonly strays: (bulletins: readonly ReconciledBulletin[], numbers: ReadonlySet<number>) => Problem[];
}

export function published(
  files: readonly SourceFile[],
  registry: Registry,
  digest: Digest,
  problems: Problem[],
): Published {
  const textOf = (path: string): string | undefined => {
    const file = files.find((f) => f.path === path);
    if (!file) return undefined;
    const decoded = decode(path, file.bytes);
    append(problems, decoded.problems);
    return decoded.text;
  };
  const text = textOf(LEDGER);
  conflictTold(problems);
  const { releases, problems: broken } = text === undefined ? NO_LEDGER : ledger(text, digest);
  const log = textOf(CORRECTIONS);
  const { corrections, problems: wrong } = log === undefined ? NO_LOG : correctionFile(CORRECTIONS, log, registry);
  append(problems, broken);
  append(problems, wrong);
  const folders = versionFolders(files);
  const released = Map.groupBy(releases, (r) => r.release.issue);
  const corrected = Map.groupBy(corrections, (c) => c.correction.issue);
  const known = broken.length === 0 && (text !== undefined || !files.some((f) => f.path === LEDGER));
  return {
    known,
    releases,
    recordedOf: (issue) => ({
      corrections: corrected.get(issue) ?? [],
      releases: released.get(issue) ?? [],
      filesOf: (release) => folders.get(versionFolder(release)),
    }),
    strays: (bulletins, numbers) => [
      ...withdrawn(released, bulletins, numbers),
      ...(known
        ? unknownFolders(
            folders,
            releases.map((r) => r.release),
          )
        : []),
      ...corrections
        .filter((c) => !numbers.has(c.correction.issue))
        .map((c) => problem('correction/issue', c.at('期号'), String(c.correction.issue))),
    ],
  };
}

/** Marks of a merge in the ledger are no matter for an editor. */
function conflictTold(problems: Problem[]): void {
  const at = problems.findIndex(({ code, file }) => code === 'file/conflict-mark' && file === LEDGER);
  if (at < 0) return;
  const { line, found } = problems[at]!;
  problems[at] = problem('ledger/conflict', { file: LEDGER, line: line ?? undefined }, found);
}

const NO_LEDGER = { releases: [], problems: [] } as const;
const NO_LOG = { corrections: [], problems: [] } as const;

const withdrawn = (
  released: ReadonlyMap<number, readonly LocatedRelease[]>,
  bulletins: readonly ReconciledBulletin[],
  numbers: ReadonlySet<number>,
): Problem[] => {
  const drafts = new Set(bulletins.filter((b) => b.issue.draft).map((b) => b.issue.number));
  return [...released]
    .filter(([issue]) => !numbers.has(issue) || drafts.has(issue))
    .map(([issue, [first]]) => problem('version/withdrawn', first!.at, String(issue)));
};

function unknownFolders(folders: ReadonlyMap<string, VersionFiles>, releases: readonly Release[]): Problem[] {
  const known = new Set(releases.map(versionFolder));
  return [...folders.keys()].filter((folder) => !known.has(folder)).map((file) => problem('ledger/stray', { file }));
}
