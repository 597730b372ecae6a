import { createServer } from 'node:net';
import { build } from './build.ts';
import { BUILD_FLAGS, BUILD_USAGE, buildOptions, type BuildOptions } from './build-options.ts';
import { portNumber, readFlags, refusePositionals, type Command, type Print } from './command.ts';
import { placeOf } from './place.ts';
import { serve } from './serve.ts';

export interface StartOptions extends BuildOptions {
  readonly port: number;
  readonly host: string;
}

/** Checks, builds, serves. The office's own server takes the same folder. */
export async function start(options: StartOptions, print: Print): Promise<number> {
  const { port, host, out, base } = options;
  await refuseTaken(port, host);
  const code = await build(options, print);
  if (code !== 0) return code;
  const { address } = await serve({ folder: placeOf(out), base, port, host });
  print(`网站已生成，请打开 ${address} （按 Ctrl+C 结束）`);
  return 0;
}

/** Before the build, so that no one waits for it in vain. */
function refuseTaken(port: number, host: string): Promise<void> {
  const probe = createServer();
  return new Promise((done, reject) => {
    probe.once('error', (cause: NodeJS.ErrnoException) => {
      const refusal = REFUSALS[cause.code ?? ''];
      reject(refusal ? new Error(refusal(port, host)) : cause);
    });
    probe.listen(port, host, () => {
      probe.close(() => {
        done();
      });
    });
  });
}

const REFUSALS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port) =>
    `端口 ${port} 已被占用\n→ 结束占用它的程序，或者换一个端口：npm start -- --port ${port === 65535 ? 4321 : port + 1}`,
  EACCES: (port) => `没有权限使用端口 ${port}\n→ 换一个 1024 以上的端口，如 npm start -- --port 4321`,
  EADDRNOTAVAIL: (_, host) => `这台电脑没有“${host}”这个地址\n→ 要让别的电脑也能打开，写 --host 0.0.0.0`,
  ENOTFOUND: (_, host) => `找不到“${host}”这个地址\n→ 要让别的电脑也能打开，写 --host 0.0.0.0`,
};

export const startCommand: Command = {
  usage: `用法：npm start -- ${BUILD_USAGE} [--port 端口] [--host 地址]`,
  run: (args, print) => {
    const { values, positionals } = readFlags(args, {
      ...BUILD_FLAGS,
      port: { type: 'string', default: '4321' },
      host: { type: 'string', default: 'localhost' },
    });
    refusePositionals(positionals);
    return start({ ...buildOptions(values), port: portNumber(values.port), host: values.host }, print);
  },
};
