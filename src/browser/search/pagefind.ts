import type { Found } from '../../search/record.ts';
import { phraseOf } from '../../search/query.ts';

/** What of Pagefind's script is used here (https://pagefind.app/docs/api/). */
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
  const pagefind = (import(/* @vite-ignore */ address) as Promise<Pagefind>).catch((error: unknown) => {
    loaded.delete(address);
    throw error;
  });
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
): Promise<Hit[]> => (await Promise.all(addresses.map((address) => find(address, parts, facets)))).flat();

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
