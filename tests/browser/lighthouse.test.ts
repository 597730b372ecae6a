import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, addressOf, pages, read } from '../site/page.ts';
import { launch } from './chromium.ts';

let browser: Browser;
let port: number;
beforeAll(async () => {
  port = await freePort();
  browser = await launch([`--remote-debugging-port=${port}`]);
});
afterAll(async () => {
  await browser.close();
});

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0));
    });
  });

/** What is the same kind of page whatever stands on it. */
const kindOf = (path: string): string =>
  path.replace(/^(issues)\/\d+/, '$1/*').replace(/(charts|indicators)\/[^/]+/, '$1/*');

/** The first page of each kind that search may find. */
const kinds = [
  ...Map.groupBy(
    pages.filter((page) => page !== '404.html' && !read(page).includes('content="noindex"')).map(addressOf),
    kindOf,
  ).entries(),
].map(([kind, [first]]) => [kind, first!] as const);

// How fast a page is depends on the machine; what Lighthouse asks besides does not. Of the page for staff it cannot read
// robots.txt, since that page may ask for nothing.
test.each(kinds)('/%s is without fault by Lighthouse', async (kind, path) => {
  const found = await lighthouse(address + path, {
    port,
    logLevel: 'error',
    onlyCategories: ['accessibility', 'best-practices', 'seo'],
    // Nothing comes to these pages once they are loaded, so there is nothing to wait for.
    pauseAfterFcpMs: 0,
    pauseAfterLoadMs: 0,
    networkQuietThresholdMs: 100,
    cpuQuietThresholdMs: 100,
    disableFullPageScreenshot: true,
    ...(kind === 'staff/check/' ? { skipAudits: ['robots-txt'] } : {}),
  });
  const { categories, audits } = found!.lhr;
  const faults = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && audits[id]!.score !== null && audits[id]!.score < 1)
      .map(({ id }) => `${id}: ${audits[id]!.title}`),
  );
  expect(faults).toEqual([]);
  expect(Object.values(categories).map(({ id, score }) => [id, (score ?? 0) >= 0.99])).toEqual([
    ['accessibility', true],
    ['best-practices', true],
    ['seo', true],
  ]);
});
