import { citedTitle, citeKey, editionWords, type Work } from './work.ts';

/** One item of CSL-JSON 1.0.2 (https://github.com/citation-style-language/schema). */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'dataset';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly version: string;
  readonly language: string;
  readonly note?: string;
  readonly URL?: string;
}

/** No `accessed`: that is the reader's date. */
export function cslItem(work: Work): CslItem {
  return {
    id: citeKey(work),
    type: work.kind === 'dataset' ? 'dataset' : 'webpage',
    title: citedTitle(work),
    author: [{ literal: work.office }],
    issued: { 'date-parts': [work.published.split('-').map(Number)] },
    [work.kind === 'dataset' ? 'publisher' : 'container-title']: work.site,
    version: String(work.version),
    language: work.language,
    ...(work.versionDate === null ? {} : { note: editionWords(work) }),
    ...(work.address === null ? {} : { URL: work.address }),
  };
}

export const cslJson = (work: Work): string => `${JSON.stringify([cslItem(work)], null, 2)}\n`;
