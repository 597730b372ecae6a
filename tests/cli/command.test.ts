import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { portNumber, readFlags } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { messageOf } from '../../src/cli/failure.ts';
import { run } from './run.ts';

const MAIN = join(import.meta.dirname, '../../src/cli/main.cjs');
const { refusal } = createRequire(import.meta.url)('../../src/cli/node-version.cjs') as {
  refusal: (version: string) => string | null;
};
const command = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('every command', () => {
  test.each([
    [
      'build',
      '用法：npm run build -- [--root 文件夹] [--out 文件夹] [--base /子路径/] [--site https://网址] [--portable] [--compress] [--key 私钥文件] [--clean] [--store 文件夹 [--shard 第几份/共几份]]',
    ],
    [
      'check',
      '用法：npm run check -- [--root 文件夹] [--format text|json|github] [--release] [--against 网站的文件夹或网址]',
    ],
    ['dev', '用法：npm run dev -- [--root 文件夹] [--port 端口]'],
    [
      'new',
      '用法：npm run new -- 期号 [--title 标题 --date 2021-01-25 --topic 主题 --lead 牵头单位] [--from 通报.docx] [--root 文件夹]\n' +
        '      没有 --from 时还可以写空表的列和行：[--period 2023年一季度 --baseline 2022年一季度 --target 省定 --target 2025年市定 --areas 新华区、叶县]',
    ],
    [
      'release',
      '用法：npm run release -- 期号 [--root 文件夹] [--date 2026-12-01]；npm run release -- --all；npm run release -- --verify；npm run release -- --again',
    ],
    [
      'server-config',
      '用法：npm run -s server-config -- nginx|caddy [--out 网站的文件夹] [--base /子路径/] [--site https://网址]',
    ],
    [
      'start',
      '用法：npm start -- [--root 文件夹] [--out 文件夹] [--base /子路径/] [--site https://网址] [--portable] [--compress] [--key 私钥文件] [--clean] [--port 端口] [--host 地址]',
    ],
    ['verify', '用法：npm run verify -- 网站的文件夹或网址 [--public-key 公钥文件]'],
  ] as const)('%s says how it is used', async (name, usage) => {
    const called = await COMMANDS[name]();
    expect(await run(called, '--help')).toEqual({ status: 0, stdout: `${usage}\n`, stderr: '' });
    expect(await run(called, '--colour', 'red')).toEqual({
      status: 1,
      stdout: '',
      stderr: `没有“--colour”这个选项\n${usage}\n`,
    });
  });

  test('runs in a process of its own as npm calls it', () => {
    expect(command('release', '--verify', '--all')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        '请写期号，或者 --all、--verify、--again 之一\n用法：npm run release -- 期号 [--root 文件夹] [--date 2026-12-01]；npm run release -- --all；npm run release -- --verify；npm run release -- --again\n',
    });
  });

  test('is one of those that there are', () => {
    expect(command('publish')).toEqual({
      status: 1,
      stdout: '',
      stderr:
        '没有“publish”这个命令，可用的有：build、check、dev、new、release、sbom、server-config、start、sync、verify\n',
    });
  });

  test('ends quietly when its reader stops early', async () => {
    const child = spawn(process.execPath, [MAIN, 'check', '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect([code, stderr]).toEqual([0, '']);
  });
});

describe('flags', () => {
  const flags = { root: { type: 'string', default: '.' }, site: { type: 'string' }, all: { type: 'boolean' } } as const;

  test('are read with their defaults', () => {
    expect(readFlags(['48', '--site', 'https://a', '--all'], flags)).toEqual({
      values: { root: '.', site: 'https://a', all: true },
      positionals: ['48'],
    });
    expect(readFlags([], flags).values).toEqual({ root: '.', all: false });
  });

  test.each([
    [['--colour'], '没有“--colour”这个选项'],
    [['-r', 'x'], '没有“-r”这个选项'],
    [['--toString'], '没有“--toString”这个选项'],
    [['--root'], '“--root”后面要写内容'],
    [['--root', '--all'], '“--root”后面要写内容'],
    [['--all=yes'], '“--all”后面不写内容，现在写了“yes”'],
  ])('%j is answered: %s', (args, message) => {
    expect(() => readFlags(args, flags)).toThrow(message);
  });

  test('of a port are numbers that a port can have', () => {
    expect([portNumber('0'), portNumber('65535')]).toEqual([0, 65535]);
    for (const text of ['65536', '-1', 'http', '', '1e3'])
      expect(() => portNumber(text)).toThrow(`--port 应是 0 到 65535 的整数，如 4322，现在是“${text}”`);
  });
});

describe('a failure of the machine', () => {
  const failure = (code: string): Error => Object.assign(new Error(code), { code, path: 'dist' });

  test.each([
    ['ENOSPC', '“dist”：磁盘已满\n→ 腾出空间，再试一次（ENOSPC）'],
    ['EROFS', '“dist”：这个磁盘是只读的，写不进去\n→ 换一个能写的文件夹，或请管理员开通写入（EROFS）'],
    ['EACCES', '“dist”：没有读写的权限\n→ 请管理员开通权限，或换一个文件夹（EACCES）'],
    ['ENOTDIR', '“dist”：路径中间有一段是文件，不是文件夹\n→ 把这个文件移走或改名，再试一次（ENOTDIR）'],
  ])('%s is told with what to do', (code, message) => {
    expect(messageOf(failure(code))).toBe(message);
    expect(messageOf(new Error('Astro failed', { cause: failure(code) }))).toBe(message);
  });

  test('without a code keeps its own words', () => {
    expect(messageOf(new Error('没有找到文件夹“x”'))).toBe('没有找到文件夹“x”');
  });
});

describe('a Node that', () => {
  test.each(['22.18.0', '22.21.1', '23.6.0', '24.0.0', '24.1.0', '26.0.0'])('is %s runs the commands', (version) => {
    expect(refusal(version)).toBeNull();
  });

  test.each(['18.20.8', '20.19.5', '22.12.0', '22.17.1', '23.5.0'])('is %s is refused, with what to do', (version) => {
    expect(refusal(version)).toBe(
      `这台电脑上的 Node.js 是 ${version}，本程序需要 22.18 或更新的版本（23 系列需要 23.6 以上）。\n` +
        '→ 从 https://nodejs.org/zh-cn/download 下载安装 24（LTS），重新打开命令行窗口，再试一次',
    );
  });

  test('is too old ends with 1 before anything is read', () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '20.19.5' })";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [`--import=data:text/javascript,${encodeURIComponent(old)}`, MAIN, 'check'],
      { encoding: 'utf8' },
    );
    expect([status, stdout, stderr.split('\n')[0]]).toEqual([
      1,
      '',
      '这台电脑上的 Node.js 是 20.19.5，本程序需要 22.18 或更新的版本（23 系列需要 23.6 以上）。',
    ]);
  });
});
