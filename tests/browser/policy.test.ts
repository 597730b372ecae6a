import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, addressOf, pages } from '../site/page.ts';
import { launch } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

test('no page breaks its own policy or that of its header, nor does a drawing opened alone', async () => {
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(`${page.url()}: ${message.text()}`));
  page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
  for (const path of [...pages.map(addressOf), 'issues/48/charts/group-1.svg']) {
    const answer = await page.goto(address + path, { waitUntil: 'load' });
    expect(answer?.headers()['content-security-policy'], path).toContain("default-src 'none'");
  }
  expect(said).toEqual([]);
});

test('text becomes neither markup nor a script’s address in a page', async () => {
  const page = await browser.newPage();
  for (const path of ['', 'search/', 'staff/check/']) {
    await page.goto(address + path, { waitUntil: 'networkidle' });
    const refusals = await page.evaluate(() =>
      [
        () => {
          document.body.innerHTML = '<p>';
        },
        () => new Worker('/other.js'),
      ].map((act) => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      }),
    );
    expect(refusals, path).toEqual(['TypeError', 'TypeError']);
  }
});
