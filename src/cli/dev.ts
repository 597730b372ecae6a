import { existsSync, rmSync, watch } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { HotPayload, Plugin, ViteDevServer } from 'vite';
import { catalog, forget, load, sha256 } from '../catalog.ts';
import { publicationOf } from '../publication/publication.ts';
import { siteFiles } from '../exports/site/files.ts';
import { format } from '../ingest/problem/problem.ts';
import { site } from '../site.ts';
import { ownFolder } from './build.ts';
import { isPicture } from './files.ts';
import { rasterised } from '../raster/raster.ts';

/** `npm run dev`: the site of a root, which follows every change of its text and tables. */
const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads the root again after each change. With an error the page is covered by the same located list that
 * `npm run check` prints; without one it is loaded anew, which also takes the cover away.
 */
function following(root: string): Plugin {
  return {
    name: 'bulletin-press:following',
    configureServer(server) {
      let timer: NodeJS.Timeout | undefined;
      let missed: HotPayload | undefined;
      // Astro may have sent the page to reload on its own account, and it drew what was known then.
      server.ws.on('connection', () => {
        if (missed) server.ws.send(missed);
        missed = undefined;
      });
      // Not Vite's watcher, which begins to see a folder some time after it was told of it.
      const folders = ['content', 'data'].map((folder) => join(root, folder)).filter((folder) => existsSync(folder));
      const watchers = folders.map((folder) =>
        watch(folder, { recursive: true }, () => {
          forgetAll(server);
          clearTimeout(timer);
          // An editor or Excel saves in several steps; the last one counts.
          timer = setTimeout(() => {
            const news = look(server, root);
            if (server.ws.clients.size === 0) missed = news;
            else server.ws.send(news);
          }, 50);
        }),
      );
      server.httpServer?.once('close', () => {
        for (const watcher of watchers) watcher.close();
      });
    },
  };
}

/** The files beside the pages, made when they are asked for. */
function offering(root: string): Plugin {
  return {
    name: 'bulletin-press:offering',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, '')).slice(1);
        // Vite asks here for its own modules, which must not wait for the catalogue, nor fail with it.
        if (!/^(issues|embed|data|api|corrections)\/.*\.\w+$|^(feed|robots|sitemap)[^/]*\.\w+$/.test(path)) {
          next();
          return;
        }
        void offered(root, path).then(
          (content) => {
            if (content === undefined) {
              next();
              return;
            }
            response.setHeader('content-type', TYPES[path.split('.').at(-1)!] ?? 'application/octet-stream');
            response.end(content);
          },
          () => {
            next();
          },
        );
      });
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  txt: 'text/plain; charset=utf-8',
};

async function offered(root: string, path: string): Promise<string | Uint8Array | undefined> {
  for (const file of siteFiles(catalog(root), publicationOf(site, null, '/'), sha256)) {
    if (file.path !== path) continue;
    const content = await file.make();
    return isPicture(content) ? rasterised(content) : content;
  }
  return undefined;
}

function forgetAll(server: ViteDevServer): void {
  forget();
  for (const { moduleGraph } of Object.values(server.environments)) moduleGraph.invalidateAll();
}

/** What the page is told after a change. */
function look(server: ViteDevServer, root: string): HotPayload {
  forgetAll(server);
  const errors = load(root).problems.filter((p) => p.severity === 'error');
  if (errors.length === 0) return { type: 'full-reload' };
  const message = errors.map(format).join('\n\n');
  process.stdout.write(`${message}\n\n`);
  return { type: 'error', err: { message, stack: '', plugin: '检查' } };
}

const { values } = parseArgs({
  options: { root: { type: 'string', default: '.' }, port: { type: 'string', default: '4321' } },
});
const root = resolve(values.root);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DEV_BACKGROUND'] = '0';
process.env['BULLETIN_ROOT'] = root;
process.env['BULLETIN_BASE'] = '/';
process.env['BULLETIN_DEV'] = '1';
const astro = await import('astro');
const workshop = ownFolder();
process.on('exit', () => {
  rmSync(workshop, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    process.exit();
  });
const server = await astro.dev({
  root: workshop,
  configFile: relative(workshop, join(project, 'astro.config.mjs')),
  server: { port: Number(values.port) },
  logLevel: 'warn',
  vite: { plugins: [following(root), offering(root)] },
});
process.stdout.write(`正在预览，请打开 http://localhost:${server.address.port}/ （按 Ctrl+C 结束）\n`);
