import type { SourceFile } from '../ingest/source.ts';
import type { Read } from '../reconcile/bulletin.ts';
import { correctionFile, type LocatedCorrection } from './corrections.ts';
import { decode } from '../ingest/text/decode.ts';
import type { Recorded } from './history.ts';
import { ledger, LEDGER, recordPath, type Digest, type LocatedRelease } from './ledger.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import type { Registry } from '../ingest/table/registry.ts';

/** What was published before, as the ledger, its records and the log of corrections have it. */
export interface Published {
  readonly releases: readonly LocatedRelease[];
  readonly of: (issue: number) => Pick<Recorded, 'corrections' | 'releases' | 'kept'>;
  /** What was published or corrected and is not there, or is a draft again; records that the ledger does not know. */
  readonly astray: (bulletins: readonly Read[], numbers: ReadonlySet<number>) => Problem[];
}

const CORRECTIONS = 'data/corrections.csv';

export function published(
  files: readonly SourceFile[],
  registry: Registry,
  digest: Digest,
  problems: Problem[],
): Published {
  const text = (path: string): string | undefined => {
    const file = files.find((f) => f.path === path);
    if (!file) return undefined;
    const decoded = decode(path, file.bytes);
    for (const p of decoded.problems) problems.push(p);
    return decoded.text;
  };
  const take = <T>(
    source: string | undefined,
    none: T,
    read: (text: string) => T & { problems: readonly Problem[] },
  ): T => {
    if (source === undefined) return none;
    const made = read(source);
    for (const p of made.problems) problems.push(p);
    return made;
  };
  const { releases } = take<{ releases: LocatedRelease[] }>(text(LEDGER), { releases: [] }, (t) => ledger(t, digest));
  const { corrections } = take<{ corrections: LocatedCorrection[] }>(text(CORRECTIONS), { corrections: [] }, (t) =>
    correctionFile(CORRECTIONS, t, registry),
  );
  const [released, corrected] = [
    Map.groupBy(releases, (r) => r.release.issue),
    Map.groupBy(corrections, (c) => c.correction.issue),
  ];
  const records = new Map(files.filter((f) => f.path.startsWith('data/published/')).map((f) => [f.path, f.bytes]));
  return {
    releases,
    of: (issue) => ({
      corrections: corrected.get(issue) ?? [],
      releases: released.get(issue) ?? [],
      // Some systems put CR before LF when files are checked out.
      kept: (path) => {
        const bytes = records.get(path);
        return bytes && new TextDecoder().decode(bytes).replace(/\r\n/g, '\n');
      },
    }),
    astray: (bulletins, numbers) => [
      ...[...released.keys()]
        .filter((n) => !numbers.has(n) || bulletins.some((b) => b.issue.number === n && b.issue.draft))
        .map((n) => problem('version/withdrawn', released.get(n)![0]!.at, String(n))),
      ...[...(problems.some((p) => p.code === 'ledger/broken') ? [] : records.keys())]
        .filter((path) => !releases.some((r) => recordPath(r.release) === path))
        .map((path) => problem('ledger/stray', { file: path })),
      ...corrections
        .filter((c) => !numbers.has(c.correction.issue))
        .map((c) => problem('correction/issue', c.at('期号'), String(c.correction.issue))),
    ],
  };
}
