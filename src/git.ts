import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Blobs, Committed } from './ledger/commits.ts';

/** Bytes that git may give: one ledger of many thousand lines, or a line for every commit of it. */
const MOST_OUTPUT = 2 ** 26;

/** Without what names another repository than that of the root, or hides it, as git does for its own hooks. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^GIT_(?!CONFIG)/.test(name))),
  LC_ALL: 'C',
};

const git = (root: string, args: readonly string[], input = '') =>
  spawnSync('git', ['-C', root, ...args], { input, maxBuffer: MOST_OUTPUT, env: ENVIRONMENT });

/** What git said when it could not answer. */
export class GitFailure extends Error {}

const firstLine = (said: Buffer): string => said.toString().trim().split('\n')[0]!;

interface States {
  /** Newest first. */
  readonly states: readonly Committed[];
  /** Whether older commits were left out when the history was fetched. */
  readonly isShallow: boolean;
}

/**
 * What commits made of a file. Null where the root is in no git work tree, or nothing is committed, or there is no git.
 * Throws a `GitFailure` where git cannot answer.
 */
export function statesOf(root: string, file: string): States | null {
  if (!isInWorkTree(root)) return null;
  const { status, stdout, stderr } = git(root, ['log', ...LOG, '--', file]);
  if (status === null || /not a git repository|does not have any commits/.test(stderr.toString())) return null;
  if (status !== 0) throw new GitFailure(firstLine(stderr));
  const made = madeIn(stdout.toString());
  const blobs = blobsOf(root, new Set(made.map(({ blob }) => blob)));
  return {
    states: made.map(({ commit, blob }) => ({ commit, ...blobs.get(blob)! })),
    isShallow: existsSync(join(root, '.git/shallow')),
  };
}

const LOG = ['--format=%x00%h', '--raw', '-m', '--no-renames', '--no-color'];

/** Saves a call of git for every folder that is in none. */
function isInWorkTree(root: string): boolean {
  for (let folder = root; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return true;
    if (dirname(folder) === folder) return false;
  }
}

/** `:100644 100644 (name before) (name after) M`, below its commit; where the file was taken away, the name is all zeros. */
const STATE = /^:\d+ \d+ [\da-f]+ (?!0+ )([\da-f]+) /;

/** By the short name of a blob. */
function madeIn(log: string): { readonly commit: string; readonly blob: string }[] {
  let commit = '';
  return log.split('\n').flatMap((line) => {
    if (line.startsWith('\0')) commit = line.slice(1);
    const blob = STATE.exec(line)?.[1];
    return blob === undefined ? [] : [{ commit, blob }];
  });
}

/** All together: the whole name and the size of each by its short name. */
function blobsOf(root: string, short: ReadonlySet<string>): Map<string, Omit<Committed, 'commit'>> {
  if (short.size === 0) return new Map();
  const format = '--batch-check=%(objectname) %(objectsize)';
  const lines = answer(root, ['cat-file', format], `${[...short].join('\n')}\n`)
    .toString()
    .split('\n');
  return new Map(
    [...short].map((name, i) => {
      const [, blob = '', size] = /^([\da-f]+) (\d+)$/.exec(lines[i] ?? '') ?? [];
      if (size === undefined) throw new GitFailure(lines[i]);
      return [name, { blob, size: Number(size) }];
    }),
  );
}

export const gitBlobs = (root: string): Blobs => ({
  read: (blob) => answer(root, ['cat-file', 'blob', blob]),
  nameOf: gitName,
});

function answer(root: string, args: readonly string[], input?: string): Buffer {
  const { status, stdout, stderr } = git(root, args, input);
  if (status !== 0) throw new GitFailure(firstLine(stderr));
  return stdout;
}

/** A repository names its objects by SHA-1 or by SHA-256 (https://git-scm.com/docs/hash-function-transition). */
const gitName = (bytes: Uint8Array, like: string): string =>
  createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
