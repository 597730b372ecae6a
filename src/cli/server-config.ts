import { resolve } from 'node:path';
import { caddy } from '../exports/site/caddy.ts';
import { nginx } from '../exports/site/nginx.ts';
import { BUILD_FLAGS, buildOptions } from './build-options.ts';
import { readFlags, UsageError, type Command } from './command.ts';

const SERVERS = { nginx, caddy } as const;
const NAMES = Object.keys(SERVERS).join('、');

const isServer = (name: string): name is keyof typeof SERVERS => Object.hasOwn(SERVERS, name);

/** Printed, and not written into the site, where it would be published. */
export const serverConfigCommand: Command = {
  usage: '用法：npm run -s server-config -- nginx|caddy [--out 网站的文件夹] [--base /子路径/] [--site https://网址]',
  run: (args, print) => {
    const { out, base, site } = BUILD_FLAGS;
    const { values, positionals } = readFlags(args, { out, base, site });
    const [name = '', ...more] = positionals;
    if (!isServer(name) || more.length > 0)
      throw new UsageError(`写一种服务器，可以写 ${NAMES}，现在是“${positionals.join(' ')}”`);
    const options = buildOptions({
      ...values,
      root: '.',
      portable: false,
      compress: false,
      clean: false,
      key: undefined,
    });
    const host = options.site === null ? null : new URL(options.site).host;
    print(SERVERS[name]({ host, base: options.base, folder: resolve(options.out) }).trimEnd());
    return 0;
  },
};
