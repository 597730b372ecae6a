import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
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
