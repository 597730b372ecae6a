import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { AstroUserConfig } from 'astro';
import { adapter } from './adapter.ts';

export interface SiteInput {
  /** `/` or a sub-path with slashes at both ends. */
  readonly base: string;
  /** Public address, without sub-path; null while there is none. */
  readonly site: string | null;
}

const require = createRequire(import.meta.url);
/** A package of the package that brings it. */
const requireOfMarkdown = createRequire(require.resolve('mdast-util-from-markdown'));
const PROJECT = resolve(import.meta.dirname, '../..');

/** How Astro makes a renderer of this project's pages. It knows where the site will stand and nothing of what it says. */
export const astroConfig = ({ base, site }: SiteInput): AstroUserConfig => ({
  srcDir: join(PROJECT, 'src'),
  publicDir: join(PROJECT, 'public'),
  base,
  ...(site === null ? {} : { site }),
  output: 'server',
  trailingSlash: 'always',
  // White space of a template that holds a line break is no text, as in JSX: a formatter may break a sentence's elements.
  compressHTML: 'jsx',
  build: { inlineStylesheets: 'never', assets: 'assets' },
  devToolbar: { enabled: false },
  adapter: adapter(),
  vite: {
    // Its build for browsers needs a document, which a worker has not (wooorm/decode-named-character-reference).
    resolve: {
      alias: {
        'decode-named-character-reference': requireOfMarkdown.resolve('decode-named-character-reference'),
      },
    },
    worker: { format: 'es' },
    build: { assetsInlineLimit: 0 },
    // Else a file of that name in the project's folder, or above it, would have its way with the styles.
    css: { postcss: {} },
  },
});
