import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Rooms from the top of the house: each may import those above it. A file of `src` itself is a room of its own. */
const ROOMS = [
  'site',
  'domain',
  'publication',
  'wording',
  'ingest',
  'reconcile',
  'ledger',
  'check',
  'charts',
  'exports',
  'search',
  'typesetting',
  'units',
  'raster',
  'draft',
  'browser',
  'integrations',
  'styles',
  'components',
  'layouts',
  'pages',
  // Pages are handed what it has read (`Astro.locals`), and cannot read themselves.
  'git',
  'catalog',
  'cli',
];

/** What a room may not see although it stands above it. */
const CLOSED: Readonly<Record<string, RegExp>> = {
  domain: /^site$/,
  ingest: /^(publication|site)$/,
  charts: /^(ingest|reconcile|ledger|check|site)$/,
  exports: /^(ingest|reconcile|ledger|check|site)$/,
};

/** Packages a room may take; what is not listed takes any. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  domain: /^big\.js$/,
  publication: /^$/,
  wording: /^$/,
  ingest: /^(big\.js|d3-dsv|yaml|zod|mdast|mdast-util-(from-markdown|mdx)|micromark-extension-(cjk-friendly|mdxjs))$/,
  reconcile: /^$/,
  ledger: /^d3-dsv$/,
  check: /^big\.js$/,
  charts: /^@observablehq\/plot$/,
  search: /^$/,
  exports: /^(d3-dsv|zod|fflate)$/,
};

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|astro)$/.test(file))
  .map((file) => file.replaceAll('\\', '/'))
  .sort();

const roomOf = (file: string): string => (file.includes('/') ? file.split('/')[0]! : file.replace(/\.(ts|astro)$/, ''));

/** The scripts of an Astro file: what stands between its fences, and its script elements. */
const scriptsOf = (text: string): string =>
  [/^---\n([\s\S]*?)\n---/, /<script>([\s\S]*?)<\/script>/g]
    .flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))])
    .map(([, script]) => script)
    .join('\n');

/** All that a file imports, types included, as TypeScript itself reads it. */
const importsOf = (file: string): string[] => {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  return ts
    .preProcessFile(file.endsWith('.astro') ? scriptsOf(text) : text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
};

const targetOf = (file: string, name: string): string => posix.join(posix.dirname(file), name);

test('every import runs down the house, types too', () => {
  const wrong = sources.flatMap((file) => {
    const room = roomOf(file);
    return importsOf(file).flatMap((name) => {
      if (!name.startsWith('.'))
        return PACKAGES[room] && !PACKAGES[room].test(name) ? [`${file} takes the package ${name}`] : [];
      const target = roomOf(targetOf(file, name));
      const open = ROOMS.indexOf(target) <= ROOMS.indexOf(room) && !CLOSED[room]?.test(target);
      return open ? [] : [`${file} imports ${name}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('no file imports itself, over others, inside a room or between them', () => {
  const arrows = new Map(
    sources.map((file) => [
      file,
      importsOf(file).flatMap((name) => (name.startsWith('.') ? targetOf(file, name) : [])),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const next of arrows.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});

test('every file stands in a room of the list', () => {
  expect(sources.filter((file) => !ROOMS.includes(roomOf(file)))).toEqual([]);
});

test('only render.ts touches a document', () => {
  const touching = sources.filter(
    (file) => file.startsWith('charts/') && importsOf(file).some((name) => name.endsWith('/document.ts')),
  );
  expect(touching).toEqual(['charts/draw/render.ts']);
});

test('only git, the catalogue and the commands touch files', () => {
  const touching = sources.filter((file) => importsOf(file).some((name) => /^node:(fs|child_process)/.test(name)));
  expect(touching.filter((file) => !/^(git\.ts|catalog\.ts|(cli|raster)\/.*)$/.test(file))).toEqual([]);
});

test('routes hold at most 30 lines', () => {
  const long = sources.filter(
    (file) => file.startsWith('pages/') && readFileSync(join(root, 'src', file), 'utf8').split('\n').length > 31,
  );
  expect(long).toEqual([]);
});
