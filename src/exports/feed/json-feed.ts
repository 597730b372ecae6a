import type { Sha256 } from '../dataset/archive.ts';
import { html } from './atom.ts';
import { entryId, timeOf, type Feed } from './feed.ts';
import { fullAddress, type Publication } from '../../publication/publication.ts';

/**
 * A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), which knows only full addresses: without a public one
 * there are none.
 */
export function jsonFeed(
  { path, title, description, page, entries }: Feed,
  publication: Publication,
  sha256: Sha256,
): string {
  const at = (name: string, address: string): object => {
    const full = fullAddress(publication, address);
    return full === null ? {} : { [name]: full };
  };
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title,
      description,
      ...at('home_page_url', page),
      ...at('feed_url', path),
      language: publication.language,
      authors: [{ name: publication.office, ...at('url', '/') }],
      items: entries.map((entry) => ({
        id: entryId(entry, publication, sha256),
        ...at('url', entry.page),
        title: entry.title,
        content_html: html(entry.paragraphs),
        summary: entry.paragraphs[0] ?? entry.title,
        date_published: timeOf(entry.published),
        date_modified: timeOf(entry.updated),
        ...(entry.topic === null ? {} : { tags: [entry.topic] }),
      })),
    },
    null,
    1,
  )}\n`;
}
