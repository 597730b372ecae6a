import type { Found } from '../../search/record.ts';
import { phraseOf } from '../../search/query.ts';

/** What of Pagefind's script is used here (https://pagefind.app/docs/api/). */
interface Script {
  readonly createInstance: (options: { readonly noWorker: boolean }) => Pagefind;
}

interface Pagefind {
  readonly search: (term: string, options: object) => Promise<{ readonly results: readonly Result[] }>;
}

interface Result {
  readonly id: string;
  readonly data: () => Promise<{ readonly raw_url: string }>;
}

/** A sentence that was found, read only when it is shown. */
export type Hit = () => Promise<Found>;

const loaded = new Map<string, Promise<Pagefind>>();

/** Loads Pagefind for an index, once: called when the reader turns to the form, and not before. */
export function load(address: string): Promise<Pagefind> {
  const known = loaded.get(address);
  if (known) return known;
  const pagefind = (import(/* @vite-ignore */ address) as Promise<Script>).then(
    ({ createInstance }) => createInstance({ noWorker: true }),
    (error: unknown) => {
      loaded.delete(address);
      throw error;
    },
  );
  loaded.set(address, pagefind);
  return pagefind;
}

/** As the records were written: indicators, then bulletins, newest first. */
const IN_ORDER = { sort: { order: 'asc' } };

/**
 * The sentences that hold every part, of every facet, in the order of the indexes.
 * @param facets words that stand for a bulletin, a topic, a kind
 */
export const findIn = async (
  addresses: readonly string[],
  parts: readonly (readonly string[])[],
  facets: readonly string[],
): Promise<Hit[]> => {
  const found = await Promise.all(addresses.map((address) => find(address, parts, facets)));
  if (isBroken) throw new Error('a part of an index could not be loaded');
  return found.flat();
};

/**
 * Of a part of an index that it could not load Pagefind tells the console alone, takes it for loaded, and answers without it. Half an
 * answer is none; and since nobody could hear the console of a worker, it runs in the page.
 */
let isBroken = false;
const { error: told } = console;
console.error = (...words: unknown[]): void => {
  isBroken = true;
  told.apply(console, words);
};

async function find(address: string, parts: readonly (readonly string[])[], facets: readonly string[]): Promise<Hit[]> {
  const pagefind = await load(address);
  let found: readonly Result[] | undefined;
  for (const phrase of [...parts, ...facets.map((word) => [word])].map(phraseOf)) {
    const { results } = await pagefind.search(phrase, IN_ORDER);
    const ids = new Set(results.map(({ id }) => id));
    found = found?.filter(({ id }) => ids.has(id)) ?? results;
  }
  return (found ?? []).map((result) => async () => JSON.parse((await result.data()).raw_url) as Found);
}
