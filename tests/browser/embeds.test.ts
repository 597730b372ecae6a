import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { documentOf, pages } from '../site/page.ts';
import { launch } from './chromium.ts';

const { address, base, site } = inject('site');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** Frames as the charts' pages offer them, with what stands in each. */
const frames = pages
  .filter((page) => /^issues\/48\/charts\/[^/]+\/index\.html$/.test(page))
  .flatMap((page) =>
    [...documentOf(page).querySelectorAll('#embed pre')].map((pre) => {
      const [, source = '', height = ''] = /src="([^"]+)".* height="(\d+)"/.exec(pre.textContent) ?? [];
      return { path: source.slice(`${site}${base}`.length), height: Number(height) };
    }),
  );

test('a frame is as high as its page takes, however wide it is', async () => {
  expect(frames.length).toBeGreaterThan(20);
  const page = await browser.newPage();
  const wrong: string[] = [];
  for (const width of [280, 366, 639, 640]) {
    await page.setViewportSize({ width, height: 100 });
    for (const { path, height } of frames) {
      await page.goto(new URL(path, address).href);
      const takes = await page.evaluate(() => document.documentElement.scrollHeight);
      if (takes > height) wrong.push(`${path} at ${width}: ${takes} in ${height}`);
    }
  }
  expect(wrong).toEqual([]);
});
