import { describe, expect, test } from 'vitest';
import { caddy } from '../../../src/exports/site/caddy.ts';
import { HEADER_RULES, headersOf, patternOf } from '../../../src/exports/site/header-rule.ts';
import { hostHeaders } from '../../../src/exports/site/host-headers.ts';
import { nginx } from '../../../src/exports/site/nginx.ts';

const policyOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    (headersOf(path)['Content-Security-Policy'] ?? '').split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );

describe('headers', () => {
  test('of a page allow nothing but its own site, and no other site’s frame', () => {
    expect(policyOf('/issues/48/index.html')).toEqual({
      'default-src': "'none'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      'connect-src': "'self'",
      'script-src': "'self'",
      'worker-src': "'self'",
      'trusted-types': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'frame-ancestors': "'self'",
    });
    expect(headersOf('/issues/48/index.html')).toMatchObject({
      'Content-Type': 'text/html; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Cache-Control': 'no-cache',
    });
  });

  test('let an embed stand in any frame and run nothing', () => {
    expect(policyOf('/embed/48/group-1/index.html')).toMatchObject({ 'frame-ancestors': '*', 'default-src': "'none'" });
    expect(policyOf('/embed/48/group-1/index.html')['script-src']).toBeUndefined();
  });

  test('let the page for staff and its worker ask for nothing', () => {
    for (const path of ['/staff/check/index.html', '/assets/worker-abc.js'])
      expect([policyOf(path)['default-src'], policyOf(path)['connect-src']]).toEqual(["'none'", undefined]);
  });

  test('allow WebAssembly to search alone, and nothing inline to any', () => {
    const policies = HEADER_RULES.map(({ headers }) => headers['Content-Security-Policy'] ?? '');
    expect(policies.filter((policy) => policy.includes('wasm-unsafe-eval'))).toHaveLength(1);
    expect(policies.join()).not.toMatch(/'unsafe-/);
    expect(policyOf('/search/index.html')['script-src']).toBe("'self' 'wasm-unsafe-eval'");
  });

  test.each([
    ['/assets/page.BXm0CQmi.js', true],
    ['/search/pagefind/0/fragment/und_0b736bf.pf_fragment', true],
    ['/search/pagefind/0/pagefind.js', false],
    ['/issues/48/data/v1/observations.csv', true],
    ['/issues/48/data/v1/index.html', false],
    ['/issues/48/data/observations.csv', false],
    ['/issues/48/charts/group-1/v1/index.html', false],
    ['/issues/48/charts/group-1/v1.svg', false],
    ['/feed.xml', false],
  ])('keep %s for good: %s', (path, kept) => {
    expect(headersOf(path)['Cache-Control']).toBe(kept ? 'public, max-age=31536000, immutable' : 'no-cache');
  });

  test.each([
    ['/issues/48/data/observations.csv', 'text/csv; charset=utf-8', '*'],
    ['/api/issues.json', 'application/json; charset=utf-8', '*'],
    ['/data/catalog.jsonld', 'application/ld+json; charset=utf-8', '*'],
    ['/issues/48/charts/group-1.svg', 'image/svg+xml; charset=utf-8', '*'],
    ['/issues/48/data/SHA256SUMS', 'text/plain; charset=utf-8', '*'],
    ['/cite.ris', 'application/x-research-info-systems; charset=utf-8', undefined],
    ['/cite.bib', 'application/x-bibtex; charset=utf-8', undefined],
    ['/scan.pdf', 'application/pdf', '*'],
    ['/index.html', 'text/html; charset=utf-8', undefined],
  ])('say what %s is, and who may read it', (path, type, readers) => {
    const headers = headersOf(path);
    expect([headers['Content-Type'], headers['Access-Control-Allow-Origin']]).toEqual([type, readers]);
  });

  test('are written for nginx, Caddy and hosts from the same table', async () => {
    const server = { host: 'example.gov.cn', base: '/zwgk/', folder: '/srv/bulletin' };
    await expect(nginx(server)).toMatchFileSnapshot('snapshots/nginx.conf');
    await expect(caddy(server)).toMatchFileSnapshot('snapshots/Caddyfile');
    await expect(hostHeaders('/zwgk/')).toMatchFileSnapshot('snapshots/_headers');
    expect(nginx({ ...server, base: '/' })).not.toContain('return 301');
    expect(caddy({ ...server, base: '/' })).not.toContain('redir ');
  });

  test('keep to what hosts take: one star an address, 100 addresses, 2,000 letters a line', () => {
    const lines = hostHeaders('/').split('\n');
    const paths = lines.filter((line) => line.startsWith('/'));
    expect(paths.filter((path) => path.split('*').length > 2)).toEqual([]);
    expect(paths.length).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.length > 2000)).toEqual([]);
  });

  test('of a path with a point hold for no other', () => {
    expect(patternOf('/404.html')).toBe(String.raw`/404\.html`);
    expect(nginx({ host: null, base: '/a.b/', folder: '/srv' })).toContain(String.raw`~^/a\\.b(?:`);
  });
});
