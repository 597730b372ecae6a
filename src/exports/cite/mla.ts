import { quoted } from '../../wording/phrase.ts';
import { citedTitle, type Work } from './work.ts';

/** Months longer than four letters are shortened (MLA 9, §A1.1). */
const MONTHS = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'];

/**
 * MLA Handbook, 9th edition, letter for letter what the style of the CSL project makes of the same item: Author. “Title of
 * Source.” Title of Container, Version, Publication Date, Location. A data set's version goes with its genre. The date of access
 * is for works without a date of their own, or that may change. By hand, as Chicago's.
 */
export function mla(work: Work): string {
  const [year, month, day] = work.published.split('-').map(Number);
  const version = `Version ${work.version}`;
  const container = [
    ...(work.kind === 'dataset' ? [`Data set. ${version}`, work.site] : [work.site, version]),
    `${day} ${MONTHS[month! - 1]} ${year}`,
    ...(work.address === null ? [] : [work.address]),
  ];
  return `${work.office}. ${quoted(`${citedTitle(work)}.`)} ${container.join(', ')}.`;
}
