import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { cslItem } from '../../../src/exports/cite/csl.ts';
import type { Work } from '../../../src/exports/cite/work.ts';

/** What is used of citeproc's engine; the plugin keeps one for each style and language. */
interface Engine {
  updateItems: (ids: readonly string[]) => void;
  makeBibliography: () => readonly [unknown, readonly string[]];
}

/** APA by the official CSL style and its reference processor, which the tests hold our own against. */
export function apaByCiteproc(work: Work): string {
  const item = { ...cslItem(work), ...(work.kind === 'dataset' ? { genre: 'Data set' } : {}) };
  const engine = plugins.config.get('@csl').engine([item as never], 'apa', 'en-US', 'text') as Engine;
  engine.updateItems([item.id]);
  return engine.makeBibliography()[1].join('').trimEnd();
}
