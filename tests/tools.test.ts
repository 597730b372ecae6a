import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What `npm run NAME` prints where it finds something. */
function run(name: string): string {
  // A shell finds npm on every system.
  const { stdout, stderr, status } = spawnSync(`npm run --silent ${name}`, {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    shell: true,
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('the whole tree is formatted', () => {
  expect(run('format:check')).toBe('');
});

test('the whole tree type-checks, pages included', () => {
  expect(run('typecheck')).toBe('');
});

test('the whole tree passes the linter', () => {
  expect(run('lint')).toBe('');
});

test('nothing is exported, installed or kept that nothing uses', () => {
  expect(run('unused')).toBe('');
});
