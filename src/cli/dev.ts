import { existsSync, rmSync, watch } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { HotPayload, Plugin, ViteDevServer } from 'vite';
import { forget, load } from '../catalog.ts';
import { format } from '../ingest/problem.ts';
import { ownFolder } from './build.ts';

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
      const watchers = folders.map((folder) => watch(folder, { recursive: true }, () => {
        forgetAll(server);
        clearTimeout(timer);
        // An editor or Excel saves in several steps; the last one counts.
        timer = setTimeout(() => {
          const news = look(server, root);
          if (server.ws.clients.size === 0) missed = news;
          else server.ws.send(news);
        }, 50);
      }));
      server.httpServer?.once('close', () => { for (const watcher of watchers) watcher.close(); });
    },
  };
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

const { values } = parseArgs({ options: { root: { type: 'string', default: '.' }, port: { type: 'string', default: '4321' } } });
const root = resolve(values.root);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DEV_BACKGROUND'] = '0';
process.env['BULLETIN_ROOT'] = root;
process.env['BULLETIN_BASE'] = '/';
process.env['BULLETIN_DEV'] = '1';
const astro = await import('astro');
const workshop = ownFolder();
process.on('exit', () => { rmSync(workshop, { recursive: true, force: true }); });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { process.exit(); });
const server = await astro.dev({ root: workshop, configFile: relative(workshop, join(project, 'astro.config.mjs')), server: { port: Number(values.port) }, logLevel: 'warn', vite: { plugins: [following(root)] } });
process.stdout.write(`正在预览，请打开 http://localhost:${server.address.port}/ （按 Ctrl+C 结束）\n`);
