import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serve, type Served } from '../../src/cli/serve.ts';
import { temporary } from '../temporary.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.cjs');
const work = temporary('serve');

let folder = '';
let served: Served;
beforeEach(async () => {
  folder = join(mkdtempSync(join(work, 'site-')), 'dist');
  writePages(folder, 'first');
  writeFileSync(join(folder, '../secret.txt'), 'secret');
  served = await serve({ folder, base: '/zwgk/', port: 0 });
});
afterEach(() => served.close());

function writePages(site: string, text: string): void {
  mkdirSync(join(site, 'issues/48'), { recursive: true });
  mkdirSync(join(site, 'embed/48'), { recursive: true });
  writeFileSync(join(site, 'index.html'), `<p>${text}`);
  writeFileSync(join(site, '404.html'), `<p>没有 ${text}`);
  writeFileSync(join(site, 'issues/48/index.html'), `<p>48 ${text}`);
  writeFileSync(join(site, 'embed/48/index.html'), `<p>embed ${text}`);
  writeFileSync(join(site, 'data.csv'), '0123456789');
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As it is typed: `fetch` would tidy the path up first. */
function ask(path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { hostname, port } = new URL(served.address);
  const lines = Object.entries({ host: 'localhost', connection: 'close', ...headers }).map(([k, v]) => `${k}: ${v}`);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () =>
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`),
    );
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk)).once('error', reject);
    socket.once('end', () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n', 2);
      const [status, ...fields] = head.split('\r\n');
      const pairs = fields.map((line) => line.split(': ', 2).map((part, i) => (i === 0 ? part.toLowerCase() : part)));
      resolve({
        status: Number(status!.split(' ')[1]),
        headers: Object.fromEntries(pairs) as Record<string, string>,
        body,
      });
    });
  });
}

const bytes = (text: string): string => String(Buffer.byteLength(text));

describe('the server', () => {
  test('gives the pages of folders, with and without their slash, and files with their type', async () => {
    for (const path of ['/zwgk/', '/zwgk/?a=b', '/zwgk/index.html'])
      expect(await ask(path)).toMatchObject({ status: 200, body: '<p>first' });
    for (const path of ['/zwgk/issues/48/', '/zwgk/issues/48', '/zwgk/issues/%34%38/'])
      expect((await ask(path)).body).toBe('<p>48 first');
    expect((await ask('/zwgk/data.csv')).headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': '10',
      'access-control-allow-origin': '*',
    });
  });

  test('sends what a page cannot say of itself, and lets nothing be kept that may be built anew', async () => {
    const [page, embed] = [(await ask('/zwgk/issues/48/')).headers, (await ask('/zwgk/embed/48/')).headers];
    expect(page['content-security-policy']).toMatch(/; frame-ancestors 'self'$/);
    expect(embed['content-security-policy']).toMatch(/; frame-ancestors \*$/);
    expect((await ask('/zwgk/nothing')).headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': page['content-security-policy']!,
    });
    expect([page['x-content-type-options'], page['cache-control']]).toEqual(['nosniff', 'no-cache']);
  });

  test.each([
    '/',
    '/zwgk',
    '/zwgk/nothing',
    '/zwgk/data.csv/',
    '/zwgk/../secret.txt',
    '/zwgk/..%2fsecret.txt',
    '/zwgk/issues/..%2f..%2f..%2fsecret.txt',
    '/zwgk/..%5csecret.txt',
    '/zwgk/%E0%A4%A',
    '/zwgk/%00',
  ])('answers %s with its page for what is missing', async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: '<p>没有 first' });
  });

  test('gives what stands there after a rebuild, all of it', async () => {
    const { etag } = (await ask('/zwgk/')).headers;
    const later = join(folder, '../later');
    writePages(later, '长'.repeat(100_000));
    renameSync(folder, join(folder, '../old'));
    renameSync(later, folder);
    const text = `<p>${'长'.repeat(100_000)}`;
    const answer = await ask('/zwgk/', 'GET', { 'if-none-match': etag! });
    expect([answer.status, answer.body === text, answer.headers['content-length']]).toEqual([200, true, bytes(text)]);
  });

  test('outlives a page, its page for what is missing and its whole folder', async () => {
    rmSync(join(folder, 'issues'), { recursive: true });
    expect((await ask('/zwgk/issues/48/')).status).toBe(404);
    rmSync(join(folder, '404.html'));
    expect(await ask('/zwgk/issues/48/')).toMatchObject({ status: 404, body: '没有这个页面' });
    rmSync(folder, { recursive: true });
    expect((await ask('/zwgk/')).status).toBe(404);
    writePages(folder, 'back');
    expect((await ask('/zwgk/')).body).toBe('<p>back');
  });

  test('answers HEAD with the same headers and no body, and nothing that would change anything', async () => {
    const [head, get] = [await ask('/zwgk/', 'HEAD'), await ask('/zwgk/')];
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']]);
    expect(await ask('/zwgk/nothing', 'HEAD')).toMatchObject({ status: 404, body: '' });
    expect((await ask('/zwgk/', 'POST')).status).toBe(405);
  });

  test('sends nothing again that has not changed', async () => {
    const { etag } = (await ask('/zwgk/')).headers;
    expect(await ask('/zwgk/', 'GET', { 'if-none-match': etag! })).toMatchObject({ status: 304, body: '' });
  });

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=8-', 206, '89', 'bytes 8-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('gives %s as %d', async (range, status, body, contentRange) => {
    const answer = await ask('/zwgk/data.csv', 'GET', { range });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([status, body, contentRange]);
  });

  test('is seen by this computer alone', async () => {
    const port = Number(new URL(served.address).port);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal);
    const reached = await new Promise((resolve) => {
      if (!outside) resolve(false);
      else connect(port, outside.address, () => resolve(true)).once('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });
});

test('npm start answers a taken port before it builds, with what to type', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
  const { port } = other.address() as AddressInfo;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'start', '--port', String(port)], {
    encoding: 'utf8',
  });
  other.close();
  expect([status, stdout, stderr]).toEqual([
    1,
    '',
    `端口 ${port} 已被占用\n→ 结束占用它的程序，或者换一个端口：npm start -- --port ${port === 65535 ? 4321 : port + 1}\n`,
  ]);
});
