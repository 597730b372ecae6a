import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { base, documentOf, folder, read, site } from './page.ts';

const page = documentOf('data/index.html');
const csv = read('data/observations.csv');
const sample = (name: string): string =>
  [...page.querySelectorAll('[data-sample]')].find((pre) => pre.getAttribute('data-sample')!.startsWith(name))!
    .textContent;
const hasPython = spawnSync('python3', ['--version']).status === 0;

test('the page of all data offers the files of all bulletins first', () => {
  const links = [...page.querySelectorAll('main .downloads a')].map((a) => a.getAttribute('href'));
  expect(links.slice(0, 2)).toEqual([`${base}data/observations.csv`, `${base}data/observations.xlsx`]);
});

test.runIf(hasPython)('the sample for Python reads the file and prints what was reached', () => {
  const local = pathToFileURL(join(folder, 'data/observations.csv')).href;
  const code = sample('Python（不用').replaceAll(`${site}${base}data/observations.csv`, local);
  expect(code).toContain(local);
  const { stdout, stderr } = spawnSync('python3', ['-c', code], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  expect(stderr).toBe('');
  const [head, ...rows] = csv.replace('\ufeff', '').split('\r\n').slice(0, -1);
  const at = (name: string): number => head!.split(',').indexOf(name);
  const cells = rows.map((row) => row.split(',')).filter((row) => row[at('role')] === 'achieved' && row[at('value')]);
  expect(cells.length).toBeGreaterThan(5);
  expect(stdout.trimEnd().split('\n')).toHaveLength(cells.length);
  expect(stdout).toContain('97.2 % met');
});
