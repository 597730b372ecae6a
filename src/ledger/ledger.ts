import { csvFormatRows } from 'd3-dsv';
import type { Release } from '../domain/version.ts';
import { dayIn } from './corrections.ts';
import { problem, type Place, type Problem } from '../ingest/problem/problem.ts';
import { sheet, type Entry } from '../ingest/table/sheet.ts';

const LEDGER_COLUMNS = ['期号', '版本', '封存格式', '发布日期', 'sha256', '链'] as const;
type LedgerColumn = (typeof LEDGER_COLUMNS)[number];

/** Number of the layout in which versions are sealed now; every earlier one is read for good. */
export const FORMAT = 4;

/** Layouts from which on no line may ever go: those of earlier ones were written while no site was public. */
const KEPT_FROM = 4;

/** SHA-256 of bytes or of UTF-8 text, hexadecimal: handed in, since what a browser has of it is asynchronous. */
export type Digest = (content: string | Uint8Array) => string;

export interface LocatedRelease {
  readonly release: Release;
  /** Digest of this line and of all before it. */
  readonly chain: string;
  readonly at: Place;
}

export const LEDGER = 'data/published.csv';

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
    const release = releaseOf(entry);
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

function releaseOf(entry: Entry<LedgerColumn>): Release | undefined {
  const date = dayIn(entry.text('发布日期'));
  const [issue, version, format] = (['期号', '版本', '封存格式'] as const).map((name) => Number(entry.text(name))) as [
    number,
    number,
    number,
  ];
  const numbered = [issue, version, format].every((n) => Number.isInteger(n) && n > 0);
  return date !== undefined && numbered && format <= FORMAT
    ? { issue, version, format, date, sha256: entry.text('sha256') }
    : undefined;
}

const fieldsOf = ({ issue, version, format, date, sha256 }: Release): string[] => [
  String(issue),
  String(version),
  String(format),
  date,
  sha256,
];

const chained = (before: string | undefined, release: Release, digest: Digest): string =>
  digest([before ?? '', ...fieldsOf(release)].join('\n'));

/** The ledger of these releases, each line chained to the one before. */
export function ledgerText(releases: readonly Release[], digest: Digest): string {
  let chain: string | undefined;
  const rows = releases.map((release) => [...fieldsOf(release), (chain = chained(chain, release, digest))]);
  return `${csvFormatRows([[...LEDGER_COLUMNS], ...rows])}\n`;
}

const LINE = /^([1-9]\d{0,5}),([1-9]\d*),([1-9]\d*),(\d{4}-\d{2}-\d{2}),([0-9a-f]{64}),[0-9a-f]{64}$/;

/** A line of the ledger as this program writes it; undefined for any other, the heading and those of earlier forms too. */
export function releaseIn(line: string): Release | undefined {
  const [, issue, version, format, date, sha256] = LINE.exec(line.trim()) ?? [];
  if (sha256 === undefined) return undefined;
  return { issue: Number(issue), version: Number(version), format: Number(format), date: date!, sha256 };
}

/** Every line of a ledger by itself, whatever stands between them. */
export const releasesIn = (text: string): Release[] => text.split('\n').flatMap((line) => releaseIn(line) ?? []);

/** A line that a commit has added to the ledger. */
export interface Recorded {
  readonly release: Release;
  /** Its short name. */
  readonly commit: string;
}

/** Lines that were once in the ledger and are no more, or say something else. Their chain may be made anew. */
export function removedLines(recorded: readonly Recorded[], ledger: string): Problem[] {
  const there = new Set(releasesIn(ledger).map(lineKey));
  return recorded
    .filter(({ release }) => release.format >= KEPT_FROM && !there.has(lineKey(release)))
    .map(({ release: { issue, version, date }, commit }) =>
      problem('ledger/removed', { file: LEDGER }, commit, { issue, version, date }),
    );
}

export const lineKey = (release: Release): string => fieldsOf(release).join(',');
