import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import type { AstroUserConfig } from 'astro';
import remarkCjkFriendly from 'remark-cjk-friendly';
import type { CheckedLibrary } from '../check/library.ts';
import { libraryModule } from './library-module.ts';
import { remarkBulletin } from './remark-bulletin.ts';

export interface SiteInput {
  /** Asked for whenever a page or a text is compiled; throws what may not be published. */
  readonly library: () => CheckedLibrary;
  /** The folder of the bulletins' texts, absolute. */
  readonly content: string;
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** Public address, without sub-path; null while there is none. */
  readonly site: string | null;
}

const require = createRequire(import.meta.url);
/** A package of the package that brings it. */
const requireOfMarkdown = createRequire(require.resolve('mdast-util-from-markdown'));
const PROJECT = resolve(import.meta.dirname, '../..');

/** How Astro makes a site of a library. A function of its arguments: two builds share nothing. */
export const astroConfig = ({ library, content, base, site }: SiteInput): AstroUserConfig => ({
  srcDir: join(PROJECT, 'src'),
  publicDir: join(PROJECT, 'public'),
  base,
  ...(site === null ? {} : { site }),
  output: 'static',
  trailingSlash: 'always',
  // White space of a template that holds a line break is no text, as in JSX: a formatter may break a sentence's elements.
  compressHTML: 'jsx',
  build: { concurrency: 8, format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  integrations: [
    // The printed edition has numbers without links: of all elements only links may be exchanged.
    mdx({ optimize: { ignoreElementNames: ['a'] } }),
  ],
  vite: viteConfig(library, content),
  markdown: {
    syntaxHighlight: false,
    // GFM would strike out what stands between two ～ (1~2个…3~4个) and link what looks like an address.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkCjkFriendly, [remarkBulletin, { base, library }]],
    }),
  },
});

const viteConfig = (library: () => CheckedLibrary, content: string): NonNullable<AstroUserConfig['vite']> => ({
  plugins: [libraryModule(library, content)],
  // Its build for browsers needs a document, which a worker has not (wooorm/decode-named-character-reference).
  resolve: {
    alias: {
      'decode-named-character-reference': requireOfMarkdown.resolve('decode-named-character-reference'),
    },
  },
  worker: { format: 'es' },
  build: {
    assetsInlineLimit: 0,
    rolldownOptions: {
      // Astro's own marker in its chunk of every MDX file; https://github.com/withastro/astro keeps it on purpose.
      onLog: (level, log, handle) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
      },
    },
  },
});
