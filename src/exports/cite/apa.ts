import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import { cslItem } from './csl.ts';
import { citedTitle, type Work } from './work.ts';

/** What is used of citeproc's engine; the plugin keeps one for each style and language. */
interface Engine {
  updateItems: (ids: readonly string[]) => void;
  makeBibliography: () => readonly [unknown, readonly string[]];
}

const ID = 'work';
/** Private-use characters, which stand in a pattern for what differs from chart to chart. */
const [TITLE, ADDRESS] = ['\uE000', '\uE001'] as const;
/**
 * Text that citeproc hands through. It reads tags, turns straight quotation marks and drops empty ones; what is not known
 * to pass goes to it whole.
 */
const PLAIN_TITLE =
  /^(?:[\p{Script=Han}A-Za-z0-9，。、；：？！（）《》〈〉—…～·％%+/ -]|“[\p{Script=Han}A-Za-z0-9，、：（）+-]+”)+$/u;
const PLAIN_ADDRESS = /^https?:\/\/[A-Za-z0-9.:/%_~-]+$/;

/**
 * APA 7 by citeproc. Of data sets the manual wants the year alone, the version and `[Data set]` (§10.9); of web pages the full
 * date (§10.16). No retrieval date: the address is of one version, which does not change (§9.16).
 */
export function apa(work: Work): string {
  const title = citedTitle(work);
  const { address } = work;
  if (!PLAIN_TITLE.test(title) || (address !== null && !PLAIN_ADDRESS.test(address)))
    return formatted(work, title, address);
  return pattern(work)
    .replace(TITLE, () => title)
    .replace(ADDRESS, () => address ?? '');
}

const patterns = new Map<string, string>();

/** One run of citeproc for all charts of a bulletin, as each costs half a millisecond. */
function pattern(work: Work): string {
  const { kind, office, site, published, version, language, address } = work;
  const key = JSON.stringify([kind, office, site, published, version, language, address === null]);
  const text = patterns.get(key) ?? formatted(work, TITLE, address === null ? null : ADDRESS);
  patterns.set(key, text);
  return text;
}

/** The whole way through citeproc. */
export function formatted(work: Work, title: string, address: string | null): string {
  const item = {
    ...cslItem({ ...work, address }),
    id: ID,
    title,
    ...(work.kind === 'dataset' ? { genre: 'Data set' } : {}),
  };
  const engine = plugins.config.get('@csl').engine([item as never], 'apa', 'en-US', 'text') as Engine;
  engine.updateItems([ID]);
  return engine.makeBibliography()[1].join('').trimEnd();
}
