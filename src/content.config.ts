import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { folder } from 'virtual:bulletin-press/content';

/** The bulletins' text. Everything else about them comes from the library, which has been checked. */
export const collections = {
  issues: defineCollection({ loader: glob({ base: new URL(folder), pattern: '[0-9]*.mdx' }) }),
};
