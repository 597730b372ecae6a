import { build, BUILD_FLAGS, BUILD_USAGE, buildOptions } from './build.ts';
import { readFlags, refusePositionals, type Command } from './command.ts';
import { serve } from './serve.ts';

const PORT = 4321;

/** `npm start`: check, build into `dist/`, serve. The office's own server takes the same folder. */
export const startCommand: Command = {
  usage: `用法：npm start -- ${BUILD_USAGE}`,
  run: async (args, print) => {
    const { values, positionals } = readFlags(args, BUILD_FLAGS);
    refusePositionals(positionals);
    const options = buildOptions(values);
    const code = await build(options, print);
    if (code !== 0) return code;
    const { address } = await serve(options.out, options.base, PORT);
    print(`网站已生成，请打开 ${address} （按 Ctrl+C 结束）`);
    return 0;
  },
};
