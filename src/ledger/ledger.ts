import { csvFormatRows } from 'd3-dsv';
import type { Release } from '../domain/version.ts';
import { dayIn } from './corrections.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import { sheet, type Entry } from '../ingest/table/sheet.ts';

const LEDGER_COLUMNS = ['期号', '版本', '发布日期', 'sha256', '链'] as const;
type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** SHA-256 of UTF-8 text, hexadecimal: handed in, since what a browser has of it is asynchronous. */
export type Digest = (text: string) => string;

export interface LocatedRelease {
  readonly release: Release;
  /** Digest of this line and of all before it. */
  readonly chain: string;
  readonly at: Place;
}

export const LEDGER = 'data/published.csv';

/** Where a released version is kept cell by cell. */
export const recordPath = ({ issue, version }: Pick<Release, 'issue' | 'version'>): string =>
  `data/published/${issue}-v${version}.csv`;

/** `data/published.csv`: what was released when. Written by `npm run release` alone, so any other state of it is an error. */
export function ledger(text: string, digest: Digest): { releases: LocatedRelease[]; problems: Problem[] } {
  const { sheet: read, problems } = sheet<LedgerColumn>(LEDGER, text, {
    fields: LEDGER_COLUMNS.map((name) => ({ name, required: true })),
  });
  // A digest may hold what looks like the number of a person.
  const found = problems.filter((p) => p.code !== 'csv/no-rows' && !p.code.startsWith('privacy/'));
  const releases: LocatedRelease[] = [];
  const latest = new Map<number, number>();
  for (const entry of read?.entries ?? []) {
    const release = releaseIn(entry);
    const due = (latest.get(release?.issue ?? 0) ?? 0) + 1;
    const chain = release && chained(releases.at(-1)?.chain, release, digest);
    if (!release || release.version !== due || entry.text('链') !== chain) {
      found.push(problem('ledger/broken', entry.at, entry.text('期号')));
      // After a broken line nothing is known of those that follow.
      break;
    }
    latest.set(release.issue, due);
    releases.push({ release, chain, at: entry.at });
  }
  return { releases, problems: found };
}

function releaseIn(entry: Entry<LedgerColumn>): Release | undefined {
  const date = dayIn(entry.text('发布日期'));
  const [issue, version] = [entry.text('期号'), entry.text('版本')].map(Number) as [number, number];
  return date !== undefined && Number.isInteger(issue) && Number.isInteger(version)
    ? { issue, version, date, sha256: entry.text('sha256') }
    : undefined;
}

const chained = (before: string | undefined, { issue, version, date, sha256 }: Release, digest: Digest): string =>
  digest([before ?? '', issue, version, date, sha256].join('\n'));

/** The ledger with a further line. */
export function append(releases: readonly LocatedRelease[], release: Release, digest: Digest): string {
  const row = ({ issue, version, date, sha256 }: Release, chain: string): string[] => [
    String(issue),
    String(version),
    date,
    sha256,
    chain,
  ];
  const rows = [
    ...releases.map((r) => row(r.release, r.chain)),
    row(release, chained(releases.at(-1)?.chain, release, digest)),
  ];
  return `${csvFormatRows([[...LEDGER_COLUMNS], ...rows])}\n`;
}
