import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

function run(...command: string[]): string {
  const [tool, ...args] = command;
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'node_modules', tool!), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return status === 0 ? '' : `${stdout}${stderr}`;
}

test('the whole tree type-checks, pages included', () => {
  expect(run('astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'warning')).toBe('');
});

test('the whole tree passes the linter', () => {
  expect(run('eslint/bin/eslint.js', '--max-warnings', '0', 'src', 'tests')).toBe('');
});

/** Arrows that still run back up, to be opened next. */
const BACK =
  /^(reconcile->check|reconcile->ledger|reconcile->wording|ledger->check|check->wording|wording->publication)$/;

/** Rooms from the top of the house: each may import those above it. A file of `src` itself is its own room. */
const ROOMS = [
  'site',
  'domain',
  'ingest',
  'reconcile',
  'ledger',
  'check',
  'wording',
  'publication',
  'charts',
  'exports',
  'raster',
  'draft',
  'browser',
  'catalog',
  'integrations',
  'content.config',
  'styles',
  'components',
  'layouts',
  'pages',
  'cli',
];

/** Packages a room may take; what is not listed takes any. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  domain: /^big\.js$/,
  ingest: /^(big\.js|d3-dsv|yaml|zod|mdast|mdast-util-from-markdown|micromark-extension-cjk-friendly)$/,
  charts: /^@observablehq\/plot$/,
  exports: /^(d3-dsv|zod|fflate|write-excel-file\/universal|@citation-js\/[a-z-]+)$/,
};

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|astro)$/.test(file))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

const roomOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : file.replace(/\.(ts|astro)$/, ''));

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, 'src', file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\('([^']+)'\)/g,
    ),
  ].map((m) => m[1] ?? m[2]!);

test('every import follows the arrows of the house', () => {
  const wrong = sources.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file).flatMap((name) => {
      if (!name.startsWith('.'))
        return PACKAGES[room] && !PACKAGES[room].test(name) ? [`${file} takes the package ${name}`] : [];
      const target = roomOf(relative(join(root, 'src'), join(root, 'src', dirname(file), name)).replaceAll('\\', '/'));
      return ROOMS.indexOf(target) <= ROOMS.indexOf(room) || BACK.test(`${room}->${target}`)
        ? []
        : [`${file} imports ${name}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('only render.ts touches a document', () => {
  const touching = sources.filter(
    (file) => file.startsWith('charts/') && importsOf(file).some((name) => name.endsWith('/document.ts')),
  );
  expect(touching).toEqual(['charts/draw/render.ts']);
});

test('only the catalogue and the commands touch files', () => {
  const touching = sources.filter((file) => importsOf(file).some((name) => /^node:(fs|child_process)/.test(name)));
  expect(touching.filter((file) => file !== 'catalog.ts' && !/^(cli|raster)\//.test(file))).toEqual([]);
});

test('routes hold at most 40 lines', () => {
  const long = sources.filter(
    (file) => file.startsWith('pages/') && readFileSync(join(root, 'src', file), 'utf8').split('\n').length > 41,
  );
  expect(long).toEqual([]);
});
