import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { address, addressOf, pages } from '../site/page.ts';
import { violations } from './axe.ts';
import { launch } from './chromium.ts';

const WIDTHS = [320, 384, 768, 840, 1000, 1180, 1280];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** Tabs that no test uses now: to open one takes as long as to lay a page out at every width. */
const idle: Page[] = [];

async function newTab(): Promise<Page> {
  // axe is put into the page, which its own policy forbids to any script.
  const context = await browser.newContext({ bypassCSP: true });
  return context.newPage();
}

/** A page opened as a reader opens it, with all it asked for and all it said. */
async function open(path: string): Promise<{ page: Page; requests: string[]; log: string[] }> {
  const page = idle.pop() ?? (await newTab());
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize({ width: 1280, height: 900 });
  const requests: string[] = [];
  const log: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => log.push(message.text()));
  page.on('pageerror', (error) => log.push(error.message));
  await page.goto(address + path);
  return { page, requests, log };
}

async function leave(page: Page): Promise<void> {
  await page.goto('about:blank');
  for (const event of ['request', 'console', 'pageerror'] as const) page.removeAllListeners(event);
  idle.push(page);
}

/** How far a page is wider than the screen, how many drawings of each chart show, and text too small to read. */
const layout = (page: Page): Promise<{ overflow: number; shown: number[]; small: string[] }> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const visible = (node: Element): boolean => node.getBoundingClientRect().height > 0;
    const drawings = [...document.querySelectorAll('.chart svg, .answer svg')].filter(visible) as SVGSVGElement[];
    const small = drawings.flatMap((svg) => {
      const scale = svg.getScreenCTM()?.a ?? 0;
      const texts = [...svg.querySelectorAll('text')];
      return texts.filter((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale < 12);
    });
    return {
      overflow: root.scrollWidth - root.clientWidth,
      shown: [...document.querySelectorAll('.chart')].map((chart) => [...chart.children].filter(visible).length),
      small: small.map((text) => text.textContent),
    };
  });

/** Dates and numbers with their unit that begin in one line and end in another; in a bulletin's own text a date may. */
const parted = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode as Text;
      if (text.parentElement!.closest('svg, script, pre, .text, .edition, .checks, .unseen, thead')) continue;
      for (const { 0: whole, index } of text.data.matchAll(
        /\d+年(?:\d+月\d+日|[一二三四]季度)|第?\d[\d.]*(?:个百分点|%|分|项|期|年)/g,
      )) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + whole.length);
        if (new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size > 1) found.push(whole);
      }
    }
    return found;
  });

/** Each page is opened once for all that is asked of it; several are open at a time, so that every core has work. */
describe.concurrent.each(pages.map(addressOf))('/%s', (path) => {
  test('fits every width, keeps to itself, and is accessible by axe, light, dark and in forced colours', async () => {
    const { page, requests, log } = await open(path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const { overflow, shown, small } = await layout(page);
      expect(overflow, `never scrolls sideways at ${width} px`).toBe(0);
      expect(new Set(shown), `one drawing of each chart at ${width} px`).toEqual(new Set(shown.map(() => 1)));
      expect(small, `no text under 12 px at ${width} px`).toEqual([]);
      expect(await parted(page), `no number parted at ${width} px`).toEqual([]);
    }
    expect(requests.filter((url) => !url.startsWith(address))).toEqual([]);
    expect(log).toEqual([]);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        // What a scheme changes is colour; everything else is asked once.
        const found = await violations(page, scheme === 'dark' ? ['color-contrast', 'link-in-text-block'] : undefined);
        expect(found, `${scheme}, ${width} px`).toEqual([]);
      }
    }
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await violations(page, ['color-contrast', 'link-in-text-block']), 'forced colours').toEqual([]);
    await leave(page);
  });
});
