import type { Bulletin } from '../domain/issue.ts';

/** What a sentence is part of. */
export const KINDS = ['标题和结果', '正文', '正文数字', '表格', '历期', '更正'] as const;
export type Kind = (typeof KINDS)[number];

/** The topics of the bulletins, each once, in the order in which they first stand there. */
export const topicsOf = (bulletins: readonly Pick<Bulletin, 'issue'>[]): string[] => [
  ...new Set(bulletins.map(({ issue }) => issue.topic)),
];

/**
 * What stands in the index for a bulletin, a topic or a kind: words that no reader types. Pagefind has filters, but writes
 * them in another order each time.
 */
export const issueWord = (number: number): string => `zzissue${number}`;
export const topicWord = (topic: string): string =>
  `zztopic${[...topic].map((letter) => letter.codePointAt(0)!.toString(16).padStart(6, '0')).join('')}`;
export const kindWord = (kind: Kind): string => `zzkind${KINDS.indexOf(kind)}`;
