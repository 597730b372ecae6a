import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { serverConfigCommand } from '../../src/cli/server-config.ts';
import { run } from './run.ts';

test('a configuration is printed for a host, a sub-path and a folder', async () => {
  const args = ['--base', '/zwgk/', '--site', 'https://example.gov.cn', '--out', 'public-site'];
  const { status, stdout } = await run(serverConfigCommand, 'nginx', ...args);
  expect(status).toBe(0);
  for (const line of [
    '  server_name example.gov.cn;',
    '  location ^~ /zwgk/ {',
    `    alias "${resolve('public-site')}/";`,
  ])
    expect(stdout.split('\n')).toContain(line.replaceAll('\\', '\\\\'));
  expect((await run(serverConfigCommand, 'caddy', ...args)).stdout).toContain('example.gov.cn {\n');
});

test.each([
  [[], '写一种服务器，可以写 nginx、caddy，现在是“”'],
  [['apache'], '写一种服务器，可以写 nginx、caddy，现在是“apache”'],
  [['nginx', 'caddy'], '写一种服务器，可以写 nginx、caddy，现在是“nginx caddy”'],
  [['nginx', '--base', 'zwgk'], '--base 应以 / 开头和结尾，如 /zwgk/yshj/，现在是“zwgk”'],
])('%j is answered with what to type', async (args, words) => {
  expect(await run(serverConfigCommand, ...args)).toEqual({
    status: 1,
    stdout: '',
    stderr: `${words}\n用法：npm run -s server-config -- nginx|caddy [--out 网站的文件夹] [--base /子路径/] [--site https://网址]\n`,
  });
});
