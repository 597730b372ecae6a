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

test('the page of methods takes three screens', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}methods/`);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * 800);
  await page.close();
});

test('who comes by the address of a check is shown where it stands now, without a script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}methods/#csv-unclosed-quote`);
  const moved = page.locator('.moved li >> visible=true');
  expect(await moved.count()).toBe(1);
  const box = await moved.boundingBox();
  const scrolled = await page.locator('html').boundingBox();
  expect(scrolled!.y, 'the page is scrolled to it').toBeLessThan(0);
  expect(box!.y).toBeGreaterThanOrEqual(0);
  await moved.getByRole('link').click();
  await page.waitForURL(`${address}staff/checks/#csv-unclosed-quote`);
  expect(await page.locator('#csv-unclosed-quote dt').innerText()).toContain('引号没有配对');
  await context.close();
});
