import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import { catalog } from './src/catalog.ts';
import { remarkBulletin } from './src/integrations/remark-bulletin.ts';

const base = process.env.BULLETIN_BASE ?? '/';

// A build never starts on data that may not be published: Astro itself would log a failing loader and go on.
// The development server starts, and shows what is wrong on the page.
if (!process.env.BULLETIN_DEV) catalog();

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  srcDir: here('./src'),
  publicDir: here('./public'),
  base,
  ...(process.env.BULLETIN_SITE ? { site: process.env.BULLETIN_SITE } : {}),
  output: 'static',
  trailingSlash: 'always',
  // White space of a template that holds a line break is no text, as in JSX: a formatter may break a sentence's elements.
  compressHTML: 'jsx',
  build: { concurrency: 8, format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  integrations: [mdx({ optimize: true })],
  vite: {
    // Its build for browsers needs a document, which a worker has not (wooorm/decode-named-character-reference).
    resolve: {
      alias: {
        'decode-named-character-reference': fileURLToPath(import.meta.resolve('decode-named-character-reference')),
      },
    },
    worker: { format: 'es' },
    // Astro's own marker in its chunk of every MDX file; https://github.com/withastro/astro keeps it on purpose.
    build: {
      assetsInlineLimit: 0,
      rollupOptions: {
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
  markdown: {
    syntaxHighlight: false,
    // GFM would strike out what stands between two ～ (1~2个…3~4个) and link what looks like an address.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkCjkFriendly, [remarkBulletin, { base }]],
    }),
  },
});
