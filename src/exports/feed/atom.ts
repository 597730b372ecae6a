import type { Sha256 } from '../dataset/archive.ts';
import { entryId, feedId, timeOf, type FeedEntry, type Feed } from './feed.ts';
import { addressIn, type Publication } from '../../publication/publication.ts';
import { document, escaped, type Element } from './xml.ts';

/**
 * A feed as Atom (RFC 4287). Its links begin at the root of the host while the site has no public address, and so hold
 * wherever it is served.
 */
export function atom(feed: Feed, publication: Publication, sha256: Sha256): string {
  const { office, licence, language } = publication;
  return document([
    'feed',
    { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
    [
      ['id', {}, feedId(feed, publication, sha256)],
      ['title', {}, feed.title],
      ['subtitle', {}, feed.description],
      ['updated', {}, timeOf(feed.updated)],
      ['author', {}, [['name', {}, office]]],
      ...(licence ? [['rights', {}, `${licence.name}（${licence.url}）`] satisfies Element] : []),
      ['link', { rel: 'self', type: 'application/atom+xml', href: addressIn(publication, feed.path) }],
      ['link', { rel: 'alternate', type: 'text/html', href: addressIn(publication, feed.page) }],
      ...feed.entries.map((entry) => element(entry, publication, sha256)),
    ],
  ]);
}

function element(entry: FeedEntry, publication: Publication, sha256: Sha256): Element {
  const { title, page, earlier, published, updated, topic, paragraphs } = entry;
  return [
    'entry',
    {},
    [
      ['id', {}, entryId(entry, publication, sha256)],
      ['title', {}, title],
      ['published', {}, timeOf(published)],
      ['updated', {}, timeOf(updated)],
      ['link', { rel: 'alternate', type: 'text/html', href: addressIn(publication, page) }],
      // RFC 5829: the version that came before.
      ...(earlier === null
        ? []
        : [
            [
              'link',
              { rel: 'predecessor-version', type: 'text/html', href: addressIn(publication, earlier) },
            ] satisfies Element,
          ]),
      ...(topic === null ? [] : [['category', { term: topic }] satisfies Element]),
      ['content', { type: 'html' }, html(paragraphs)],
    ],
  ];
}

/** Links stand beside the text, never in it: a reader of feeds may show it where no relative address holds. */
export const html = (paragraphs: readonly string[]): string =>
  paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('');
