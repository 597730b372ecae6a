import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { chartsOf } from '../../../src/wording/chart.ts';
import { robots } from '../../../src/exports/site/robots.ts';
import { sitemapFiles } from '../../../src/exports/site/sitemap.ts';
import { inside, outside } from '../fixture.ts';
import { corrected, libraries, plain, several } from '../library.ts';
import { made } from '../made.ts';
import { faults, parsed, texts } from '../xml.ts';

const SITE = ['/', '/issues/', '/indicators/', '/methods/', '/about/', '/data/', '/corrections/', '/search/'];

describe.each(libraries)('the sitemap of %s', (_, library) => {
  test('is as the protocol has it, and every address is below the root', async () => {
    const files = await made(library, outside);
    for (const path of ['sitemap-index.xml', 'sitemap-0.xml']) {
      expect(await faults(files.get(path)!, 'sitemap.rng')).toEqual([]);
      for (const loc of texts(parsed(files.get(path)!), 'loc')) expect(loc.startsWith(outside.root)).toBe(true);
    }
    const addresses = texts(parsed(files.get('sitemap-0.xml')!), 'loc').map((loc) =>
      loc.slice(outside.root.length - 1),
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.filter((a) => /\/v\d+\/|^\/embed\/|^\/staff\//.test(a))).toEqual([]);
    expect(addresses.toSorted()).toEqual(
      [
        ...SITE,
        ...[...library.indicators.keys()].map((code) => `/indicators/${code}/`),
        ...[...library.editions].flatMap(([n, [newest]]) => [
          `/issues/${n}/`,
          `/issues/${n}/data/`,
          ...chartsOf(newest!.bulletin, library.indicators).map(({ address }) => address),
        ]),
      ].sort(),
    );
  });

  test('is not there without a public address', async () =>
    expect([...(await made(library, inside)).keys()].filter((path) => path.startsWith('sitemap'))).toEqual([]));
});

test('a page changed when its bulletin did, those of the site with the newest', async () => {
  const days = async (library: typeof several): Promise<Map<string, string>> =>
    new Map(
      [...parsed((await made(library, outside)).get('sitemap-0.xml')!).querySelectorAll('url')].map((url) => [
        texts(url, 'loc')[0]!.slice(outside.root.length - 1),
        texts(url, 'lastmod')[0]!,
      ]),
    );
  const of = await days(several);
  expect(
    ['/', '/issues/50/', '/issues/48/charts/share-1/', '/indicators/share-1/', '/indicators/unused/'].map((a) =>
      of.get(a),
    ),
  ).toEqual(['2030-01-25', '2030-01-25', '2028-01-25', '2030-01-25', '2030-01-25']);
  expect((await days(corrected)).get('/issues/48/')).toBe('2026-12-05');
});

test('too many addresses for one file are split', async () => {
  const files = sitemapFiles(several, outside, 5);
  expect(files.map(({ path }) => path)).toEqual([
    'sitemap-index.xml',
    ...Array.from({ length: files.length - 1 }, (_, i) => `sitemap-${i}.xml`),
  ]);
  const [index, ...parts] = await Promise.all(files.map(async ({ make }) => parsed((await make()) as string)));
  expect(texts(index!, 'loc')).toEqual(files.slice(1).map(({ path }) => outside.root + path));
  expect(parts.flatMap((part) => texts(part, 'loc'))).toEqual(
    texts(parsed((await made(several, outside)).get('sitemap-0.xml')!), 'loc'),
  );
  for (const part of parts) expect(texts(part, 'loc').length).toBeLessThanOrEqual(5);
});

describe('robots.txt', () => {
  test('allows all and names the sitemap, below a host with a word to whoever keeps it', () => {
    expect(robots(outside)).toBe(
      '# 只有域名根目录下的 robots.txt 才起作用；本站在子目录下，请把 Sitemap 一行抄到那里。\n' +
        'User-agent: *\nAllow: /\n\nSitemap: https://example.org/yshj/sitemap-index.xml\n',
    );
    expect(robots({ ...outside, root: 'https://example.org/' })).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://example.org/sitemap-index.xml\n',
    );
  });

  test('names no sitemap without a public address', () => expect(robots(inside)).toBe('User-agent: *\nAllow: /\n'));
});

test('all files for programs are the same bytes in every time zone and on every day', () => {
  const run = (TZ: string, day: string): string =>
    spawnSync(process.execPath, ['--no-warnings', 'tests/exports/machine-digests.ts', day], {
      encoding: 'utf8',
      env: { ...process.env, TZ, LC_ALL: 'C' },
    }).stdout;
  const [here, there] = [run('Asia/Shanghai', '2026-11-24'), run('America/St_Johns', '2031-02-28')];
  expect(here.split('\n').length).toBeGreaterThan(60);
  expect(there).toBe(here);
});

test('one bulletin’s files stand where they are looked for', async () => {
  expect([...(await made(plain, outside)).keys()].filter((path) => !path.startsWith('api/'))).toEqual([
    'feed.xml',
    'feed.json',
    'corrections/feed.xml',
    'sitemap-index.xml',
    'sitemap-0.xml',
    'robots.txt',
    'about/licences.txt',
    'sbom.cdx.json',
    '_headers',
    'data/observations.csv',
    'data/observations.xlsx',
    'data/catalog.jsonld',
  ]);
});
