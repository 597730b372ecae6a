import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { spawn, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { options } from '../../src/cli/build-options.ts';
import { build } from '../../src/cli/build.ts';
import { CACHE } from '../../src/cli/workshop.ts';
import { digestsBelow } from './tree.ts';
import { temporary } from '../temporary.ts';

const cases = join(import.meta.dirname, '../cases');
const MAIN = join(import.meta.dirname, '../../src/cli/main.cjs');
const work = temporary('build');

/** A command in a process of its own, as npm runs it. */
const command = (file: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } =>
  elsewhere({}, file, ...args);

const elsewhere = (
  env: NodeJS.ProcessEnv,
  file: string,
  ...args: string[]
): { status: number | null; stdout: string; stderr: string } =>
  spawnSync(process.execPath, [MAIN, file, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });

/** Four hundred days later, on the other side of the earth. */
const LATER = `const now = Date.now, D = Date; globalThis.Date = class extends D { constructor(...a) { a.length ? super(...a) : super(now() + 400 * 864e5); } static now() { return now() + 400 * 864e5; } };`;
/** Names of constants of Astro and Vite. */
const NAMESAKES = { BASE_URL: '/', SITE: 'https://example.com', MODE: 'test', DEV: '1', PROD: '', NODE_ENV: 'test' };
const THEN = {
  ...NAMESAKES,
  TZ: 'America/New_York',
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LATER)}`,
};

const HERE = { base: '/', site: null } as const;
const silent = (): void => undefined;
const edit = (file: string, change: (text: string) => string): void => {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

describe('npm run build', () => {
  test('publishes nothing and leaves the earlier site alone when the check has errors', async () => {
    const out = join(work, 'kept');
    mkdirSync(out);
    writeFileSync(join(out, 'index.html'), 'earlier');
    const said: string[] = [];
    const code = await build({ root: join(cases, 'value-blank-value'), out, base: '/', site: null }, (text) =>
      said.push(text),
    );
    expect(code).toBe(2);
    expect(said.join('')).toContain('data/issues/1/comparison.csv 第2行 H2 “2020年达到水平”：这一格是空的');
    expect(readdirSync(out)).toEqual(['index.html']);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('earlier');
  });

  test('replaces an earlier site as a whole, and makes the same bytes from another folder, on another day, in another time zone and environment', () => {
    const other = join(work, 'elsewhere', 'deep');
    cpSync(join(cases, 'valid'), other, { recursive: true });
    const [a, b] = [join(work, 'a'), join(work, 'b')];
    mkdirSync(a);
    for (const name of ['index.html', 'stale.html']) writeFileSync(join(a, name), 'stale');
    for (const [root, out, env] of [
      [join(cases, 'valid'), a, { TZ: 'Asia/Shanghai' }],
      [other, b, THEN],
    ] as const) {
      const { status, stderr } = elsewhere(env, 'build', '--root', root, '--out', out, '--base', '/x/', '--clean');
      expect([status, stderr]).toEqual([0, '']);
    }
    expect(existsSync(join(a, 'stale.html'))).toBe(false);
    expect(existsSync(join(a, 'issues/1/charts/online-share/index.html'))).toBe(true);
    expect(digestsBelow(a)).toEqual(digestsBelow(b));
    const page = readFileSync(join(a, 'index.html'), 'utf8');
    expect(page).toContain('<meta http-equiv="Content-Security-Policy"');
    expect(page).toContain('href="/x/issues/"');
    expect(readdirSync(work).filter((name) => name.startsWith('.build-'))).toEqual([]);
  });

  test('builds roots in both header forms, in GB18030 and in UTF-16', async () => {
    for (const name of ['two-values-in-one-cell', 'gb18030', 'utf16le-tab']) {
      const out = join(work, name);
      expect([name, await build({ ...HERE, root: join(cases, name), out }, silent)]).toEqual([name, 0]);
      expect(readFileSync(join(out, 'issues/1/index.html'), 'utf8')).toContain('97.2%');
    }
  });

  test('two builds at once in one process give the bytes of two apart', async () => {
    const other = join(work, 'other');
    cpSync(join(cases, 'valid'), other, { recursive: true });
    for (const file of ['data/issues/1/comparison.csv', 'content/issues/1.mdx'])
      edit(join(other, file), (text) => text.replaceAll('97.2', '95.1').replace('建设了', '建成了'));
    const inputs = [
      { root: join(cases, 'valid'), base: '/', site: null },
      { root: other, base: '/x/', site: 'https://example.org' },
    ];
    const at = (when: string, i: number): string => join(work, `${when}-${i}`);
    for (const [i, input] of inputs.entries()) await build({ ...input, out: at('apart', i) }, silent);
    await Promise.all(inputs.map((input, i) => build({ ...input, out: at('together', i) }, silent)));
    expect(digestsBelow(at('together', 0))).toEqual(digestsBelow(at('apart', 0)));
    expect(digestsBelow(at('together', 1))).toEqual(digestsBelow(at('apart', 1)));
    const text = readFileSync(join(at('together', 1), 'issues/1/index.html'), 'utf8');
    expect([text.includes('95.1%'), text.includes('建成了'), text.includes('97.2%')]).toEqual([true, true, false]);
  });

  test('builds from another working directory, and to another disk', () => {
    const disk = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/bulletin-') : join(work, 'disk');
    const cwd = join(work, '别 处');
    // Letters that mean something in an address.
    const ROOT = '根 #1 %20';
    mkdirSync(cwd);
    cpSync(join(cases, 'valid'), join(cwd, ROOT), { recursive: true });
    const run = (out: string): unknown[] => {
      const { status, stderr } = spawnSync(process.execPath, [MAIN, 'build', '--root', ROOT, '--out', out], {
        encoding: 'utf8',
        cwd,
      });
      return [status, stderr, digestsBelow(resolve(cwd, out)).length > 20];
    };
    try {
      expect(run('新/站')).toEqual([0, '', true]);
      expect(run(join(disk, 'site'))).toEqual([0, '', true]);
      expect(digestsBelow(join(disk, 'site'))).toEqual(digestsBelow(join(cwd, '新/站')));
      expect([readdirSync(disk), readdirSync(cwd).sort(), readdirSync(join(cwd, '新'))]).toEqual([
        ['site'],
        ['新', ROOT].sort(),
        ['站'],
      ]);
    } finally {
      rmSync(disk, { recursive: true, force: true });
    }
  });

  test.each(['SIGINT', 'SIGKILL'] as const)(
    'stopped by %s, leaves the earlier site, and nothing else once the next command has run',
    async (signal) => {
      const folder = join(work, signal);
      mkdirSync(join(folder, 'site'), { recursive: true });
      writeFileSync(join(folder, 'site/index.html'), 'earlier');
      const args = [MAIN, 'build', '--root', join(cases, 'valid'), '--out', join(folder, 'site')];
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const workshops = (): string[] => readdirSync(CACHE).filter((name) => name.includes(`-${child.pid!}-`));
      await expect.poll(workshops, { timeout: 60_000 }).toHaveLength(1);
      child.kill(signal);
      expect(await ended).toBe(signal === 'SIGINT' ? 130 : null);
      command('check', '--help');
      expect(workshops()).toEqual([]);
      expect(readdirSync(folder)).toEqual(['site']);
      expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('earlier');
    },
  );

  test('tells a file in the place of a folder', () => {
    const file = join(work, 'file');
    writeFileSync(file, '');
    const built = (out: string): string => command('build', '--root', join(cases, 'valid'), '--out', out).stderr;
    expect(built(file).split('\n')[0]).toBe(`--out 的“${file}”是一个文件，不是文件夹，请换一个名称`);
    expect(built(join(file, 'site/dist'))).toBe(
      `“${join(file, 'site')}”：路径中间有一段是文件，不是文件夹\n→ 把这个文件移走或改名，再试一次（ENOTDIR）\n`,
    );
  });

  test('builds into the folder that a link leads to, and leaves the link', () => {
    const [folder, link] = [join(work, 'served'), join(work, 'link')];
    const built = (): ReturnType<typeof command> => command('build', '--root', join(cases, 'valid'), '--out', link);
    symlinkSync(folder, link);
    expect(built().stderr.split('\n')[0]).toBe(
      `“${link}”是一个断了的链接，它指向的文件夹不存在：请先建好那个文件夹，或者换一个名称`,
    );
    mkdirSync(folder);
    expect(built().status).toBe(0);
    expect(readlinkSync(link)).toBe(folder);
    expect(lstatSync(folder).isDirectory()).toBe(true);
    expect(existsSync(join(folder, 'index.html'))).toBe(true);
  });

  test('publishes the scan of a bulletin with its digest', () => {
    const [root, out] = [join(work, 'scanned'), join(work, 'scanned-site')];
    cpSync(join(cases, 'original-missing'), root, { recursive: true });
    mkdirSync(join(root, 'public/originals'), { recursive: true });
    writeFileSync(join(root, 'public/originals/1.pdf'), '%PDF-scan');
    expect(command('build', '--root', root, '--out', out).status).toBe(0);
    expect(readFileSync(join(out, 'originals/1.pdf'), 'utf8')).toBe('%PDF-scan');
    expect(readFileSync(join(out, 'issues/1/index.html'), 'utf8')).toContain(
      `SHA-256：${createHash('sha256').update('%PDF-scan').digest('hex')}`,
    );
  });

  test('says how a sub-path or an address has to be typed', () => {
    expect(() => options(['--base', 'zwgk'])).toThrow('--base 应以 / 开头和结尾，如 /zwgk/yshj/，现在是“zwgk”');
    expect(() => options(['--site', 'example.org/x'])).toThrow(
      '--site 应是不带路径的网址，如 https://example.gov.cn，现在是“example.org/x”',
    );
  });

  test.each([
    [['--shard', '1/2'], '--shard 要和 --store 一起用，写明各台机器共用的文件夹'],
    [['--shard', '3/2', '--store', 's'], '--shard 应是“第几份/共几份”，如 2/8，现在是“3/2”'],
    [
      ['--shard', '1/2', '--store', 's', '--out', 'site'],
      '--shard 只把一份存入 --store，不生成网站，不和 --out、--key 一起用',
    ],
    [['--clean', '--store', 's'], '--clean 不用以前生成的，不和 --store 一起用'],
  ])('says why %j is no way to call it', (args, refusal) => {
    expect(() => options(args)).toThrow(refusal);
  });

  test('ends with 1 and its usage when it is called wrongly', () => {
    const { status, stderr } = command('build', '--colour', 'red');
    expect(status).toBe(1);
    expect(stderr).toBe(
      '没有“--colour”这个选项\n用法：npm run build -- [--root 文件夹] [--out 文件夹] [--base /子路径/] [--site https://网址] [--portable] [--compress] [--key 私钥文件] [--clean] [--store 文件夹 [--shard 第几份/共几份]]\n',
    );
  });
});
