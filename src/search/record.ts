import type { Kind } from './facet.ts';

/** One thing that search finds: a sentence and where it stands. */
export interface SearchRecord {
  /** From the root of the site, with the anchor: `/issues/48/#s2-1`. */
  readonly address: string;
  readonly words: string;
  /** In a reader's words: `第48期正文二（一）`. */
  readonly where: string;
  readonly kind: Kind;
  /** Numbers and topics of the bulletins it belongs to. */
  readonly issues: readonly number[];
  readonly topics: readonly string[];
}

/** What of a record is handed to the page that shows it. */
export type Found = Pick<SearchRecord, 'address' | 'words' | 'where'>;
