import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/cli/build.ts';
import { serve } from '../../src/cli/serve.ts';
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

interface Opened {
  readonly page: Page;
  readonly requests: string[];
  readonly log: string[];
}

async function open(query = '', options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const log: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(error.message));
  await page.goto(`${address}search/${query}`, { waitUntil: 'networkidle' });
  return { page, requests, log };
}

const status = (page: Page): Promise<string> => page.getByRole('status').innerText();
const ask = (page: Page, words: string): Promise<void> => page.getByRole('searchbox').fill(words);
const sentences = (page: Page): Promise<string[]> => page.locator('#results a').allInnerTexts();
/** Waits for what the page will say, however busy the machine. */
const poll = <T>(read: () => T): ReturnType<typeof expect.poll<T>> => expect.poll(read, { timeout: 60_000 });
const marked = (page: Page): Promise<string[]> => page.locator('#results mark').allInnerTexts();

test('nothing is loaded before the reader turns to it, then only from this site, under the page’s own policy', async () => {
  const { page, requests, log } = await open();
  expect(requests.filter((url) => url.includes('pagefind'))).toEqual([]);
  await page.getByRole('searchbox').focus();
  await poll(() => requests.some((url) => url.endsWith('/search/pagefind/0/pagefind.js'))).toBe(true);
  await ask(page, '97.2');
  await poll(() => status(page)).toMatch(/^找到\d+句。$/);
  expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
  expect(log).toEqual([]);
  await page.context().close();
});

test.each([
  ['97.2', ['97.2']],
  ['97.2%', ['97.2']],
  // The bulletin writes it so; in our own words thousands are parted.
  ['65826', ['65826', '65,826']],
  ['65,826', ['65826', '65,826']],
  ['不见面', ['不见面']],
  ['“一窗”', ['一窗']],
  ['审', ['审']],
  ['８４．０', ['84.0']],
])('“%s” finds whole sentences with its digits or letters marked', async (asked, hits) => {
  const { page, log } = await open();
  await ask(page, asked);
  await poll(() => status(page)).toMatch(/^找到\d+句。$/);
  const found = await sentences(page);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((words) => !hits.some((hit) => words.includes(hit)))).toEqual([]);
  expect(found.filter((words) => !/[。）\p{Script=Han}]$/u.test(words))).toEqual([]);
  expect(new Set(await marked(page))).toEqual(new Set(hits));
  expect(log).toEqual([]);
  await page.context().close();
});

test('a number is not found in another one', async () => {
  const { page } = await open();
  await ask(page, '7.2');
  await poll(() => status(page)).toBe('没有找到“7.2”。');
  await page.context().close();
});

test('words divided by spaces must stand in one sentence; what stands nowhere as a whole is looked for by its words', async () => {
  const { page } = await open();
  await ask(page, '98.9 不见面');
  await poll(() => status(page)).toMatch(/^找到/);
  for (const words of await sentences(page)) expect(words).toMatch(/不见面.*98\.9|98\.9.*不见面/);
  await ask(page, '审批占比');
  await poll(() => status(page)).toMatch(/^没有连着写“审批占比”的；这几个词都有的，找到\d+句。$/);
  for (const words of await sentences(page)) expect(words).toMatch(/审批.*占比|占比.*审批/);
  await page.context().close();
});

test('a filter leaves what is of its kind, stands in the address, and is kept for who opens that', async () => {
  const { page } = await open();
  await ask(page, '不见面');
  await poll(() => status(page)).toMatch(/^找到/);
  const all = await sentences(page);
  await page.getByLabel('类型').selectOption('正文');
  await poll(async () => (await sentences(page)).length).toBeLessThan(all.length);
  const text = await sentences(page);
  expect(text.length).toBeGreaterThan(0);
  expect(await page.locator('#results .meta').allInnerTexts()).toEqual(
    text.map(() => expect.stringMatching(/^第48期正文(?!数字)/) as string),
  );
  const { page: again } = await open(new URL(page.url()).search);
  await poll(() => sentences(again)).toEqual(text);
  await again.getByLabel('通报').selectOption('48');
  await again.getByLabel('主题').selectOption('政务服务');
  await poll(() => again.url()).toContain('issue=48');
  await poll(() => sentences(again)).toEqual(text);
  await page.context().close();
  await again.context().close();
});

test('more sentences are listed on request, and the reader goes on at the first of them', async () => {
  const { page } = await open();
  await ask(page, '2020');
  await poll(() => page.locator('#results li').count()).toBe(20);
  await page.getByRole('button', { name: '再列20句' }).click();
  await poll(() => page.locator('#results li').count()).toBeGreaterThan(20);
  await poll(() => page.evaluate(() => document.activeElement === document.querySelectorAll('#results a')[20])).toBe(
    true,
  );
  await page.context().close();
});

test('a result leads to its place, by keyboard alone', async () => {
  const { page } = await open();
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('不见面审批事项占比98.9');
  await poll(() => status(page)).toMatch(/^找到\d+句。$/);
  const first = page.locator('#results a').first();
  for (let i = 0; i < 8 && !(await first.evaluate((node) => node === document.activeElement)); i += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${address}issues/48/#s2-1`);
  expect(await page.locator('#s2-1').evaluate((node) => node.getBoundingClientRect().top)).toBeLessThan(900);
  await page.context().close();
});

test('without a script it says what to do instead, and shows no dead form', async () => {
  const { page } = await open('', { javaScriptEnabled: false });
  expect(await page.locator('#search').isVisible()).toBe(false);
  expect(await page.locator('#unscripted').innerText()).toContain('全部通报');
  await page.context().close();
});

test('where the index cannot be had, it says so', async () => {
  const { page } = await open();
  await page.route('**/pagefind/**', (route) => route.abort());
  await ask(page, '审');
  await poll(() => status(page)).toBe('搜索没有装载成功，请重新打开本页，或者到“通报”“指标”“数据”里找。');
  await page.context().close();
});

test.each<[string, (route: Route) => Promise<void>]>([
  ['missing', (route) => route.fulfill({ status: 404, body: '' })],
  ['cut off by the line', (route) => route.abort()],
  ['not what it was', (route) => route.fulfill({ body: 'junk' })],
])('where a part of the index is %s, it says so and gives no half answer', async (_, respond) => {
  const { page } = await open();
  await page.route('**/index/*.pf_index', respond);
  await ask(page, '审');
  await poll(() => status(page)).toBe('搜索没有装载成功，请重新打开本页，或者到“通报”“指标”“数据”里找。');
  expect(await sentences(page)).toEqual([]);
  await page.context().close();
});

test.each([
  [320, 'light'],
  [1280, 'dark'],
] as const)('with its results it is accessible by axe, %i px, %s', async (width, colorScheme) => {
  const { page } = await open('?q=97.2', { bypassCSP: true, colorScheme, viewport: { width, height: 900 } });
  await poll(() => status(page)).toMatch(/^找到/);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await page.context().close();
});

describe('of bulletins in two indexes', () => {
  const work = mkdtempSync(join(tmpdir(), 'bulletin-volumes-'));
  let served: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    const [root, folder] = [join(work, 'root'), join(work, 'site')];
    cpSync(join(import.meta.dirname, '../cases/valid'), root, { recursive: true });
    cpSync(join(root, 'content/issues/1.mdx'), join(root, 'content/issues/250.mdx'));
    cpSync(join(root, 'data/issues/1'), join(root, 'data/issues/250'), { recursive: true });
    expect(await build({ root, out: folder, base: '/', site: null }, () => undefined)).toBe(0);
    served = await serve({ folder, base: '/', port: 0 });
  });
  afterAll(async () => {
    await served.close();
    rmSync(work, { recursive: true, force: true });
  });

  const RANK = ['/indicators/', '/issues/250', '/issues/1'];

  test('it finds the sentences of all, indicators first, then the newest', async () => {
    const page = await browser.newPage();
    const log: string[] = [];
    page.on('console', (message) => log.push(message.text()));
    await page.goto(`${served.address}search/?q=97.2`);
    await poll(() => status(page)).toMatch(/^找到\d+句。$/);
    const addresses = await page
      .locator('#results a')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')!));
    const order = addresses.map((to) => /^\/indicators\//.exec(to)?.[0] ?? /^\/issues\/\d+/.exec(to)![0]);
    expect([...new Set(order)]).toEqual(RANK);
    expect(order).toEqual(order.toSorted((a, b) => RANK.indexOf(a) - RANK.indexOf(b)));
    await page.getByLabel('通报').selectOption('1');
    await poll(() => sentences(page)).toHaveLength(order.filter((to) => to === '/issues/1').length + 1);
    expect(log).toEqual([]);
    await page.close();
  });
});
