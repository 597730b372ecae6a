import { join } from 'node:path';
import type { HotPayload, Plugin } from 'vite';
import { format } from '../ingest/problem/problem.ts';
import type { Preview } from './preview.ts';
import { watchBelow } from './watching.ts';

/**
 * Reads the root again after each change. With an error the page is covered by the same located list that
 * `npm run check` prints; without one it is loaded anew, which also takes the cover away.
 */
export function following(preview: Preview): Plugin {
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
      const folders = ['content', 'data'].map((folder) => join(preview.root, folder));
      const watching = watchBelow(folders, () => {
        preview.forget();
        clearTimeout(timer);
        // An editor or Excel saves in several steps; the last one counts.
        timer = setTimeout(() => {
          const news = look(preview);
          if (server.ws.clients.size === 0) missed = news;
          else server.ws.send(news);
        }, 50);
      });
      server.httpServer?.once('close', watching.close);
    },
  };
}

/** What the page is told after a change. */
function look(preview: Preview): HotPayload {
  preview.forget();
  const errors = preview.checked().problems.filter((p) => p.severity === 'error');
  if (errors.length === 0) return { type: 'full-reload' };
  const message = errors.map(format).join('\n\n');
  process.stdout.write(`${message}\n\n`);
  return { type: 'error', err: { message, stack: '', plugin: '检查' } };
}
