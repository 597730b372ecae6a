import { citedTitle, type Work } from './work.ts';

/** Stands where the reader's own date belongs, which a page made once cannot know. */
export const ACCESSED = '引用日期';

/**
 * GB/T 7714—2025, in force since 2026-07-01. Web pages (EB): 责任者. 题名[EB/OL]. （发布日期）[引用日期]. 获取和访问路径.
 * Data sets (DS): 责任者. 题名[DS/OL]. 版本. 发布平台（发布日期）[引用日期]. 获取和访问路径. Its marks in Chinese entries are full-width.
 */
export function gbt2025(work: Work): string {
  const dates = `（${work.published}）[${ACCESSED}]`;
  return gbtEntry(work, work.kind === 'dataset' ? [edition(work, '（', '）'), `${work.site}${dates}`] : [dates]);
}

/** GB/T 7714—2015: the same with half-width marks; its §8.6 knows no platform. */
export function gbt2015(work: Work): string {
  const dates = `(${work.published})[${ACCESSED}]`;
  return gbtEntry(work, work.kind === 'dataset' ? [edition(work, '(', ')'), dates] : [dates]);
}

const gbtEntry = (work: Work, parts: readonly string[]): string =>
  [
    work.office,
    `${citedTitle(work)}[${work.kind === 'dataset' ? 'DS' : 'EB'}/OL]`,
    ...parts,
    ...(work.address === null ? [] : [work.address]),
  ]
    .map((part) => `${part}.`)
    .join(' ');

/** The version's date goes with the version, never into the place of the publication's. */
const edition = ({ version, versionDate }: Work, open: string, close: string): string =>
  `V${version}${versionDate === null ? '' : open + versionDate + close}`;
