import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { astroConfig } from './src/integrations/astro-config.ts';

const EMPTY = { bulletins: [], editions: new Map(), indicators: new Map(), registry: '', originals: new Map() };

// For editors, `astro sync` and `astro check`, which look at no data. The commands call `astroConfig` themselves.
export default defineConfig(
  astroConfig({ library: () => EMPTY, content: join(import.meta.dirname, 'content/issues'), base: '/', site: null }),
);
