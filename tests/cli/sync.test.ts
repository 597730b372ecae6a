import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pathsBelow } from '../../src/cli/manifest.ts';
import { objectStore } from '../../src/cli/object-store.ts';
import { sync, syncCommand } from '../../src/cli/sync.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { sha256 } from '../../src/integrations/sha256.ts';
import { run } from './run.ts';
import { KEYS, openBucket, type Bucket } from './s3.ts';

let work = '';
let bucket: Bucket;
beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'bulletin-sync-'));
  bucket = await openBucket(join(work, 'store'));
  for (const [name, value] of Object.entries(KEYS)) vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bucket.close();
  rmSync(work, { recursive: true, force: true });
});

const KEPT = {
  _headers: '/*',
  'index.html': '第48期',
  '404.html': '没有',
  'issues/48/index.html': '通报',
  'issues/48/附件1.csv': '表',
  'feed.xml': '<feed/>',
  'data/addresses.txt': '/issues/48/\n',
};
const FIRST = { ...KEPT, 'assets/page.abc.css': 'body{}' };

/** The next bulletin: its page and data, other styles, and everything that leads there. */
const SECOND = {
  ...KEPT,
  'index.html': '第49期',
  'issues/49/index.html': '通报',
  'issues/49/observations.csv': '数据',
  'assets/page.def.css': 'body{color:red}',
  'feed.xml': '<feed>49</feed>',
  'data/addresses.txt': '/issues/48/\n/issues/49/\n',
};

function siteOf(files: Readonly<Record<string, string>>): string {
  const site = mkdtempSync(join(work, 'site-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  const lines = Object.entries(files).map(([path, content]) => `${sha256(content)}  ${path}\n`);
  writeFileSync(join(site, 'manifest.sha256'), lines.join(''));
  return site;
}

const syncOf = (site: string) => run(syncCommand, bucket.address, '--out', site);
const send = (files: Readonly<Record<string, string>>) => syncOf(siteOf(files));
const verified = async () => (await run(verifyCommand, bucket.address)).stdout;
const STOPPED = /^对象存储没有接受“.+”（.+）\n→ 核对存储的网址、AWS_REGION 和密钥的权限，再运行一次，会补齐\n$/;

/** Loses the store at a request, in the middle of the second site. */
async function stopAt(request: RegExp): Promise<void> {
  await send(FIRST);
  bucket.failFrom(request);
  const { status, stdout, stderr } = await send(SECOND);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(STOPPED);
  bucket.failFrom(undefined);
}

/** What the bucket holds beside the manifest. */
const filesIn = (): string[] =>
  pathsBelow(join(work, 'store/site'))
    .flatMap((path) => /^(.*)\._S3rver_object$/.exec(path)?.[1] ?? [])
    .filter((path) => !path.startsWith('manifest'))
    .sort();
const changes = (asked: readonly string[]): string[] => asked.filter((line) => !line.startsWith('GET'));

describe('a sync', () => {
  test('fills an empty store with the whole site, which is then what was built', async () => {
    expect(await send(FIRST)).toEqual({
      status: 0,
      stdout: '送出8个文件，0个没有变，删去0个不再有的。\n',
      stderr: '',
    });
    expect(await verified()).toBe('7 个文件都和 manifest.sha256 一致（多出的文件从网址上看不出来）。\n');
  });

  test('asks four questions and sends nothing where nothing has changed', async () => {
    await send(FIRST);
    bucket.asked();
    expect((await send(FIRST)).stdout).toBe('送出0个文件，8个没有变，删去0个不再有的。\n');
    expect(bucket.asked().sort()).toEqual([
      'GET data/addresses.txt',
      'GET manifest.sha256',
      'GET manifest.sha256.journal',
      'GET manifest.sha256.sig',
    ]);
  });

  test('sends what has changed: first what no page leads to yet, pages last, then the promises and the manifest', async () => {
    await send(FIRST);
    bucket.asked();
    expect((await send(SECOND)).stdout).toBe('送出6个文件，4个没有变，删去1个不再有的。\n');
    const [journal, one, other, ...rest] = changes(bucket.asked());
    expect(journal).toBe('PUT manifest.sha256.journal');
    expect([one, other].sort()).toEqual(['PUT assets/page.def.css', 'PUT issues/49/observations.csv']);
    expect(rest).toEqual([
      'PUT issues/49/index.html',
      'PUT feed.xml',
      'PUT index.html',
      'PUT data/addresses.txt',
      'DELETE manifest.sha256.sig',
      'PUT manifest.sha256',
      'DELETE assets/page.abc.css',
      'DELETE manifest.sha256.journal',
    ]);
    expect((await fetch(`${bucket.address}assets/page.abc.css`)).status).toBe(404);
    expect((await fetch(`${bucket.address}manifest.sha256.journal`)).status).toBe(404);
  });

  test('gives each file the type and the caching of the table of headers', async () => {
    await send(FIRST);
    const served = async (path: string) => {
      const { headers } = await fetch(bucket.address + path);
      return [headers.get('content-type'), headers.get('cache-control')];
    };
    expect(await served('')).toEqual(['text/html; charset=utf-8', 'no-cache']);
    expect(await served('issues/48/附件1.csv')).toEqual(['text/csv; charset=utf-8', 'no-cache']);
    expect(await served('assets/page.abc.css')).toEqual([
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(await served('manifest.sha256')).toEqual(['text/plain; charset=utf-8', 'no-cache']);
  });

  test('sends everything again where the table of headers has changed, since no digest tells that of an object', async () => {
    await send(FIRST);
    expect((await send({ ...FIRST, _headers: '/* other' })).stdout).toMatch(/^送出8个文件，0个没有变/);
  });

  test('brings the signature, a new one too, and takes away one that signs nothing any more', async () => {
    const signed = siteOf(FIRST);
    writeFileSync(join(signed, 'manifest.sha256.sig'), 'one');
    const held = async () => (await fetch(`${bucket.address}manifest.sha256.sig`)).text();
    await syncOf(signed);
    expect(await held()).toBe('one');
    writeFileSync(join(signed, 'manifest.sha256.sig'), 'two');
    expect((await syncOf(signed)).stdout).toMatch(/^送出0个文件/);
    expect(await held()).toBe('two');
    await send(FIRST);
    expect(await held()).toContain('没有');
  });
});

describe.each([
  ['before anything was changed', /^PUT manifest.sha256.journal/],
  ['among the new files', /^PUT issues\/49\/observations.csv/],
  ['before the pages', /^PUT index.html/],
])('a sync that was stopped %s', (_, request) => {
  test.each([
    ['of the same site', SECOND],
    ['of the one before', FIRST],
  ])('is mended by the next, %s', async (_, next) => {
    await stopAt(request);
    expect((await send(next)).status).toBe(0);
    expect(filesIn()).toEqual(Object.keys(next).sort());
    expect(await verified()).toMatch(/都和 manifest.sha256 一致/);
  });
});

describe.each([
  ['before the manifest', /^PUT manifest.sha256$/],
  ['before anything was deleted', /^DELETE assets/],
  ['before the journal was closed', /^DELETE manifest.sha256.journal/],
])('a sync that was stopped %s', (_, request) => {
  test('is mended by the next, and goes no more behind what it has promised', async () => {
    await stopAt(request);
    expect((await send(FIRST)).status).toBe(2);
    expect((await send(SECOND)).status).toBe(0);
    expect(filesIn()).toEqual(Object.keys(SECOND).sort());
    expect(await verified()).toMatch(/都和 manifest.sha256 一致/);
  });
});

describe('a long sync that was stopped', () => {
  const LONG = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`${String(i).padStart(2, '0')}.csv`, String(i)]),
  );
  const silent = (): void => undefined;

  test('is not begun anew: the journal says what had come, as it had come', async () => {
    const store = objectStore(bucket.address, KEYS);
    const site = siteOf({ ...FIRST, ...LONG });
    bucket.failFrom(/^PUT 49/);
    await expect(sync(site, store, silent, 10)).rejects.toThrow('对象存储没有接受');
    bucket.failFrom(undefined);
    bucket.asked();
    await sync(siteOf({ ...FIRST, ...LONG, '07.csv': 'other' }), store, silent, 10);
    const sent = changes(bucket.asked()).filter((line) => /^PUT \d\d/.test(line));
    expect(sent).toContain('PUT 07.csv');
    expect(sent).toContain('PUT 49.csv');
    expect(sent.length).toBeLessThan(40);
    expect(await verified()).toBe('67 个文件都和 manifest.sha256 一致（多出的文件从网址上看不出来）。\n');
  });

  test('is begun anew where meanwhile the files are served otherwise', async () => {
    const store = objectStore(bucket.address, KEYS);
    bucket.failFrom(/^PUT 49/);
    await expect(sync(siteOf({ ...FIRST, ...LONG }), store, silent, 10)).rejects.toThrow('对象存储没有接受');
    bucket.failFrom(undefined);
    const said: string[] = [];
    await sync(siteOf({ ...FIRST, ...LONG, _headers: '/* other' }), store, (text) => said.push(text), 10);
    expect(said).toEqual(['送出68个文件，0个没有变，删去0个不再有的。']);
  });
});

describe('nothing is touched', () => {
  test('where the store has promised what this site has not', async () => {
    await send(SECOND);
    bucket.asked();
    expect(await send(FIRST)).toEqual({
      status: 2,
      stdout:
        '存储里的网站公布过1个网址，这个文件夹里没有，什么也没有改动：\n/issues/49/\n' +
        '→ 核对存储的网址；公布过的网址不能失效，请用完整的公布台账重新生成\n',
      stderr: '',
    });
    expect(changes(bucket.asked())).toEqual([]);
  });

  test('and of many addresses that are missing the first are shown', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `a${String(i).padStart(2, '0')}.csv`);
    const addresses = many.map((path) => `/${path}\n`).join('');
    await send({ ...FIRST, ...Object.fromEntries(many.map((path) => [path, path])), 'data/addresses.txt': addresses });
    const [count, ...shown] = (await send(FIRST)).stdout.split('\n');
    expect(count).toBe('存储里的网站公布过30个网址，这个文件夹里没有，什么也没有改动：');
    expect(shown.slice(0, 21)).toEqual([...many.slice(0, 20).map((path) => `/${path}`), '……']);
  });

  test('of a folder that is no site', async () => {
    expect(await syncOf(work)).toEqual({
      status: 1,
      stdout: '',
      stderr: `“${work}”里没有 manifest.sha256\n→ 先用 npm run build 生成网站\n`,
    });
  });

  test('by keys that are not there, or wrong', async () => {
    const site = siteOf(FIRST);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
    expect((await syncOf(site)).stderr).toBe(
      '对象存储没有接受“manifest.sha256”（403 SignatureDoesNotMatch）\n' +
        '→ 核对存储的网址、AWS_REGION 和密钥的权限，再运行一次，会补齐\n',
    );
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', '');
    expect((await syncOf(site)).stderr).toBe(
      '没有对象存储的密钥\n→ 写进环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY（还可以有 AWS_REGION、AWS_SESSION_TOKEN），不要写进文件\n',
    );
    expect(filesIn()).toEqual([]);
  });

  test('in a bucket that is not there', async () => {
    const { stderr } = await run(syncCommand, bucket.address.replace('/site/', '/other/'), '--out', siteOf(FIRST));
    expect(stderr).toMatch(/^对象存储没有接受“manifest.sha256.journal”（404 NoSuchBucket）/);
  });
});

test('a file that was changed after the build is not sent, nor is a manifest that would vouch for it', async () => {
  const site = siteOf(FIRST);
  writeFileSync(join(site, 'index.html'), '改过');
  expect((await syncOf(site)).stderr).toBe(
    `“${join(site, 'index.html')}”和 manifest.sha256 不符，生成以后被改过\n→ 重新生成网站，再运行一次\n`,
  );
  expect(filesIn()).not.toContain('index.html');
  expect((await fetch(`${bucket.address}manifest.sha256`)).status).toBe(404);
});

test.each([
  [[], '送到哪里？写首页所在的网址，如 https://store.example/bulletin/'],
  [['https://a.example/b/', 'dist'], '一次送到一个地方，多写了“dist”'],
  [['s3://bucket'], '存储的网址应以 https:// 开头，不带 ? 和 #，现在是“s3://bucket”'],
])('%j is answered with what to type', async (args, words) => {
  expect(await run(syncCommand, ...args)).toEqual({
    status: 1,
    stdout: '',
    stderr: `${words}\n用法：npm run sync -- https://存储的网址/存储桶/ [--out 网站的文件夹]\n`,
  });
});
