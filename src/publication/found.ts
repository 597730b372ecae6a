import { chartedOf } from '../domain/charted.ts';
import type { Edition } from '../domain/version.ts';
import { currentCharts, type CurrentChart, type Library } from './library.ts';

/** The changing parts of an address, as its route names them. */
export interface Params {
  readonly issue?: string | undefined;
  readonly slug?: string | undefined;
  /** `v1`; absent where the newest version is meant. */
  readonly version?: string | undefined;
}

/** What a route shows; undefined where an address leads to nothing. */
export const bulletinAt = <B extends { readonly issue: { readonly number: number } }>(
  { bulletins }: { readonly bulletins: readonly B[] },
  { issue }: Params,
): B | undefined => bulletins.find(({ issue: { number } }) => String(number) === issue);

/** The version that an address names, else the newest. */
export function editionAt({ editions }: Library, { issue, version }: Params): Edition | undefined {
  const all = editions.get(Number(issue)) ?? [];
  return version === undefined ? all[0] : all.find(({ bulletin }) => `v${bulletin.version}` === version);
}

/** A chart in the version that an address names, else in the newest that has it. */
export function chartAt(library: Library, params: Params): CurrentChart | undefined {
  const { issue, slug, version } = params;
  if (version === undefined)
    return currentCharts(library.editions.get(Number(issue)) ?? []).find(({ charted }) => charted.slug === slug);
  const edition = editionAt(library, params);
  const charted = edition && chartedOf(edition.bulletin).find((one) => one.slug === slug);
  return charted && { edition, charted };
}
