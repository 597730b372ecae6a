import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { SourceFile } from '../ingest/source.ts';
import { decode } from '../ingest/text/decode.ts';
import type { Registry } from '../ingest/table/registry.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { correctionFile, CORRECTIONS } from './corrections.ts';
import type { Recorded } from './history.ts';
import { ledger, LEDGER, recordPath, type Digest, type LocatedRelease } from './ledger.ts';

/** What was published before, as the ledger, its records and the log of corrections have it. */
export interface Published {
  readonly releases: readonly LocatedRelease[];
  readonly recordedOf: (issue: number) => Pick<Recorded, 'corrections' | 'releases' | 'recordAt'>;
  /** What was published or corrected and is not there, or is a draft again; records that the ledger does not know. */
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
    for (const p of decoded.problems) problems.push(p);
    return decoded.text;
  };
  const { releases, problems: broken } = ledgerIn(textOf(LEDGER), digest);
  const { corrections, problems: wrong } = correctionsIn(textOf(CORRECTIONS), registry);
  for (const p of [...broken, ...wrong]) problems.push(p);
  const records = files.filter((f) => f.path.startsWith('data/published/'));
  const released = Map.groupBy(releases, (r) => r.release.issue);
  const corrected = Map.groupBy(corrections, (c) => c.correction.issue);
  const bytes = new Map(records.map((f) => [f.path, f.bytes]));
  return {
    releases,
    recordedOf: (issue) => ({
      corrections: corrected.get(issue) ?? [],
      releases: released.get(issue) ?? [],
      recordAt: (path) => textIn(bytes.get(path)),
    }),
    strays: (bulletins, numbers) => [
      ...withdrawn(released, bulletins, numbers),
      ...(broken.some((p) => p.code === 'ledger/broken') ? [] : unknownRecords(records, releases)),
      ...corrections
        .filter((c) => !numbers.has(c.correction.issue))
        .map((c) => problem('correction/issue', c.at('期号'), String(c.correction.issue))),
    ],
  };
}

const ledgerIn = (text: string | undefined, digest: Digest): ReturnType<typeof ledger> =>
  text === undefined ? { releases: [], problems: [] } : ledger(text, digest);

const correctionsIn = (text: string | undefined, registry: Registry): ReturnType<typeof correctionFile> =>
  text === undefined ? { corrections: [], problems: [] } : correctionFile(CORRECTIONS, text, registry);

/** Some systems put CR before LF when files are checked out. */
const textIn = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes).replace(/\r\n/g, '\n');

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

const unknownRecords = (records: readonly SourceFile[], releases: readonly LocatedRelease[]): Problem[] => {
  const known = new Set(releases.map((r) => recordPath(r.release)));
  return records.filter(({ path }) => !known.has(path)).map(({ path }) => problem('ledger/stray', { file: path }));
};
