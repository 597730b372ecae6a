import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FORMAT } from '../src/ledger/ledger.ts';
import { temporary } from './temporary.ts';

/**
 * The steps of the publishing workflow, with their own commands, against a git server of this machine. What only GitHub can
 * show is left out: its actions, and whether its rules let the token push.
 */
const project = join(import.meta.dirname, '..');
const work = temporary('publishing');

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly run?: string;
}
const stepsOf = (name: string, job: string): readonly Step[] => {
  const { jobs } = parse(readFileSync(join(project, `.github/workflows/${name}.yml`), 'utf8')) as {
    jobs: Record<string, { steps: readonly Step[] }>;
  };
  return jobs[job]!.steps;
};
const steps = stepsOf('publish', 'publish');
const stepOf = (name: RegExp): string => steps.find((step) => name.test(step.name ?? ''))!.run!;

let [server, run, count] = ['', '', 0];
/** `npm` and `gh` as far as the steps use them. */
const bin = join(work, 'bin');
mkdirSync(bin);
const command = (name: string, body: string): void => {
  writeFileSync(join(bin, name), `#!/usr/bin/env bash\n${body}\n`);
  chmodSync(join(bin, name), 0o755);
};
command(
  'npm',
  `[ "$1 $2 $3 $4" = "run release -- --all" ] && exec "${process.execPath}" "${project}/src/cli/main.cjs" release --all --date "$RELEASE_DAY"`,
);
command('gh', 'echo "$@" >> "$GH_LOG"; [ "$2" != view ]');

const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${bin}:${process.env['PATH'] ?? ''}`,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GITHUB_OUTPUT: join(work, `output-${count}`),
  GH_LOG: join(work, `gh-${count}`),
  RELEASE_DAY: '2026-12-02',
});
const bash = (script: string, cwd: string): { status: number | null; stdout: string } => {
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: env(),
  });
  return { status, stdout: stdout + stderr };
};
const git = (cwd: string, ...args: string[]): string =>
  spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd,
    encoding: 'utf8',
    env: env(),
  }).stdout.trim();

function checkout(sha: string): void {
  run = join(work, `run-${(count += 1)}`);
  git(work, 'clone', '-q', server, run);
  git(run, 'checkout', '-q', sha);
}
const outputs = (): Record<string, string> =>
  existsSync(env()['GITHUB_OUTPUT']!)
    ? Object.fromEntries(
        readFileSync(env()['GITHUB_OUTPUT']!, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split('=') as [name: string, value: string]),
      )
    : {};

/** A run of the workflow at a commit: returns what its steps put out. */
function publish(sha: string): Record<string, string> {
  checkout(sha);
  expect(bash(stepOf(/^Take what/), run).status).toBe(0);
  if (outputs()['go'] !== 'true') return outputs();
  const released = bash(stepOf(/^Release what/), run);
  expect(released.status, released.stdout).toBe(0);
  const committed = bash(stepOf(/^Commit the ledger/), run);
  expect(committed.status, committed.stdout).toBe(0);
  return outputs();
}

/** The first job of publishing by parts: returns the commit that all parts are made of, or what stopped it. */
function releaseByParts(sha: string): string {
  checkout(sha);
  for (const { run: script } of stepsOf('publish-by-parts', 'release').filter((step) => step.name !== undefined)) {
    const { status, stdout } = bash(script!, run);
    if (status !== 0) return stdout;
  }
  return outputs()['commit']!;
}

/** A server on which nobody pushes to main. */
function protectMain(): string {
  const hook = join(server, 'hooks/pre-receive');
  mkdirSync(join(server, 'hooks'), { recursive: true });
  writeFileSync(hook, '#!/bin/sh\nwhile read old new ref; do [ "$ref" = refs/heads/main ] && exit 1; done; exit 0\n');
  chmodSync(hook, 0o755);
  return hook;
}
const main = (): string => git(server, 'rev-parse', 'main');
const ledger = (): string => git(server, 'show', 'main:data/published.csv');

/** Commits on a clone what `change` does there, and pushes it. */
function pushed(change: (folder: string) => void): string {
  const folder = join(work, `clone-${(count += 1)}`);
  git(work, 'clone', '-q', server, folder);
  change(folder);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'x');
  git(folder, 'push', '-q', 'origin', 'HEAD:main');
  return main();
}

/** A server whose main has bulletin 48 as its files were before any release. */
beforeEach(() => {
  server = join(work, `server-${(count += 1)}.git`);
  git(work, 'init', '-q', '--bare', '-b', 'main', server);
  pushed((folder) => {
    for (const name of ['content', 'data']) cpSync(join(project, name), join(folder, name), { recursive: true });
    rmSync(join(folder, 'data/published'), { recursive: true });
    rmSync(join(folder, 'data/published.csv'));
  });
});

describe('publishing', () => {
  test('commits the ledger to main before the pages are public', () => {
    expect(publish(main())).toEqual({ go: 'true', public: 'true' });
    expect(ledger()).toContain(`48,1,${FORMAT},2026-12-02,`);
  });

  test('once more after a failed deploy takes what the first run has released', () => {
    const sha = main();
    publish(sha);
    const [tip, first] = [main(), ledger()];
    expect(publish(sha)).toEqual({ go: 'true', public: 'true' });
    expect([main(), ledger()]).toEqual([tip, first]);
  });

  test('leaves a commit that came during the run to its own run', () => {
    const sha = main();
    const newer = pushed((folder) => {
      writeFileSync(join(folder, 'NOTE'), 'x');
    });
    expect(publish(sha)).toEqual({ go: 'false' });
    expect(main()).toBe(newer);
    expect(publish(newer)).toEqual({ go: 'true', public: 'true' });
  });

  test('of a protected main goes there by a pull request, and is public only once that is merged', () => {
    const hook = protectMain();
    const sha = main();
    expect(publish(sha)).toEqual({ go: 'true', public: 'false' });
    expect(main()).toBe(sha);
    const branch = `ledger-${sha.slice(0, 12)}`;
    expect(git(server, 'show', `${branch}:data/published.csv`)).toContain(`48,1,${FORMAT},2026-12-02,`);
    expect(readFileSync(env()['GH_LOG']!, 'utf8')).toContain(`pr create --base main --head ${branch}`);
    rmSync(hook);
    git(server, 'update-ref', 'refs/heads/main', branch);
    expect(publish(main())).toEqual({ go: 'true', public: 'true' });
    expect(git(server, 'rev-parse', branch)).toBe(main());
  });
});

describe('publishing by parts', () => {
  test('makes all parts of the commit that has the ledger, also when it is run again', () => {
    const sha = main();
    const commit = releaseByParts(sha);
    expect(commit).toBe(main());
    expect(ledger()).toContain(`48,1,${FORMAT},2026-12-02,`);
    expect(releaseByParts(sha)).toBe(commit);
    expect(main()).toBe(commit);
  });

  test('stops where the ledger cannot go into main', () => {
    protectMain();
    const sha = main();
    expect(releaseByParts(sha)).toContain('::error::公布台账没有写进 main，没有公布任何内容。');
    expect(main()).toBe(sha);
  });
});
