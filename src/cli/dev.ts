import { astroConfig } from '../integrations/astro-config.ts';
import { portNumber, readFlags, refusePositionals, type Command, type Print } from './command.ts';
import { bareEnvironment } from './environment.ts';
import { following } from './following.ts';
import { knowing } from './knowing.ts';
import { offering } from './offering.ts';
import { previewOf } from './preview.ts';
import { closeWorkshop, openWorkshop } from './workshop.ts';

/** The site of a root, which follows every change of its text and tables. Starts whatever the state of the data. */
export async function dev(root: string, port: number, print: Print): Promise<number> {
  const preview = previewOf(root);
  // Astro has no options for these.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DEV_BACKGROUND'] = '0';
  const astro = await import('astro');
  const workshop = openWorkshop();
  process.on('exit', () => {
    closeWorkshop(workshop);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      process.exit();
    });
  const config = astroConfig({ base: '/', site: null });
  const server = await astro.dev({
    ...config,
    root: workshop,
    configFile: false,
    server: { port },
    logLevel: 'warn',
    vite: {
      ...config.vite,
      plugins: [...(config.vite?.plugins ?? []), following(preview), knowing(preview), offering(preview.library)],
    },
  });
  print(`正在预览，请打开 http://localhost:${server.address.port}/ （按 Ctrl+C 结束）`);
  return 0;
}

export const devCommand: Command = {
  usage: '用法：npm run dev -- [--root 文件夹] [--port 端口]',
  run: (args, print) => {
    const { values, positionals } = readFlags(args, {
      root: { type: 'string', default: '.' },
      port: { type: 'string', default: '4321' },
    });
    refusePositionals(positionals);
    process.env = bareEnvironment();
    return dev(values.root, portNumber(values.port), print);
  },
};
