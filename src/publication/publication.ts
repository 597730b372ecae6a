/** By whom and where the site is published: what every exported file needs in order to name its source. */
export interface Publication {
  /** Name of the site. */
  readonly name: string;
  readonly description: string;
  readonly office: string;
  readonly series: string;
  /** Whose figures these are. */
  readonly city: string;
  readonly licence: { readonly name: string; readonly url: string } | null;
  /** Where the site begins: `https://example.org/zwgk/yshj/`, or `/zwgk/yshj/` while it has no public address. */
  readonly root: string;
  readonly language: string;
}

/** An address of the site (`/issues/48/`) in full. */
export const addressIn = ({ root }: Publication, path: string): string => root + path.slice(1);

/** The site's root without its host: `/` or a sub-path with slashes at both ends. */
export const basePath = ({ root }: Publication): string => root.replace(/^https?:\/\/[^/]+/, '');

/** Whether addresses may leave the site; a feed or a sitemap without that would name an invented host. */
export const isPublic = ({ root }: Publication): boolean => /^https?:/.test(root);

/** An address as it may leave the site; null while the site has no public one. */
export const fullAddress = (publication: Publication, path: string): string | null =>
  isPublic(publication) ? addressIn(publication, path) : null;

/** @param root `/zwgk/yshj/`, behind the origin where there is one. */
export const publicationOf = (
  { name, description, office, series, city, licence }: Omit<Publication, 'root' | 'language'>,
  origin: string | null,
  base: string,
): Publication => ({
  name,
  description,
  office,
  series,
  city,
  licence,
  root: `${origin?.replace(/\/$/, '') ?? ''}${base}`,
  language: 'zh-CN',
});
