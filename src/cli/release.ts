import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { checkRoot, readRoot, sha256, type RootFiles } from '../catalog.ts';
import type { Assembled } from '../check/assemble.ts';
import { append, ledger, LEDGER, recordPath } from '../ledger/ledger.ts';
import { report } from './check.ts';
import { readFlags, UsageError, type Command, type Print } from './command.ts';

/**
 * Adds the next version of bulletins to the ledger and keeps its record. What is released already stays as it is.
 * Returns the exit code: 0 done or nothing to do, 2 not publishable (nothing is written).
 * @param numbers bulletins; null for all that are not drafts.
 * @param date ISO: the one place where the calendar enters.
 */
export function release(root: string, numbers: readonly number[] | null, date: string, print: Print): number {
  const files = readRoot(root);
  const checked = checkRoot(files);
  const unfinished = unfinishedIn(files, checked);
  if (checked.problems.some((p) => p.severity === 'error' && !unfinished.includes(p.file)))
    return report(checked, 'text', print);
  const known = checked.bulletins.filter((b) => !b.issue.draft).map((b) => b.issue.number);
  const missing = numbers?.find((n) => !known.includes(n));
  if (missing !== undefined) {
    print(
      checked.bulletins.some((b) => b.issue.number === missing)
        ? `第${missing}期还是草稿，没有发布。去掉文件头的 draft 再试。`
        : `没有第${missing}期，没有发布任何内容。`,
    );
    return 2;
  }
  const asked = [...new Set(numbers ?? known)].map((number) => newestOf(number, checked.histories));
  for (const { number, version, released } of asked)
    if (released !== null) print(`第${number}期第${version}版已于${released}公布，没有新的改动。`);
  const due = asked.filter(({ released }) => released === null);
  return due.length === 0 ? 0 : record(files, checked, due, date, print);
}

/** The newest version of a bulletin, and the record that would be kept of it. */
interface Newest {
  readonly number: number;
  readonly version: number;
  /** ISO; null while it is due. */
  readonly released: string | null;
  readonly record: string;
}

function newestOf(number: number, histories: Assembled['histories']): Newest {
  const { editions, record } = histories.get(number)!;
  const { version, released } = editions[0]!.bulletin;
  return { number, version, released, record };
}

/** Writes what is due. The records first: a ledger line without its record would stop every later build. */
function record(
  { root, files }: RootFiles,
  checked: Assembled,
  due: readonly Newest[],
  date: string,
  print: Print,
): number {
  let { releases } = checked;
  let text = '';
  for (const { number, version, record } of due) {
    text = append(releases, { issue: number, version, date, sha256: sha256(record) }, sha256);
    releases = ledger(text, sha256).releases;
    write(join(root, recordPath({ issue: number, version })), record);
  }
  const path = join(root, LEDGER);
  const before = files.find((f) => f.path === LEDGER)?.bytes;
  const now = existsSync(path) ? readFileSync(path) : undefined;
  if (Buffer.compare(before ?? Buffer.alloc(0), now ?? Buffer.alloc(0)) !== 0) {
    print(`${LEDGER} 刚刚被另一次公布改动，这一次没有记入。请再运行一次。`);
    return 2;
  }
  write(path, text);
  for (const { number, version } of due) {
    const files = `${LEDGER} 和 ${recordPath({ issue: number, version })}`;
    print(`第${number}期第${version}版已记入公布台账（${date}）。请提交 ${files}。`);
  }
  return 0;
}

/** Records of the very versions that are due: a release that stopped before it wrote the ledger. It may be done again. */
const unfinishedIn = ({ files }: RootFiles, { histories, problems }: Assembled): string[] => {
  const due = [...histories.keys()]
    .map((number) => newestOf(number, histories))
    .filter(({ released }) => released === null);
  return problems
    .filter((p) => p.code === 'ledger/stray')
    .map((p) => p.file)
    .filter((file) => {
      const stray = new TextDecoder().decode(files.find((f) => f.path === file)?.bytes).replace(/\r\n/g, '\n');
      return due.some(
        ({ number, version, record }) => recordPath({ issue: number, version }) === file && stray === record,
      );
    });
};

/** Checks that every released version can be made again from the files as they stand. */
export function verify(root: string, print: Print): number {
  const checked = checkRoot(readRoot(root));
  if (checked.problems.some((p) => p.severity === 'error')) return report(checked, 'text', print);
  for (const { release } of checked.releases)
    print(`第${release.issue}期 第${release.version}版 ${release.date} sha256 ${release.sha256} 相符`);
  print(`台账共 ${checked.releases.length} 行，全部相符。`);
  return 0;
}

/** Whole or not at all. */
function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = join(dirname(path), `.${basename(path)}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

/** Offices that publish with this live by Beijing time, wherever the machine stands. */
const today = (): string => new Date(Date.now() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);

export const releaseCommand: Command = {
  usage: '用法：npm run release -- 期号 [--root 文件夹]；npm run release -- --all；npm run release -- --verify',
  run: (args, print) => {
    const { values, positionals } = readFlags(args, {
      root: { type: 'string', default: '.' },
      verify: { type: 'boolean' },
      all: { type: 'boolean' },
    });
    const ways = [positionals.length > 0, values.verify, values.all].filter(Boolean).length;
    if (ways !== 1 || positionals.some((n) => !/^[1-9]\d{0,5}$/.test(n)))
      throw new UsageError('请写期号，或者 --all、--verify 之一');
    if (values.verify) return verify(values.root, print);
    return release(values.root, values.all ? null : positionals.map(Number), today(), print);
  },
};
