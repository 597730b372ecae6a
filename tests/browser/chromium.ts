import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** What keeps a headless Chromium quiet on a machine without a network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-zygote',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser: `CHROMIUM_PATH`, else a `chromium` on the PATH, else the one that comes with `npm ci`. */
export async function launch(args: readonly string[] = []): Promise<Browser> {
  const found = process.env['CHROMIUM_PATH'] ?? onPath();
  const { executablePath, remove } = found ? { executablePath: found, remove: () => undefined } : await bundled();
  const browser = await chromium.launch({ executablePath, args: [...ARGS, ...args] });
  // A process of tests may be ended before it hears that it ends.
  browser.once('disconnected', remove);
  return browser;
}

const onPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)))
    .find((file) => existsSync(file));

/** @sparticuz/chromium brings its own libraries only where it believes to be on AWS Lambda, and no Chinese font at all. */
async function bundled(): Promise<{ executablePath: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-fonts-'));
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
  process.env['FONTCONFIG_FILE'] = fontsIn(folder);
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return {
    executablePath: await sparticuz.executablePath(),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A fontconfig file that knows the Chinese font of @embedpdf/fonts-sc (OFL) and nothing else. */
function fontsIn(folder: string): string {
  const require = createRequire(import.meta.url);
  mkdirSync(join(folder, 'cache'));
  symlinkSync(join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts'), join(folder, 'fonts'));
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'cache')}</cachedir></fontconfig>`,
  );
  return file;
}
