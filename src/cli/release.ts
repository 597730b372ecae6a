import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { load, sha256 } from '../catalog.ts';
import type { Release } from '../domain/version.ts';
import type { Assembled } from '../check/assemble.ts';
import { append, LEDGER, recordPath } from '../ledger/ledger.ts';
import { check } from './check.ts';

const USAGE = '用法：npm run release -- 期号 [--root 文件夹]；npm run release -- --all；npm run release -- --verify';

/**
 * Adds the next version of bulletins to the ledger and keeps its record. What is released already stays as it is.
 * Returns the exit code: 0 done or nothing to do, 2 not publishable (nothing is written).
 * @param numbers bulletins; null for all that are not drafts.
 * @param date ISO: the one place where the calendar enters.
 */
export function release(
  root: string,
  numbers: readonly number[] | null,
  date: string,
  print: (text: string) => void,
): number {
  const read = load(root);
  const unfinished = unfinishedIn(root, read);
  if (read.problems.some((p) => p.severity === 'error' && !unfinished.includes(p.file)))
    return check(root, 'text', print);
  const known = read.bulletins.filter((b) => !b.issue.draft).map((b) => b.issue.number);
  const missing = numbers?.find((n) => !known.includes(n));
  if (missing !== undefined) {
    print(
      read.bulletins.some((b) => b.issue.number === missing)
        ? `第${missing}期还是草稿，没有发布。去掉文件头的 draft 再试。`
        : `没有第${missing}期，没有发布任何内容。`,
    );
    return 2;
  }
  for (const number of new Set(numbers ?? known)) {
    const {
      editions: [newest],
      record,
    } = read.histories.get(number)!;
    const { version, released } = newest!.bulletin;
    if (released !== null) {
      print(`第${number}期第${version}版已于${released}公布，没有新的改动。`);
      continue;
    }
    const made: Release = { issue: number, version, date, sha256: sha256(record) };
    // The record first: a ledger line without its record would stop every later build.
    write(join(root, recordPath(made)), record);
    const { releases } = load(root);
    // Another run may have written it since.
    if (!releases.some((r) => r.release.issue === number && r.release.version === version))
      write(join(root, LEDGER), append(releases, made, sha256));
    print(`第${number}期第${version}版已记入公布台账（${date}）。请提交 ${LEDGER} 和 ${recordPath(made)}。`);
  }
  return 0;
}

/** Records of the very versions that are due: a release that stopped before it wrote the ledger. It may be done again. */
const unfinishedIn = (root: string, { histories, problems }: Assembled): string[] =>
  problems
    .filter((p) => p.code === 'ledger/stray')
    .map((p) => p.file)
    .filter((file) =>
      [...histories.values()].some(
        ({ editions: [newest], record }) =>
          newest!.bulletin.released === null &&
          recordPath({ issue: newest!.bulletin.issue.number, version: newest!.bulletin.version }) === file &&
          readFileSync(join(root, file), 'utf8').replace(/\r\n/g, '\n') === record,
      ),
    );

/** Checks that every released version can be made again from the files as they stand. */
export function verify(root: string, print: (text: string) => void): number {
  const read = load(root);
  const errors = read.problems.filter((p) => p.severity === 'error');
  if (errors.length > 0) return check(root, 'text', print);
  for (const {
    release: { issue, version, date, sha256: digest },
  } of read.releases)
    print(`第${issue}期 第${version}版 ${date} sha256 ${digest} 相符`);
  print(`台账共 ${read.releases.length} 行，全部相符。`);
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

if (import.meta.main) {
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        root: { type: 'string', default: '.' },
        verify: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
      },
    });
    if (
      positionals.some((n) => !/^[1-9]\d{0,5}$/.test(n)) ||
      [positionals.length > 0, values.verify, values.all].filter(Boolean).length !== 1
    )
      throw new Error('请写期号，或者 --all、--verify 之一');
    process.exitCode = values.verify
      ? verify(values.root, print)
      : release(values.root, values.all ? null : positionals.map(Number), today(), print);
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n${USAGE}\n`);
    process.exitCode = 1;
  }
}
