import { addressIn, isPublic, type Publication } from '../../publication/publication.ts';
import type { Sha256 } from '../dataset/archive.ts';

/** What a reader of feeds is told, before a format writes it its own way. */
export interface Feed {
  /** From the root of the site: `/feed.xml`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  /** The page that shows the same, from the root of the site. */
  readonly page: string;
  /** ISO. */
  readonly updated: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** Permanent, from the root of the site; it need not be a page. */
  readonly path: string;
  readonly title: string;
  readonly page: string;
  /** The page that this one replaced, which still stands. */
  readonly earlier: string | null;
  /** ISO. The first never changes. */
  readonly published: string;
  readonly updated: string;
  readonly topic: string | null;
  readonly paragraphs: readonly string[];
}

/** Feeds want a time where the data have a day: midnight UTC lies within that day in China. */
export const timeOf = (day: string): string => `${day}T00:00:00Z`;

/** A feed is named by its own address, which is a promise; without a public one like its entries. */
export const feedId = ({ path }: Feed, publication: Publication, sha256: Sha256): string =>
  isPublic(publication) ? addressIn(publication, path) : urn(path, publication, sha256);

/** A tag (RFC 4151) says who named the entry and when, so it still stands if the page should move. A tag knows no port. */
export function entryId({ path, published }: FeedEntry, publication: Publication, sha256: Sha256): string {
  if (!isPublic(publication)) return urn(path, publication, sha256);
  const { hostname, pathname } = new URL(addressIn(publication, path));
  return `tag:${hostname},${published}:${pathname}`;
}

/**
 * Without a host of its own, a name by content: a UUID of version 8 (RFC 9562 §5.8) from series and path. Other names below
 * `urn:` must be registered, and a tag would claim a host.
 */
function urn(path: string, { office, series }: Publication, sha256: Sha256): string {
  const hex = sha256(JSON.stringify([office, series, path]));
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) % 4]!;
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
