import { quoted } from '../../wording/phrase.ts';
import { citedTitle, type Work } from './work.ts';

/** Months longer than four letters are shortened (MLA 9, §A1.1). */
const MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/**
 * MLA Handbook, 9th edition, ch. 5: Author. “Title of Source.” Title of Container, Version, Publication Date, Location. The date of
 * access is for works without a date of their own, or that may change. By hand, since citation-js has no MLA style and those of
 * others print a version as a bare number, `2` for `version 2`.
 */
export function mla(work: Work): string {
  const [year, month, day] = work.published.split('-').map(Number);
  const container = [
    work.site,
    ...(work.kind === 'dataset' ? [`version ${work.version}`] : []),
    `${day} ${MONTHS[month! - 1]} ${year}`,
    ...(work.address === null ? [] : [work.address]),
  ];
  return `${work.office}. ${quoted(`${citedTitle(work)}.`)} ${container.join(', ')}.`;
}
