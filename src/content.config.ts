import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';

/** The bulletins' text. Everything else about them comes from the catalogue, which has checked it. */
export const collections = {
  issues: defineCollection({
    loader: glob({ base: `${process.env['BULLETIN_ROOT'] ?? '.'}/content/issues`, pattern: '[0-9]*.mdx' }),
  }),
};
