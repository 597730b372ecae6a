import { createHash, generateKeyPairSync } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pathsBelow, privateKey, writeManifest } from '../../src/cli/manifest.ts';
import { writerBelow } from '../../src/cli/units/folders.ts';
import { manifestLine } from '../../src/exports/site/manifest.ts';
import { serve, type Served } from '../../src/cli/serve.ts';
import { verifyCommand } from '../../src/cli/verify.ts';
import { run } from './run.ts';
import { temporary } from '../temporary.ts';

const work = temporary('verify');

const pem = (name: string, text: string): string => {
  writeFileSync(join(work, name), text);
  return join(work, name);
};
const pair = (name: string): { readonly secret: string; readonly open: string } => {
  const { privateKey: secret, publicKey: open } = generateKeyPairSync('ed25519');
  return {
    secret: pem(`${name}.pem`, secret.export({ type: 'pkcs8', format: 'pem' }).toString()),
    open: pem(`${name}.pub.pem`, open.export({ type: 'spki', format: 'pem' }).toString()),
  };
};
const office = pair('office');

/** Of a file below the site, whose words are its name. */
const digest = (file: string): string => createHash('sha256').update(`文件 ${file}`).digest('hex');

let site = '';
beforeEach(() => {
  site = mkdtempSync(join(work, 'site-'));
  mkdirSync(join(site, 'data'));
  for (const path of ['index.html', '404.html', '_headers', 'data/数据.csv', 'data/b.csv'])
    writeFileSync(join(site, path), `文件 ${path}`);
  const lines = pathsBelow(site).map((name) => manifestLine(name, digest(name)));
  writeManifest(writerBelow(site), lines, privateKey(office.secret));
});

const verify = (...args: readonly string[]) => run(verifyCommand, ...args);
const path = (name: string): string => join(site, name);

test('a manifest is what sha256sum writes and checks: digest, two spaces, path, in the order of their bytes', () => {
  const lines = readFileSync(path('manifest.sha256'), 'utf8').split('\n');
  expect(lines).toEqual([
    ...['404.html', '_headers', 'data/b.csv', 'data/数据.csv', 'index.html'].map((file) => `${digest(file)}  ${file}`),
    '',
  ]);
});

describe('a copy in a folder', () => {
  test('is the site, and signed by its office', async () => {
    expect(await verify(site, '--public-key', office.open)).toEqual({
      status: 0,
      stdout: '5 个文件都和 manifest.sha256 一致。\n',
      stderr: '',
    });
  });

  test('is told of every file that is missing, different or too many', async () => {
    rmSync(path('data/b.csv'));
    appendFileSync(path('data/数据.csv'), ' ');
    writeFileSync(path('data/c.csv'), '多');
    expect(await verify(site)).toEqual({
      status: 2,
      stdout:
        '缺少：data/b.csv\n多出：data/c.csv\n内容不同：data/数据.csv\n3 个文件和 manifest.sha256 不符，共核对 5 个。\n',
      stderr: '',
    });
  });

  test('may have compressed files, which unpack to the listed one', async () => {
    writeFileSync(path('data/b.csv.gz'), gzipSync('文件 data/b.csv'));
    expect((await verify(site)).status).toBe(0);
    writeFileSync(path('data/b.csv.gz'), gzipSync('改过'));
    writeFileSync(path('index.html.gz'), '不是压缩文件');
    writeFileSync(path('data/x.csv.br'), '');
    expect((await verify(site)).stdout).toBe(
      '内容不同：data/b.csv.gz\n多出：data/x.csv.br\n读不出（Z_DATA_ERROR）：index.html.gz\n3 个文件和 manifest.sha256 不符，共核对 5 个。\n',
    );
  });

  test('is refused where its signature is gone, or by another key, or of another manifest', async () => {
    const other = pair('other').open;
    expect(await verify(site, '--public-key', other)).toEqual({
      status: 2,
      stdout: `签名 manifest.sha256.sig 和公钥“${other}”对不上：manifest.sha256 被改过，或者不是用这把密钥签的。\n`,
      stderr: '',
    });
    writeFileSync(path('manifest.sha256'), '');
    expect((await verify(site, '--public-key', office.open)).status).toBe(2);
    rmSync(path('manifest.sha256.sig'));
    expect((await verify(site, '--public-key', office.open)).stdout).toBe(
      '没有签名 manifest.sha256.sig，不能确认 manifest.sha256 是谁写的。\n',
    );
  });

  test.each([
    ['../secret', `${'0'.repeat(64)}  ../secret`],
    ['a name alone', 'index.html'],
    ['a device', `${'0'.repeat(64)}  C:/x`],
  ])('is not read by a manifest that names %s', async (_, line) => {
    writeFileSync(path('manifest.sha256'), `${line}\n`);
    expect(await verify(site)).toEqual({
      status: 1,
      stdout: '',
      stderr: `manifest.sha256 第1行看不懂：“${line}”\n→ 请重新取一份完整的 manifest.sha256\n`,
    });
  });

  test('is not read by a manifest that is cut short', async () => {
    writeFileSync(path('manifest.sha256'), `${'0'.repeat(64)}  index.ht`);
    expect((await verify(site)).stderr).toBe(
      'manifest.sha256 的最后一行没有写完\n→ 请重新取一份完整的 manifest.sha256\n',
    );
  });
});

describe('a site at its address', () => {
  let served: Served;
  beforeEach(async () => {
    served = await serve({ folder: site, base: '/zwgk/', port: 0 });
  });
  afterEach(() => served.close());

  test('is the site, with its slash or without, but for the file that hosts keep to themselves', async () => {
    rmSync(path('_headers'));
    for (const address of [served.address, served.address.slice(0, -1)])
      expect(await verify(address, '--public-key', office.open)).toEqual({
        status: 0,
        stdout: '4 个文件都和 manifest.sha256 一致（多出的文件从网址上看不出来）。\n',
        stderr: '',
      });
  });

  test('is told of what is missing and what differs', async () => {
    rmSync(path('data/数据.csv'));
    appendFileSync(path('index.html'), '<script>');
    expect(await verify(served.address)).toEqual({
      status: 2,
      stdout: '缺少：data/数据.csv\n内容不同：index.html\n2 个文件和 manifest.sha256 不符，共核对 4 个。\n',
      stderr: '',
    });
  });

  test('that does not answer is no site, nor one without a manifest', async () => {
    rmSync(path('manifest.sha256'));
    expect(await verify(served.address)).toEqual({
      status: 1,
      stdout: '',
      stderr: `“${served.address}”里没有 manifest.sha256\n→ 写网站的文件夹或首页的网址；早先生成的网站没有这个文件，请重新生成\n`,
    });
    await served.close();
    expect((await verify(served.address)).stderr).toBe(
      `“${served.address}”里读不到 manifest.sha256（ECONNREFUSED）\n→ 写网站的文件夹或首页的网址\n`,
    );
    served = await serve({ folder: site, base: '/', port: 0 });
  });
});

describe('a wrong call', () => {
  const usage = '用法：npm run verify -- 网站的文件夹或网址 [--public-key 公钥文件]\n';
  test('is answered with what to type', async () => {
    expect(await verify()).toEqual({
      status: 1,
      stdout: '',
      stderr: `要核对哪个网站？写它的文件夹或首页的网址\n${usage}`,
    });
    expect((await verify('a', 'b')).stderr).toBe(`一次核对一个网站，多写了“b”\n${usage}`);
  });

  test('with a file that holds no such key says how to make one', async () => {
    const file = pem('none.pem', 'no key');
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const cure =
      '不是没有口令的 Ed25519 密钥（PEM）\n→ 私钥：openssl genpkey -algorithm ed25519 -out 私钥.pem；公钥：openssl pkey -in 私钥.pem -pubout -out 公钥.pem';
    expect(await verify(site, '--public-key', file)).toEqual({
      status: 1,
      stdout: '',
      stderr: `--public-key 的“${file}”${cure}\n`,
    });
    const other = pem('rsa.pem', rsa.export({ type: 'pkcs8', format: 'pem' }).toString());
    expect(() => privateKey(other)).toThrow(`--key 的“${other}”${cure}`);
  });
});
