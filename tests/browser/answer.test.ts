import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, addressOf, pages } from '../site/page.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** The front page, and every bulletin's. */
const answering = pages.map(addressOf).filter((path) => /^(issues\/\d+\/)?$/.test(path));

async function open(path: string, width: number, height: number): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true, viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(address + path);
  return page;
}

/** Rows of the answer whose outcome stands wholly on the screen. */
const onScreen = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.answer tbody .outcome span')].filter((outcome) => {
        const { top, bottom, left, right } = outcome.getBoundingClientRect();
        return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
      }).length,
  );

describe.concurrent.each(answering)('/%s', (path) => {
  test('shows the headline and all six outcomes on the first screen of a desk', async () => {
    const page = await open(path, 1280, 800);
    expect(await page.locator('h1').textContent()).toMatch(/^[五六]项.定目标.*达到/);
    expect(await onScreen(page)).toBe(6);
    await page.context().close();
  });

  test('shows two rows or more on the first screen of a phone', async () => {
    const page = await open(path, 390, 844);
    const rows = await page
      .locator('.answer tbody tr')
      .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().bottom <= innerHeight));
    expect(rows.filter(Boolean).length).toBeGreaterThanOrEqual(2);
    await page.context().close();
  });

  test.each([320, 390])('hides no answer beside a screen of %i px', async (width) => {
    const page = await open(path, width, 844);
    const beside = await page.evaluate(() =>
      [...document.querySelectorAll('.answer tbody > * > *, .comparison tbody > * > *, .facts td')]
        .filter((cell) => {
          const { left, right, width } = cell.getBoundingClientRect();
          return width > 1 && (left < 0 || right > innerWidth);
        })
        .map((cell) => cell.textContent),
    );
    expect(beside).toEqual([]);
    await page.context().close();
  });

  test.each([768, 1280])('shows every outcome of a table at %i px', async (width) => {
    const page = await open(path, width, 900);
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll('.comparison')]
        .filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0))
        .map((table) => table.querySelector('caption')?.textContent),
    );
    expect(cut).toEqual([]);
    await page.context().close();
  });

  test('is accessible in forced colours, its labels large enough to read', async () => {
    const page = await open(path, 390, 844);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await violations(page)).toEqual([]);
    const small = await page.evaluate(
      () =>
        [...document.querySelectorAll('.answer svg text')].filter((text) => text.getBoundingClientRect().height < 12)
          .length,
    );
    expect(small).toBe(0);
    await page.context().close();
  });
});

test.each(['indicators/', 'indicators/no-visit-approval/'])(
  '/%s ends the lines of a phone with the outcomes',
  async (path) => {
    const page = await open(path, 390, 844);
    const apart = await page.evaluate(() =>
      [...document.querySelectorAll('.stacked .outcome')].map((outcome) => {
        const row = outcome.closest('tr')!.getBoundingClientRect();
        const name = outcome.closest('tr')!.querySelector('th')!.getBoundingClientRect();
        const { right, top } = outcome.getBoundingClientRect();
        return Math.abs(row.right - right) < 1 && top < name.bottom;
      }),
    );
    expect(apart.length).toBeGreaterThan(0);
    expect(apart).not.toContain(false);
    await page.context().close();
  },
);
