import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address } from '../site/page.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; log: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const log: string[] = [];
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(error.message));
  await page.goto(address + path, { waitUntil: 'networkidle' });
  return { page, log };
}

const said = (page: Page): Promise<string[]> =>
  page.locator('.reading').evaluate((node) => node.textContent.split('\n').filter(Boolean));
const marks = (page: Page): Locator => page.locator('.chart [data-at] >> visible=true');
const REACHED = ['政务服务事项不见面审批事项占比', '2020年达到：97.2%（市级）', '出处：第48期附表第1行'];

test('the mark under the pointer says its number and where it stands, under the page’s own policy', async () => {
  const { page, log } = await open('issues/48/charts/no-visit-approval/');
  expect(await said(page)).toEqual([]);
  await marks(page).and(page.locator('[data-at*="97.2%"]')).hover();
  expect(await said(page)).toEqual(REACHED);
  expect(await page.locator('.reading').isVisible()).toBe(true);
  await page.mouse.move(5, 5);
  expect(await said(page)).toEqual([]);
  expect(await page.locator('.reading').isVisible()).toBe(false);
  expect(log).toEqual([]);
  await page.context().close();
});

test('arrow keys go from mark to mark, row by row, and Escape closes', async () => {
  const { page } = await open('issues/48/charts/group-2/');
  const chart = page.locator('.chart').first();
  for (let i = 0; i < 40 && !(await chart.evaluate((node) => node === document.activeElement)); i += 1)
    await page.keyboard.press('Tab');
  const heard: string[] = [];
  for (let i = 0; i < 40; i += 1) {
    const now = (await said(page)).slice(0, 2).join(' ');
    if (now === heard.at(-1)) break;
    heard.push(now);
    await page.keyboard.press('ArrowRight');
  }
  expect(heard).toHaveLength(new Set(heard).size);
  expect(heard).toHaveLength(await page.locator('.chart .wide [data-at]').count());
  const rows = heard.map((words) => words.split(' ')[0]!);
  expect(rows, 'each row is read whole').toEqual([...new Set(rows)].flatMap((row) => rows.filter((r) => r === row)));
  await page.keyboard.press('ArrowLeft');
  expect((await said(page)).slice(0, 2).join(' ')).toBe(heard.at(-2));
  await page.keyboard.press('Escape');
  expect(await said(page)).toEqual([]);
  await page.context().close();
});

describe('on a phone', () => {
  test.each(['', 'issues/48/', 'issues/48/charts/group-1/'])(
    'a tap at a mark of /%s opens what it says, whole',
    async (path) => {
      const { page } = await open(path, { viewport: { width: 320, height: 800 }, hasTouch: true, isMobile: true });
      const mark = page.locator(':is(.chart, .answer) [data-at] >> visible=true').first();
      await mark.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await mark.boundingBox())!;
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      expect(await said(page)).toEqual((await mark.getAttribute('data-at'))!.split('\n'));
      const box = (await page.locator('.reading').boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(320);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.touchscreen.tap(5, 5);
      expect(await said(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test('without a script a chart is no stop for the keyboard, and says all in its table', async () => {
  const { page } = await open('issues/48/charts/no-visit-approval/', { javaScriptEnabled: false });
  expect(await page.locator('.chart[tabindex], .reading').count()).toBe(0);
  expect(await page.locator('td', { hasText: '97.2%' }).count()).toBeGreaterThan(0);
  await page.context().close();
});

test.each(['issues/48/', 'issues/48/charts/group-2/'])(
  'a chart of /%s that is read is accessible by axe',
  async (path) => {
    const { page } = await open(path, { bypassCSP: true });
    await page.locator(':is(.chart, .answer) [data-at] >> visible=true').first().hover();
    expect((await said(page)).length).toBeGreaterThan(1);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  },
);
