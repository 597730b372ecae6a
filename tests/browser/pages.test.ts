import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, addressOf, pages } from '../site/page.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

const WIDTHS = [320, 768, 1280];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** A page opened as a reader opens it, with all it asked for and all it said. */
async function open(
  path: string,
  scheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; requests: string[]; log: string[] }> {
  // axe is put into the page, which its own policy forbids to any script.
  const context = await browser.newContext({
    colorScheme: scheme,
    bypassCSP: true,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const log: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(error.message));
  await page.goto(address + path);
  return { page, requests, log };
}

describe.each(pages.map(addressOf))('/%s', (path) => {
  test('never scrolls sideways, asks no other host, and says nothing to the console', async () => {
    const { page, requests, log } = await open(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${width} px`).toBe(0);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll('.chart')].map(
          (chart) => [...chart.children].filter((c) => c.getBoundingClientRect().height > 0).length,
        ),
      );
      expect(new Set(shown), `one drawing of each chart at ${width} px`).toEqual(new Set(shown.map(() => 1)));
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.chart svg')].flatMap((svg) => {
          const scale = (svg as SVGSVGElement).getScreenCTM()?.a ?? 0;
          return svg.getBoundingClientRect().height === 0
            ? []
            : [...svg.querySelectorAll('text')]
                .filter((t) => Number.parseFloat(getComputedStyle(t).fontSize) * scale < 12)
                .map((t) => t.textContent);
        }),
      );
      expect(small, `text under 12 px at ${width} px`).toEqual([]);
    }
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(log).toEqual([]);
    await page.context().close();
  });

  test.each(['light', 'dark'] as const)('is accessible by axe in %s mode, on a phone and on a desk', async (scheme) => {
    const { page } = await open(path, scheme);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${width} px`).toEqual([]);
    }
    await page.context().close();
  });
});

test('a page is whole under its own content policy, without JavaScript', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const log: string[] = [];
  page.on('console', (message) => log.push(message.text()));
  await page.goto(`${address}issues/48/`);
  expect(log).toEqual([]);
  expect(await page.locator('.chart svg >> visible=true').count()).toBe(3);
  await context.close();
});

test('an address that does not exist leads to the page that says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const response = await page.goto(`${address}issues/9999/`);
  expect(response?.status()).toBe(404);
  expect(await page.locator('h1').textContent()).toBe('没有这个页面');
  await context.close();
});

test('the issue page prints on A4', async () => {
  const { page } = await open('issues/48/');
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await page.locator('.masthead').isVisible()).toBe(true);
  expect(await page.locator('header.site').isVisible()).toBe(false);
  await page.context().close();
});
