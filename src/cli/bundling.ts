import { join } from 'node:path';
import { build } from 'astro';
import { astroConfig } from '../integrations/astro-config.ts';
import type { Bundling } from './bundle.ts';
import { endWithParent } from './child.ts';

/** A process of its own: Astro and Vite take half a gigabyte, which a build has done with once there is a bundle. */
endWithParent();
const { where, workshop, made } = JSON.parse(process.argv[2]!) as Bundling;
// Astro has no option for it.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const config = astroConfig(where);
await build({
  ...config,
  root: workshop,
  configFile: false,
  outDir: join(made, 'unused'),
  publicDir: join(workshop, 'public'),
  build: { ...config.build, server: join(made, 'server'), client: join(made, 'client') },
  cacheDir: join(workshop, 'cache'),
  logLevel: 'warn',
  mode: 'production',
  force: true,
});
process.disconnect();
