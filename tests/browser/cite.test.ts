import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, addressOf, pages } from '../site/page.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

const chart = addressOf(pages.find((page) => /^issues\/48\/charts\/[^/]+\/index\.html$/.test(page))!);
const data = 'issues/48/data/';
const NAMES = [
  '新闻一行',
  'GB/T 7714—2025',
  'GB/T 7714—2015',
  'APA 7',
  'Chicago',
  'MLA 9',
  'BibTeX',
  'BibLaTeX',
  'RIS',
  'CSL-JSON',
];
/** Late in the evening of the 22nd in Greenwich, early on the 23rd where the bulletin is read. */
const NOW = '2026-11-22T17:30:00Z';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** A page as a reader in Henan opens it, and what it said to the console. */
async function open(
  path: string,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ page: Page; log: string[] }> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const log: string[] = [];
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(error.message));
  if (options.javaScriptEnabled !== false) await page.clock.setFixedTime(NOW);
  await prepare?.(page);
  await page.goto(address + path, { waitUntil: 'load' });
  return { page, log };
}

const copyOf = (page: Page, name: string): Locator => page.getByRole('button', { name: `复制“${name}”`, exact: true });
const textOf = (page: Page, name: string): Promise<string | null> =>
  page.locator(`.form[data-name="${name}"] .cite`).textContent();
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const said = (page: Page): Promise<string> => page.locator('.citing [role="status"]').innerText();

test('every text has a button that copies it exactly, and says so', async () => {
  const { page, log } = await open(chart);
  for (const name of ['可以直接引用的一句话', ...NAMES]) {
    await copyOf(page, name).click();
    await expect.poll(() => said(page)).toBe(`已复制：${name}`);
    expect(await clipboard(page)).toBe(await textOf(page, name));
  }
  expect(await page.locator('.citing details[open]').count(), 'what is folded stays folded').toBe(0);
  expect(log).toEqual([]);
  await page.context().close();
});

test('the date of reading is the reader’s own day, wherever it belongs', async () => {
  const { page } = await open(data);
  expect(await textOf(page, 'GB/T 7714—2025')).toContain('（2021-01-25）[2026-11-23]. http');
  expect(await textOf(page, 'GB/T 7714—2015')).toContain('(2021-01-25)[2026-11-23]. http');
  expect(await page.locator('.citing').textContent()).toContain('引用日期写的是今天，2026-11-23。');
  for (const name of NAMES) expect(await textOf(page, name)).not.toContain('引用日期');
  await copyOf(page, 'GB/T 7714—2025').click();
  await expect.poll(() => clipboard(page)).toContain('[2026-11-23]');
  await page.context().close();
});

test('without the clipboard of a secure page it copies by selection', async () => {
  const { page } = await open(chart, {}, (p) =>
    p.addInitScript(() => {
      Object.defineProperty(window, 'read', { value: navigator.clipboard.readText.bind(navigator.clipboard) });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    }),
  );
  for (const name of ['新闻一行', 'APA 7', 'BibTeX']) {
    await copyOf(page, name).click();
    await expect.poll(() => said(page)).toBe(`已复制：${name}`);
    expect((await page.evaluate(() => (window as unknown as { read: () => Promise<string> }).read())).trimEnd()).toBe(
      await textOf(page, name),
    );
  }
  expect(await page.locator('.citing details[open]').count()).toBe(0);
  await page.context().close();
});

test('where nothing can copy, it says so and leaves the text selected', async () => {
  const { page } = await open(chart, {}, (p) =>
    p.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    }),
  );
  await copyOf(page, 'APA 7').click();
  await expect.poll(() => said(page)).toBe('没有复制成功，请选中文字后手工复制');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await textOf(page, 'APA 7'));
  await page.context().close();
});

test('the forms for reference managers are saved as files, RIS with its CRLF', async () => {
  const { page, log } = await open(data, { acceptDownloads: true });
  for (const [name, ending] of [
    ['BibTeX', '.bib'],
    ['BibLaTeX', '.biblatex.bib'],
    ['RIS', '.ris'],
    ['CSL-JSON', '.json'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `下载“${name}”`, exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^bulletin-48-data-v\\d+${ending.replaceAll('.', '\\.')}$`),
    );
    const line = name === 'RIS' ? '\r\n' : '\n';
    expect(readFileSync(await download.path(), 'utf8')).toBe(
      `${(await textOf(page, name))!.replaceAll('\n', line)}${line}`,
    );
  }
  expect(log).toEqual([]);
  await page.context().close();
});

test('without a script there are no dead buttons, and every text can be read', async () => {
  const { page } = await open(chart, { javaScriptEnabled: false });
  expect(await page.locator('.citing button').count()).toBe(0);
  expect(await textOf(page, 'GB/T 7714—2025')).toContain('[引用日期]');
  expect(await page.locator('.citing').textContent()).toContain('“引用日期”请换成打开本页的日期。');
  await page.locator('summary', { hasText: 'APA 7' }).click();
  expect(await page.locator('.form[data-name="APA 7"] .cite').isVisible()).toBe(true);
  await page.context().close();
});

test.each([chart, data])('the script moves nothing, %s', async (path) => {
  const heights: number[][] = [];
  for (const javaScriptEnabled of [false, true]) {
    for (const width of [320, 1280]) {
      const { page } = await open(path, { javaScriptEnabled, viewport: { width, height: 900 } });
      heights.push(
        await page
          .locator('.form, #cite')
          .evaluateAll((forms) => forms.map((form) => form.getBoundingClientRect().height)),
      );
      await page.context().close();
    }
  }
  expect(heights.slice(2)).toEqual(heights.slice(0, 2));
});

test.each([
  ['a phone', 320, 'light'],
  ['a desk', 1280, 'dark'],
] as const)('with buttons large enough, on %s, it is accessible by axe', async (_, width, colorScheme) => {
  const { page } = await open(chart, { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
  await copyOf(page, 'APA 7').click();
  await page.locator('summary', { hasText: 'BibTeX' }).first().click();
  const boxes = await page
    .locator('.citing button')
    .evaluateAll((all) => all.map((b) => b.getBoundingClientRect()).map(({ width: w, height: h }) => Math.min(w, h)));
  expect(boxes.filter((size) => size < 44)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
    0,
  );
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.citing button >> visible=true').count()).toBe(0);
  await page.context().close();
});
