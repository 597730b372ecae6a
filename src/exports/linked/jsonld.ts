import { issueAddress } from '../../publication/address.ts';
import type { Issue } from '../../domain/issue.ts';
import { addressIn, type Publication } from '../../publication/publication.ts';

/** An object of JSON-LD. */
export type Node = Readonly<Record<string, unknown>>;

/** With the vocabulary it is written in; search engines know this context without fetching it, browsers never do. */
export const described = (node: Node): Node => ({ '@context': 'https://schema.org', ...node });

/** Content of `<script type="application/ld+json">`: no `<` could end the element or open a comment, no U+2028 a line. */
export const scriptText = (node: Node): string =>
  JSON.stringify(node).replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * An address of the site as an IRI. Without a public address it begins at the root of the host (`/zwgk/yshj/issues/48/`):
 * JSON-LD resolves it against the page it stands in (JSON-LD 1.1 §7.1), so it is true wherever the site is served.
 */
export const iri = (publication: Publication, path: string): string => addressIn(publication, path);

/** A thing and its page. */
export const located = (publication: Publication, type: string, path: string): Node => ({
  '@type': type,
  '@id': iri(publication, path),
  url: iri(publication, path),
});

export const officeNode = ({ office }: Publication): Node => ({ '@type': 'GovernmentOrganization', name: office });

/** The bulletin as part of its series. */
export const seriesNode = (publication: Publication, { number, date }: Issue): Node => ({
  '@type': 'PublicationIssue',
  issueNumber: String(number),
  datePublished: date,
  isPartOf: {
    '@type': 'Periodical',
    name: publication.series,
    publisher: officeNode(publication),
    inLanguage: publication.language,
  },
});

/** Only the name and address of a bulletin, for what is made from it. */
export const bulletinNode = (publication: Publication, { number, title }: Issue): Node => ({
  ...located(publication, 'Report', issueAddress(number)),
  name: `《${publication.series}》第${number}期《${title}》`,
});
