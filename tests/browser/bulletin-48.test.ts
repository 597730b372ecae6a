import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address } from '../site/page.ts';
import { launch } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
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
  const page = await browser.newPage();
  await page.goto(`${address}issues/48/`);
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await page.locator('.masthead').isVisible()).toBe(true);
  const furniture = 'header.site, footer.site, nav, button, summary, .skip, .actions, .ways';
  expect(await page.locator(`:is(${furniture}) >> visible=true`).count()).toBe(0);
  // A page of A4 without its margins, in px.
  await page.setViewportSize({ width: 658, height: 986 });
  const bottom = await page.locator('.answered').evaluate((figure) => figure.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThan(986);
  const addresses = await page
    .locator('[data-address]')
    .evaluateAll((all) => all.map((e) => (e as HTMLElement).dataset['address']));
  expect(addresses.filter((to) => !/^https?:/.test(to ?? ''))).toEqual([]);
  await page.close();
});
