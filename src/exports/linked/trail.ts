import { described, iri, type Node } from './jsonld.ts';
import type { Publication } from '../../publication/publication.ts';

/**
 * The way to a page.
 * @param trail addresses from the root of the site with their names
 * @param here the page itself, which is its last step
 */
export const trailNode = (
  trail: readonly (readonly [address: string, name: string])[],
  here: readonly [address: string, name: string],
  publication: Publication,
): Node =>
  described({
    '@type': 'BreadcrumbList',
    itemListElement: [...trail, here].map(([address, name], i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: iri(publication, address),
    })),
  });
