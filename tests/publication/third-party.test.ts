import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { expect, test, vi } from 'vitest';
import { astroConfig } from '../../src/integrations/astro-config.ts';

const root = join(import.meta.dirname, '../..');
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** Scripts that pages load, as their templates name them. */
const scripts = globSync('src/**/*.astro', { cwd: root })
  .sort()
  .flatMap((file) =>
    [...read(file).matchAll(/<script>\s*import '([^']+)'/g)].map(([, path]) => join(root, file, '..', path!)),
  );

/** Every module that leaves code in what a browser loads, workers included. */
async function bundledModules(): Promise<string[]> {
  const modules = new Set<string>();
  const collector: Plugin = {
    name: 'collector',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const [id, { renderedLength }] of chunks.flatMap((chunk) => Object.entries(chunk.modules)))
        if (renderedLength > 0) modules.add(id.replaceAll('\\', '/'));
    },
  };
  // Some packages have other code for tests.
  vi.stubEnv('NODE_ENV', 'production');
  const { vite } = astroConfig({ base: '/', site: null });
  await build({
    ...(vite as object),
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    plugins: [collector],
    worker: { format: 'es', plugins: () => [collector] },
    build: { write: false, assetsInlineLimit: 0, rolldownOptions: { input: scripts } },
  });
  vi.unstubAllEnvs();
  return [...modules];
}

/** Whose code a module is: a package's, or that of a bundler which adds lines of its own (`\0rolldown/runtime.js`). */
function packageOf(module: string): string {
  const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)|^\0([a-z]+)\//.exec(module)?.slice(1).find(Boolean);
  if (name === undefined) throw new Error(`${JSON.stringify(module)} is of no package`);
  return name;
}

/** What gets into the site otherwise than as a script's module: search with its index, and the letters of the pictures. */
const UNBUNDLED = ['@embedpdf/fonts-sc', 'pagefind'];

/** What d3-array has copied into its own file, so that no module bears its name. */
const COPIED = ['internmap'];

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;

/** All files of a package that state its licence, those in a folder of them too. */
function licenceText(folder: string): string {
  const texts = readdirSync(folder)
    .filter((name) => LICENCE_FILE.test(name))
    .sort()
    .map((name) => join(folder, name))
    .map((path) => (statSync(path).isDirectory() ? licenceText(path) : readFileSync(path, 'utf8')));
  return texts.map((text) => text.replaceAll('\r\n', '\n').trim()).join('\n\n');
}

interface Locked {
  readonly version: string;
  readonly license: string;
  readonly integrity: string;
}

const { packages: locked } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };

function thirdParty(name: string): object {
  const { version, license, integrity } = locked[`node_modules/${name}`]!;
  return { name, version, licence: license, integrity, text: licenceText(join(root, 'node_modules', name)) };
}

test('what of others is in the site is on the list, with its licence in full (-u writes the list anew)', async () => {
  const modules = (await bundledModules()).filter((module) => !module.startsWith(`${root.replaceAll('\\', '/')}/src/`));
  const names = [...new Set([...modules.map(packageOf), ...UNBUNDLED, ...COPIED])].sort();
  for (const name of names) expect(licenceText(join(root, 'node_modules', name)), name).toMatch(/copyright/i);
  await expect(`${JSON.stringify(names.map(thirdParty), null, 2)}\n`).toMatchFileSnapshot(
    '../../src/publication/third-party.json',
  );
});
