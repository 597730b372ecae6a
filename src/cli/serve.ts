import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { headersOf, REVALIDATED } from '../exports/site/header-rule.ts';
import { sha256 } from '../integrations/sha256.ts';
import { standing } from './workshop.ts';

export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  /** The built site, absolute. It may be replaced, or be missing, at any time. */
  readonly folder: string;
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** By default only this computer can see it. */
  readonly host?: string;
}

/** Serves a built site under its base, as a plain web server would: what is there when it is asked for. */
export async function serve({ folder, base, port, host = 'localhost' }: ServeOptions): Promise<Served> {
  const server = createServer((request, response) => {
    answer(folder, base, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
    return;
  }
  const path = pathIn(request.url ?? '/', base);
  const site = standing(folder);
  const found = path === undefined ? undefined : await fileAt(site, path);
  if (found) send(found, request, response);
  else {
    const page = (await contentOf(join(site, '404.html'))) ?? Buffer.from('没有这个页面');
    setHeaders('404.html', response);
    response.writeHead(404, { 'content-length': page.length });
    response.end(request.method === 'HEAD' ? undefined : page);
  }
}

/** What is asked for, from the root of the site; undefined where it can be nothing of it. */
function pathIn(url: string, base: string): string | undefined {
  const path = decoded(url.replace(/[?#].*$/s, ''));
  if (path === undefined || !path.startsWith(base)) return undefined;
  const names = path.slice(base.length).split('/');
  // Windows would also take a backslash for a way up, and a colon for another disk.
  return names.some((name) => name === '..' || /[\\:\0]/.test(name)) ? undefined : names.join('/');
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

interface Found {
  readonly file: string;
  readonly content: Buffer;
}

/** A file, or the page of a folder. */
async function fileAt(site: string, path: string): Promise<Found | undefined> {
  const files = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}/index.html`];
  for (const file of files) {
    const content = await contentOf(join(site, file));
    if (content) return { file, content };
  }
  return undefined;
}

/** All of it at one moment, so that its length is true even if the site is being replaced. */
const contentOf = (file: string): Promise<Buffer | undefined> => readFile(file).catch(() => undefined);

/** As every server of the site sends them; but what is being worked on may change at any address, so nothing is kept. */
function setHeaders(file: string, response: ServerResponse): void {
  const headers = { ...headersOf(`/${file}`), 'Cache-Control': REVALIDATED };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function send({ file, content }: Found, request: IncomingMessage, response: ServerResponse): void {
  const etag = `"${sha256(content).slice(0, 32)}"`;
  setHeaders(file, response);
  response.setHeader('etag', etag);
  response.setHeader('accept-ranges', 'bytes');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const range = rangeOf(request.headers.range, content.length);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${content.length}`, 'content-length': 0 }).end();
    return;
  }
  const [start, end] = range ?? [0, content.length - 1];
  response.setHeader('content-length', end - start + 1);
  if (range) response.setHeader('content-range', `bytes ${start}-${end}/${content.length}`);
  response.writeHead(range ? 206 : 200);
  response.end(request.method === 'HEAD' ? undefined : content.subarray(start, end + 1));
}

/** First and last byte of one range (RFC 9110, 14.1.2); undefined for the whole, as for what is not understood. */
function rangeOf(header: string | undefined, length: number): [number, number] | 'unsatisfiable' | undefined {
  const [, first, last, ending] = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/.exec(header ?? '') ?? [];
  if (ending !== undefined) return within(Math.max(0, length - Number(ending)), length - 1);
  if (first === undefined || (last && Number(last) < Number(first))) return undefined;
  return within(Number(first), last ? Math.min(Number(last), length - 1) : length - 1);
}

const within = (start: number, end: number): [number, number] | 'unsatisfiable' =>
  start > end ? 'unsatisfiable' : [start, end];
