import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from './chromium.ts';

const root = mkdtempSync(join(tmpdir(), 'bulletin-dev-'));
const table = join(root, 'data/issues/1/comparison.csv');
const text = join(root, 'content/issues/1.mdx');
let server: ChildProcess;
let browser: Browser;
let page: Page;
let address: string;

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../cases/valid'), root, { recursive: true });
  // Under vitest's own variables Vite would take this for a test run of its own, and watch nothing.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|MODE|DEV|PROD|TEST|BASE_URL|SSR)/.test(name)),
  );
  server = spawn(
    process.execPath,
    [join(import.meta.dirname, '../../src/cli/main.cjs'), 'dev', '--root', root, '--port', '0'],
    { stdio: 'pipe', env },
  );
  address = await new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /请打开 (\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    server.once('exit', () => {
      reject(new Error(said));
    });
  });
  browser = await launch();
  page = await browser.newPage();
  // A change before the page listens would tell it nothing.
  await Promise.all([
    page.waitForEvent('console', (message) => message.text().includes('[vite] connected')),
    page.goto(`${address}issues/1/`),
  ]);
});

afterAll(async () => {
  await browser.close();
  server.kill();
  rmSync(root, { recursive: true, force: true });
});

const edit = (file: string, from: string, to: string): void => {
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
};
const shown = (words: string) =>
  expect.poll(() => page.textContent('body').catch(() => ''), { timeout: 30_000 }).toContain(words);
/** Vite's and Astro's overlay alike; its text is in a shadow tree, which the locator sees into. */
const overlay = () => page.locator('vite-error-overlay');

test('a changed table and a changed text show on the page', async () => {
  edit(table, '97.2%', '95.1%');
  await shown('95.1%');
  edit(text, '建设了', '建成了');
  await shown('建成了');
});

test('a problem covers the page with its place and its cure, and goes when it is cured', async () => {
  edit(table, '95.1%', '0.951');
  await overlay().waitFor({ timeout: 30_000 });
  await expect
    .poll(() => overlay().evaluate((node) => node.shadowRoot?.textContent ?? ''), { timeout: 30_000 })
    .toContain('data/issues/1/comparison.csv 第2行 H2');
  edit(table, '0.951', '96.4%');
  await shown('96.4%');
  expect(await overlay().count()).toBe(0);
});
