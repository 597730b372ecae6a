import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';

export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site under its base, as a plain web server would. Port 0 takes any free one. */
export async function serve(folder: string, base: string, port: number): Promise<Served> {
  const files = sirv(folder, { etag: true });
  const server = createServer((request, response) => {
    const missing = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    };
    const path = request.url ?? '/';
    if (!path.startsWith(base)) {
      missing();
      return;
    }
    request.url = `/${path.slice(base.length)}`;
    // What a page cannot say of itself: only embeds may stand in another site's frame. README.md has the lines for other servers.
    if (!request.url.startsWith('/embed/')) response.setHeader('content-security-policy', "frame-ancestors 'self'");
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
