import { publicationOf } from '../publication/publication.ts';
import { site } from '../site.ts';

/** This site where it is built for. */
export const publication = publicationOf(site, import.meta.env.SITE ?? null, import.meta.env.BASE_URL);
