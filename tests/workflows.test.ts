import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Job, type IJob } from 'kubernetes-models/batch/v1/Job';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { PersistentVolumeClaim } from 'kubernetes-models/v1/PersistentVolumeClaim';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';

interface Workflow {
  readonly on: string | Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

interface WorkflowJob {
  readonly needs?: string | readonly string[];
  readonly strategy?: unknown;
  readonly if?: string;
  readonly uses?: string;
  readonly permissions?: unknown;
  readonly 'continue-on-error'?: boolean;
  readonly steps?: readonly {
    readonly run?: string;
    readonly with?: unknown;
    readonly 'continue-on-error'?: boolean;
  }[];
}

const workflow = (name: string): Workflow =>
  parse(readFileSync(join(import.meta.dirname, `../.github/workflows/${name}.yml`), 'utf8')) as Workflow;

test('only what was tested is published, of main, by the one job that may write', () => {
  const { on, permissions, jobs } = workflow('publish');
  expect(on).toEqual({ push: { branches: ['main'] }, workflow_dispatch: null });
  expect(permissions).toEqual({ contents: 'read' });
  expect(Object.keys(jobs)).toEqual(['check', 'publish']);
  expect(jobs['check']).toEqual({ uses: './.github/workflows/check.yml' });
  expect(jobs['publish']).toMatchObject({ needs: 'check', if: "github.ref == 'refs/heads/main'" });
  expect(jobs['publish']!.steps![0]!.with).toEqual({ ref: '${{ github.sha }}', 'fetch-depth': 0 });
});

test('the test before publication is the whole test', () => {
  const { on, permissions, jobs } = workflow('check');
  expect(Object.keys(on)).toContain('workflow_call');
  expect(permissions).toEqual({ contents: 'read' });
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);
  expect(steps.map((step) => step.run)).toContain('npm test');
  expect([...steps, ...Object.values(jobs)].filter((one) => one['continue-on-error'])).toEqual([]);
});

test('the check sees the whole history and stops at what no editor has looked at', () => {
  const [first, ...steps] = workflow('check').jobs['check']!.steps!;
  expect(first!.with).toEqual({ 'fetch-depth': 0 });
  const runs = steps.map((step) => step.run);
  expect(runs).toContain('npm run --silent check -- --release');
  expect(runs).toContain('npm run build -- --out preview --portable');
});

test('what is published is published with its bill of materials', () => {
  const steps = workflow('publish').jobs['publish']!.steps!;
  expect(steps.map((step) => step.run)).toContain('npm run --silent sbom > sbom.cdx.json');
  expect(steps.map((step) => step.with)).toContainEqual({ name: 'sbom', path: 'sbom.cdx.json' });
});

describe('a site made in parts, on GitHub', () => {
  const { on, permissions, jobs } = workflow('publish-by-parts');
  const runs = (job: string): string[] => jobs[job]!.steps!.flatMap((step) => step.run ?? []);

  test('is made only by who asks for it, of what was tested on main, and only the release may write', () => {
    expect(on).toBe('workflow_dispatch');
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.entries(jobs).map(([name, { needs }]) => [name, needs])).toEqual([
      ['check', undefined],
      ['release', 'check'],
      ['part', 'release'],
      ['publish', ['release', 'part']],
    ]);
    expect(jobs['check']).toEqual({ uses: './.github/workflows/check.yml' });
    expect(jobs['release']!.if).toBe("github.ref == 'refs/heads/main'");
    const writing = Object.entries(jobs).filter(([, job]) => job.permissions !== undefined);
    expect(writing.map(([name, job]) => [name, job.permissions])).toEqual([['release', { contents: 'write' }]]);
  });

  test('is of one commit on every machine, the one with the ledger', () => {
    for (const job of ['part', 'publish'])
      expect(jobs[job]!.steps![0]!.with).toEqual({ ref: '${{ needs.release.outputs.commit }}', 'fetch-depth': 0 });
    expect(jobs['release']!.steps![0]!.with).toEqual({ ref: '${{ github.sha }}', 'fetch-depth': 0 });
  });

  test('has each part once, for the address of the whole, and is then sent', () => {
    const place = '--site "$SITE" --base "$BASE"';
    expect(jobs['part']!.strategy).toEqual({ matrix: { part: [1, 2, 3, 4, 5, 6, 7, 8] } });
    expect(runs('part').at(-1)).toBe(`npm run build -- --shard "$PART" --store store ${place}`);
    expect(runs('publish')).toEqual([
      'npm ci',
      `npm run build -- --store store --out dist ${place}`,
      'npm run --silent sbom > sbom.cdx.json',
      'npm run sync -- "$STORE" --out dist',
    ]);
  });

  test('hands its keys to the one step that sends', () => {
    const keyed = Object.values(jobs).flatMap(({ steps = [] }) =>
      steps.filter((step) => JSON.stringify(step).includes('secrets.')),
    );
    expect(keyed.map((step) => step.run)).toEqual(['npm run sync -- "$STORE" --out dist']);
  });
});

const example = (name: string): string => readFileSync(join(import.meta.dirname, '../.ci', name), 'utf8');

describe('a site made in parts, on GitLab', () => {
  const gitlab = parse(example('gitlab.yml')) as Record<string, GitlabJob>;

  test('is tested, then made by eight, then sent, of the default branch alone', () => {
    expect(gitlab['stages']).toEqual(['check', 'part', 'publish']);
    const jobs = ['check', 'released', 'part', 'publish'].map((name) => gitlab[name]!);
    expect(jobs.map(({ stage }) => stage)).toEqual(['check', 'check', 'part', 'publish']);
    expect(gitlab['part']!.parallel).toBe(8);
    for (const { rules } of jobs.slice(1)) expect(rules).toEqual([{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }]);
    expect(gitlab['check']!.script).toContain('npm test');
  });

  test('counts its parts from 1, as GitLab does', () => {
    expect(gitlab['part']!.script).toEqual([
      'npm run build -- --shard "$CI_NODE_INDEX/$CI_NODE_TOTAL" --store store --site "$SITE" --base "$BASE"',
    ]);
    expect(gitlab['part']!.artifacts!.paths).toEqual(gitlab['part']!.cache!.paths);
    expect(gitlab['publish']!.needs).toEqual(['part']);
  });
});

interface GitlabJob {
  readonly stage: string;
  readonly script: readonly string[];
  readonly rules: unknown;
  readonly parallel?: number;
  readonly needs?: unknown;
  readonly cache?: { readonly paths: readonly string[] };
  readonly artifacts?: { readonly paths: readonly string[] };
}

describe('a site made in parts, on Kubernetes', () => {
  const documents = parseAllDocuments(example('kubernetes.yml')).map((one) => one.toJS() as { kind: string });
  const jobs = documents.filter((one): one is IJob & { kind: string } => one.kind === 'Job');
  const [parts, publish] = jobs.map((job) => job.spec!);
  const podOf = (spec: (typeof jobs)[number]['spec']) => spec!.template.spec!;
  const containers = jobs.flatMap(({ spec }) => [
    ...(podOf(spec).initContainers ?? []),
    ...(podOf(spec).containers ?? []),
  ]);
  const lineOf = ({ command }: (typeof containers)[number]): string => command!.at(-1)!;

  test('obeys the schemas of its API', () => {
    const kinds = { ConfigMap, PersistentVolumeClaim, Job };
    expect(documents.map(({ kind }) => kind)).toEqual(['ConfigMap', 'PersistentVolumeClaim', 'Job', 'Job']);
    for (const document of documents)
      expect(() => {
        new kinds[document.kind as keyof typeof kinds](document as never).validate();
      }).not.toThrow();
  });

  test('counts its parts from 1, where Kubernetes counts from 0, as many as there are', () => {
    expect(parts).toMatchObject({ completionMode: 'Indexed', completions: 8, parallelism: 8 });
    const said = (index: number): string =>
      spawnSync('sh', ['-c', lineOf(containers[0]!).replace('exec node', 'echo')], {
        encoding: 'utf8',
        env: { JOB_COMPLETION_INDEX: String(index), SITE: 'https://www.example', BASE: '/' },
      }).stdout.trim();
    const place = '--store /store --site https://www.example --base /';
    expect(said(0)).toBe(`src/cli/main.cjs build --shard 1/8 ${place}`);
    expect(said(7)).toBe(`src/cli/main.cjs build --shard 8/8 ${place}`);
  });

  test('assembles and sends only once it is told that all parts are there', () => {
    expect(publish!.suspend).toBe(true);
    expect(containers.slice(1).map(lineOf)).toEqual([
      'exec node src/cli/main.cjs build --store /store --out /site/dist --site "$SITE" --base "$BASE"',
      'exec node src/cli/main.cjs sync "$STORE" --out /site/dist',
    ]);
  });

  test('runs as nobody in particular, writes only where it must, and shows its keys to who sends', () => {
    for (const { spec } of jobs)
      expect(podOf(spec)).toMatchObject({
        restartPolicy: 'Never',
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
    for (const container of containers) {
      expect(container.securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
      expect(container.volumeMounts!.map(({ mountPath }) => mountPath)).toEqual([
        '/store',
        '/press/.cache',
        '/site',
        '/tmp',
      ]);
      expect(Object.keys(container.resources!)).toEqual(['requests', 'limits']);
    }
    const keyed = containers.filter(({ env }) => env !== undefined);
    expect(keyed.map(({ name, env }) => [name, env!.map((one) => Object.keys(one.valueFrom!))])).toEqual([
      ['sync', [['secretKeyRef'], ['secretKeyRef']]],
    ]);
  });
});

test('an example names no host that there is', () => {
  for (const name of ['gitlab.yml', 'kubernetes.yml'])
    expect(
      [...example(name).matchAll(/https?:\/\/([\w.-]+)/g)].filter(([, host]) => !host!.endsWith('.example')),
    ).toEqual([]);
});
