import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRoot, readRoot, sha256, type RootFiles } from '../catalog.ts';
import type { Assembled } from '../check/assemble.ts';
import { rosterOf } from '../check/roster.ts';
import { memo } from '../domain/memo.ts';
import type { Release } from '../domain/version.ts';
import { tidy } from '../exports/dataset/csv.ts';
import { issueJson } from '../exports/dataset/record.ts';
import { problem, type Problem } from '../ingest/problem/problem.ts';
import { decode } from '../ingest/text/decode.ts';
import { dayIn } from '../ledger/corrections.ts';
import { EDITION, editionRecord } from '../ledger/edition-record.ts';
import { FORMAT, LEDGER, ledgerText } from '../ledger/ledger.ts';
import { areSameBytes, REGISTRY, sourcesIn, UNITS, type Sources } from '../ledger/sources.ts';
import { versionFiles } from '../ledger/version-files.ts';
import {
  isWhole,
  MANIFEST,
  textOf,
  versionFolder,
  versionFolders,
  type VersionFiles,
} from '../ledger/version-folder.ts';
import type { ReconciledBulletin } from '../reconcile/bulletin.ts';
import { site } from '../site.ts';
import { again } from './again.ts';
import { report } from './check.ts';
import { readFlags, UsageError, type Command, type Print } from './command.ts';
import { clearUnfinished, SEALING_DISK, writeFolder, writeWhole, type SealingDisk } from './sealing.ts';

/**
 * Seals the next version of bulletins: its folder first, then its line of the ledger. What is released already stays as it
 * is; what an earlier release left half done is finished or taken away.
 * Returns the exit code: 0 done or nothing to do, 2 not publishable (nothing is written).
 * @param numbers bulletins; null for all that are not drafts.
 * @param date ISO: the one place where the calendar enters.
 */
export function release(
  root: string,
  numbers: readonly number[] | null,
  date: string,
  print: Print,
  disk: SealingDisk = SEALING_DISK,
): number {
  const files = readRoot(root);
  const checked = checkRoot(files);
  const half = halfDone(files, checked);
  const halves = new Set(half.map(({ folder }) => folder));
  if (checked.problems.some((p) => p.severity === 'error' && !halves.has(p.file)))
    return report(checked, 'text', print);
  const known = checked.bulletins.filter((b) => !b.issue.draft).map((b) => b.issue.number);
  const missing = numbers?.find((n) => !known.includes(n));
  if (missing !== undefined) {
    print(refusal(missing, checked));
    return 2;
  }
  const newest = new Map(checked.bulletins.map((bulletin) => [bulletin.issue.number, bulletin]));
  const asked = [...new Set(numbers ?? known)].map((number) => newest.get(number)!);
  for (const { issue, version, released } of asked)
    if (released !== null) print(`第${issue.number}期第${version}版已于${released}公布，没有新的改动。`);
  const due = asked.filter(({ released }) => released === null);
  const late = due.flatMap((bulletin) => lateCorrections(bulletin, checked, date));
  if (late.length > 0) return report({ ...checked, problems: [...checked.problems, ...late] }, 'text', print);
  clear(files, half, disk);
  return due.length === 0 ? 0 : seal({ files, checked, half, date, disk }, due, print);
}

const refusal = (number: number, { bulletins }: Assembled): string =>
  bulletins.some((b) => b.issue.number === number)
    ? `第${number}期还是草稿，没有发布。去掉文件头的 draft 再试。`
    : `没有第${number}期，没有发布任何内容。`;

const lateCorrections = ({ issue }: ReconciledBulletin, { histories }: Assembled, date: string): Problem[] =>
  (histories.get(issue.number)?.due?.corrections ?? [])
    .filter(({ correction }) => correction.date > date)
    .map(({ correction, at }) => problem('correction/late', at('日期'), correction.date, { date }));

/** A folder of the very version that is due, which an earlier release wrote before it was stopped. */
interface Half {
  readonly folder: string;
  readonly issue: number;
  readonly files: VersionFiles;
  /** Whether it is complete and says what the files say: then only its line is lacking. */
  readonly whole: boolean;
}

function halfDone({ files }: RootFiles, { problems, histories, bulletins }: Assembled): Half[] {
  const folders = versionFolders(files);
  const strays = new Set(problems.filter((p) => p.code === 'ledger/stray').map((p) => p.file));
  return bulletins.flatMap(({ issue: { number } }): Half[] => {
    const version = histories.get(number)?.due?.version;
    const folder = version === undefined ? '' : versionFolder({ issue: number, version });
    const left = folders.get(folder);
    if (!left || !strays.has(folder)) return [];
    const whole = isWhole(left, sha256) && areSameBytes(sourcesIn(left, number), sourcesOf(files, number));
    return [{ folder, issue: number, files: left, whole }];
  });
}

function sourcesOf(files: RootFiles['files'], number: number): Sources {
  const { texts, tables } = roster(files);
  return { text: texts.get(number)!, tables: tables.get(number) ?? new Map<string, never>() };
}

/** Once for all bulletins that are due. */
const roster = memo(rosterOf);

/** Takes away what an earlier release left that cannot be finished. */
function clear({ root }: RootFiles, half: readonly Half[], disk: SealingDisk): void {
  clearUnfinished(root, disk);
  for (const { folder, whole } of half) if (!whole) disk.remove(join(root, folder));
}

interface Sealing {
  readonly files: RootFiles;
  readonly checked: Assembled;
  readonly half: readonly Half[];
  readonly date: string;
  readonly disk: SealingDisk;
}

/** Writes what is due. The folders first: a ledger line without its folder would stop every later build. */
function seal(sealing: Sealing, due: readonly ReconciledBulletin[], print: Print): number {
  const { files, checked, half, disk } = sealing;
  const releases: Release[] = [];
  for (const bulletin of due) {
    const number = bulletin.issue.number;
    const left = half.find(({ issue, whole }) => issue === number && whole);
    const content = left?.files ?? contentOf(bulletin, sealing);
    const date = left ? editionRecord(textOf(content.get(EDITION))).bulletin.released! : sealing.date;
    const { version } = bulletin;
    if (!left) writeFolder(join(files.root, versionFolder({ issue: number, version })), content, disk);
    releases.push({ issue: number, version, format: FORMAT, date, sha256: sha256(content.get(MANIFEST)!) });
  }
  const path = join(files.root, LEDGER);
  const before = files.files.find((f) => f.path === LEDGER)?.bytes;
  const now = existsSync(path) ? readFileSync(path) : undefined;
  if (Buffer.compare(before ?? Buffer.alloc(0), now ?? Buffer.alloc(0)) !== 0) {
    print(`${LEDGER} 刚刚被另一次公布改动，这一次没有记入。请再运行一次。`);
    return 2;
  }
  const all = [...checked.releases.map((r) => r.release), ...releases];
  writeWhole(path, Buffer.from(ledgerText(all, sha256)), disk);
  for (const one of releases)
    print(
      `第${one.issue}期第${one.version}版已封存，记入公布台账（${one.date}）。请提交 ${LEDGER} 和 ${versionFolder(one)}。`,
    );
  return 0;
}

function contentOf(bulletin: ReconciledBulletin, { files, checked, date }: Sealing): VersionFiles {
  const number = bulletin.issue.number;
  const history = checked.histories.get(number)!;
  const dated = { ...bulletin, released: date };
  const { name, series, office, city } = site;
  return versionFiles(
    {
      bulletin: dated,
      corrections: history.due!.corrections.map(({ correction }) => correction),
      earlier: history.released[0]?.record(),
      sources: sourcesOf(files.files, number),
      registry: textIn(files, REGISTRY) ?? '',
      units: textIn(files, UNITS),
      indicators: checked.indicators,
      known: checked.units,
      publisher: { name, series, office, city },
      data: new Map([
        ['observations.csv', tidy(dated)],
        ['issue.json', issueJson(dated)],
      ]),
    },
    sha256,
  );
}

function textIn({ files }: RootFiles, path: string): string | undefined {
  const file = files.find((f) => f.path === path);
  return file && decode(path, file.bytes).text;
}

/** Checks that every released version is still what the ledger says. */
export function verify(root: string, print: Print): number {
  const checked = checkRoot(readRoot(root));
  if (checked.problems.some((p) => p.severity === 'error')) return report(checked, 'text', print);
  for (const { release } of checked.releases)
    print(`第${release.issue}期 第${release.version}版 ${release.date} sha256 ${release.sha256} 相符`);
  print(`台账共 ${checked.releases.length} 行，全部相符。`);
  return 0;
}

/** Offices that publish with this live by Beijing time, wherever the machine stands. */
const today = (): string => new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

export const releaseCommand: Command = {
  usage:
    '用法：npm run release -- 期号 [--root 文件夹] [--date 2026-12-01]；npm run release -- --all；npm run release -- --verify；npm run release -- --again',
  run: (args, print) => {
    const { values, positionals } = readFlags(args, {
      root: { type: 'string', default: '.' },
      date: { type: 'string', default: today() },
      verify: { type: 'boolean' },
      all: { type: 'boolean' },
      again: { type: 'boolean' },
    });
    const ways = [positionals.length > 0, values.verify, values.all, values.again].filter(Boolean).length;
    if (ways !== 1 || positionals.some((n) => !/^[1-9]\d{0,5}$/.test(n)))
      throw new UsageError('请写期号，或者 --all、--verify、--again 之一');
    const date = dayIn(values.date);
    if (date === undefined) throw new UsageError(`--date 应是某一天，如 2026-12-01，现在是“${values.date}”`);
    if (values.verify) return verify(values.root, print);
    if (values.again) return again(values.root, print);
    return release(values.root, values.all ? null : positionals.map(Number), date, print);
  },
};
