import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { address } from '../site/page.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

const cases = join(import.meta.dirname, '../cases');
const work = mkdtempSync(join(tmpdir(), 'bulletin-staff-'));

let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: string[];
let log: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
});

/** The page is loaded, then the network is cut: whatever follows works without it, or not at all. */
beforeEach(async () => {
  context = await browser.newContext({ acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  page = await context.newPage();
  log = [];
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(error.message));
  await page.goto(`${address}staff/check/`, { waitUntil: 'networkidle' });
  await context.setOffline(true);
  requests = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) requests.push(request.url());
  });
});

afterEach(async () => {
  expect(requests, 'nothing is uploaded, nothing is fetched').toEqual([]);
  expect(log).toEqual([]);
  await context.close();
});

const root = (name: string, ...files: string[]): string[] => files.map((file) => join(cases, name, file));
const ALL = ['content/issues/1.mdx', 'data/indicators.csv', 'data/issues/1/comparison.csv', 'data/issues/1/facts.csv'];
const choose = async (files: string[]): Promise<void> => {
  await page.setInputFiles('#files', files);
  await page.locator('#status', { hasText: '检查完了' }).waitFor({ timeout: 10_000 });
};
const status = (): Promise<string | null> => page.textContent('#status');

describe('/staff/check/', () => {
  test('says that a sound bulletin is sound and shows its charts', async () => {
    await choose(root('valid', ...ALL));
    expect(await status()).toBe('检查完了：没有错误，0处说明（已替您规范，不必改）。');
    expect(await page.locator('.chart svg >> visible=true').count()).toBe(2);
  });

  test('marks the wrong cell where Excel shows it, with what to type', async () => {
    await choose(root('value-percent-as-fraction', ...ALL));
    expect(await status()).toBe('检查完了：1处错误，0处说明。改正全部错误后才能发布。');
    const cell = page.locator('td.error');
    expect(await cell.getAttribute('id')).toBe('data/issues/1/comparison.csv#H2');
    expect(await cell.textContent()).toContain(
      '0.972“0.972”在单位为 % 的列里，可能是 Excel 把百分数存成了小数。照通报写百分数，如 97.2%',
    );
    await page.click('.where');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('data/issues/1/comparison.csv#H2');
  });

  test('copies the list as the command line prints it', async () => {
    await choose(root('value-formula-error', ...ALL));
    await page.click('text=复制清单');
    await page.locator('#status', { hasText: '清单已复制。' }).waitFor({ timeout: 10_000 });
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：“#DIV/0!”是 Excel 的出错标记，不是数\n→ 在 Excel 里改正公式或列宽，填上通报里的数',
    );
  });

  test('checks one loose table against the registry of the site, whatever its name', async () => {
    const file = join(work, '附表 最终版.csv');
    writeFileSync(file, '指标,2019年评价水平,2020年达到水平\n统一受理事项覆盖度,40.78%,0.799\n');
    await choose([file]);
    expect(await page.locator('td.error').getAttribute('id')).toBe('data/issues/1/comparison.csv#C2');
    expect(await page.textContent('#result')).toContain('没有放入指标名录，用的是本站现有的名录。');
  });

  test('hands out a mended file that needs no mending and states the same', async () => {
    await choose(root('gb18030', ...ALL));
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=下载规范后的 CSV')]);
    const mended = join(work, 'comparison.csv');
    await download.saveAs(mended);
    expect(readFileSync(mended, 'utf8').replace(/\r\n/g, '\n')).toBe(
      `\ufeff${readFileSync(join(cases, 'valid', ALL[2]!), 'utf8')}`,
    );
  });

  test('offers no mended file while an error is left', async () => {
    await choose(root('value-formula-error', ...ALL));
    expect(await page.locator('text=下载规范后的 CSV').count()).toBe(0);
  });

  test('is accessible by axe with a list of problems, marked cells and charts on it', async () => {
    const bypassing = await browser.newContext({ bypassCSP: true });
    const own = await bypassing.newPage();
    await own.goto(`${address}staff/check/`, { waitUntil: 'networkidle' });
    await own.setInputFiles('#files', root('many-files-at-once', ...ALL));
    await own.locator('#status', { hasText: '检查完了' }).waitFor({ timeout: 10_000 });
    expect(await violations(own)).toEqual([]);
    await bypassing.close();
  });

  test('refuses a renamed workbook in words', async () => {
    await choose(root('xlsx-renamed', ...ALL));
    expect(await page.textContent('.problems')).toContain('只是改了扩展名，不能当作 CSV 读取');
  });

  test('turns the pages of a table of 10,000 rows', async () => {
    const rows = Array.from({ length: 10_000 }, (_, i) => `事项${i},${i === 9_500 ? '无' : i + 1},件,,,二(一),,,`);
    const file = join(work, 'facts.csv');
    writeFileSync(file, `指标,数值,单位,时点,层级,出处,关联指标,关系,备注\n${rows.join('\n')}\n`);
    await choose([file]);
    expect(await page.locator('.sheet tbody tr').count()).toBe(100);
    expect(await page.locator('td.error').first().getAttribute('id')).toBe('data/issues/1/facts.csv#B9502');
  });
});
